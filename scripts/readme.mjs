// The README as a stranger follows it: what it says to install, and the files it shows.
import { existsSync, readFileSync } from 'node:fs'

/**
 * A fenced block whose first line is a comment with a file name, `// server.ts`, is that file. The packages are those of
 * the first `npm install` line.
 *
 * @param {string} path
 * @returns {{ files: { name: string, text: string }[], installs: string[] }}
 */
export function readReadme(path) {
  if (!existsSync(path)) throw new Error(`There is no ${path}.`)
  const text = readFileSync(path, 'utf8')
  const files = [...text.matchAll(/^```(?:tsx?|jsx?)[^\n]*\n\/\/ (\S+\.(?:tsx?|mjs))[^\n]*\n([\s\S]*?)^```$/gm)].map(
    ([, name, body]) => ({ name, text: body }),
  )
  const [, line = ''] = /^\s*(?:\$ )?npm (?:install|i) (.+)$/m.exec(text) ?? []
  return { files, installs: line.split(/\s+/).filter((each) => each && !each.startsWith('-')) }
}
