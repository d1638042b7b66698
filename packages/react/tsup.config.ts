import { existsSync, readdirSync } from 'node:fs'
import { library } from '../../scripts/tsup.ts'

/** A slice is a folder with an index.ts, and has a sheet when it holds one of its own name. */
const slices = readdirSync('src', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(`src/${entry.name}/index.ts`))
  .map(({ name }) => name)

export default library({
  entry: [
    'src/index.ts',
    'src/messages/de.ts',
    'src/messages/pseudo.ts',
    ...slices.map((name) => `src/${name}/index.ts`),
  ],
  css: [
    'src/styles.css',
    'src/styles.layer.css',
    'src/styles/base.css',
    ...slices.map((name) => `src/${name}/${name}.css`).filter(existsSync),
  ],
  client: ['src/**/*.{ts,tsx}', '!src/**/*.{test,stories}.*'],
})
