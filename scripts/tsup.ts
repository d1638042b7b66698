import { defineConfig, type Options } from 'tsup'

interface Library {
  /** What the package exports, and has types for. */
  entry: string[]
  /** Style sheets copied through esbuild beside the code. */
  css?: string[]
  /** Globs of modules that each stay a file of their own, a React client entry, so that a page pays for those it uses. */
  client?: string[]
  /** Packages whose code becomes part of ours; they stand under devDependencies, their licences in NOTICE. */
  bundled?: string[]
}

/** Leaves imports of the package's own modules standing, by the names they have once built. */
const eachItsOwn: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'each-its-own',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\.?\/.*\.tsx?$/ }, ({ path, kind }) =>
      kind === 'entry-point' ? undefined : { path: path.replace(/\.tsx?$/, '.js'), external: true },
    ),
}

/** The one way this repository builds a package: ESM, types, source maps. */
export function library({ entry, css = [], client, bundled = [] }: Library) {
  return defineConfig({
    entry: [...(client ?? entry), ...css],
    format: ['esm'],
    target: client ? 'es2022' : 'node20',
    sourcemap: true,
    clean: true,
    noExternal: bundled,
    treeshake: !client,
    dts: {
      entry: Object.fromEntries(entry.map((file) => [file.replace(/^src\//, '').replace(/\.tsx?$/, ''), file])),
      compilerOptions: { customConditions: [], ignoreDeprecations: '6.0' },
    },
    ...(client ? { banner: { js: '"use client";' }, esbuildPlugins: [eachItsOwn] } : {}),
  })
}
