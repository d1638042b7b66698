import { defineConfig } from 'tsup'

interface Library {
  entry: string[]
  /** Style sheets copied through esbuild beside the code. */
  css?: string[]
  /** Marks every file as a React client entry. */
  client?: boolean
}

/** The one way this repository builds a package: ESM, types, source maps. */
export function library({ entry, css = [], client = false }: Library) {
  return defineConfig({
    entry: [...entry, ...css],
    format: ['esm'],
    target: client ? 'es2022' : 'node20',
    sourcemap: true,
    clean: true,
    treeshake: !client,
    dts: {
      entry: Object.fromEntries(entry.map((file) => [file.replace(/^src\//, '').replace(/\.tsx?$/, ''), file])),
      compilerOptions: { customConditions: [], ignoreDeprecations: '6.0' },
    },
    ...(client ? { banner: { js: '"use client";' } } : {}),
  })
}
