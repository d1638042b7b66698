import { defineConfig } from 'tsup'

interface Library {
  entry: string[]
  /** Style sheets copied through esbuild beside the code. */
  css?: string[]
  /** Marks every file as a React client entry. */
  client?: boolean
  /** Packages whose code becomes part of ours; they stand under devDependencies, their licences in NOTICE. */
  bundled?: string[]
}

/** The one way this repository builds a package: ESM, types, source maps. */
export function library({ entry, css = [], client = false, bundled = [] }: Library) {
  return defineConfig({
    entry: [...entry, ...css],
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
    ...(client ? { banner: { js: '"use client";' } } : {}),
  })
}
