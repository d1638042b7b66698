// The documents as a stranger follows them: what they say to install, and the files they show.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { root } from './workspace.mjs'

/** Every document that shows TypeScript, the README first. */
export function documents() {
  const readmes = (folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}/README.md`)
  const pages = readdirSync(join(root, 'docs')).flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : []))
  return ['README.md', ...pages, ...readmes('packages'), ...readmes('examples')].filter((path) => {
    return existsSync(join(root, path)) && /^ *```tsx?$/m.test(readFileSync(join(root, path), 'utf8'))
  })
}

/**
 * A fenced block whose first line is a comment with a file name, `// server.ts`, is that file; others are files of their
 * own. Each `##` section is a project, and so is what stands before the first one, which the others may import.
 *
 * @param {string} path
 * @returns {{ installs: string[], projects: { title: string, files: File[] }[] }}
 * @typedef {{ name: string, text: string }} File
 */
export function readDocument(path) {
  if (!existsSync(path)) throw new Error(`There is no ${path}.`)
  const text = readFileSync(path, 'utf8')
  const [before = '', ...sections] = text.split(/^## /m)
  return {
    installs: [...text.matchAll(/^\s*(?:\$ )?npm (?:install|i) (.+)$/gm)].flatMap(([, line]) =>
      line.split(/\s+/).filter((each) => each && !each.startsWith('-')),
    ),
    projects: [`Beginning\n${before}`, ...sections]
      .map((section) => ({ title: section.slice(0, section.indexOf('\n')), files: filesOf(section) }))
      .filter(({ files }) => files.length > 0),
  }
}

function filesOf(text) {
  return [...text.matchAll(/^```(tsx?)\n([\s\S]*?)^```$/gm)].map(([, kind, body], index) => {
    const [, name] = /^\/\/ (\S+\.(?:tsx?|mts))$/.exec(body.slice(0, body.indexOf('\n'))) ?? []
    return { name: name ?? `block-${index + 1}.${kind}`, text: body }
  })
}

/** Files and what they import of others, by relative paths with or without an ending; the first of a name counts. */
export function withImports(files, others) {
  const found = new Map(files.map((file) => [file.name, file]))
  const take = ({ name, text }) => {
    for (const [, path] of text.matchAll(/(?:from|import|import\() ?'(\.[^']+)'/g)) {
      const at = normalize(join(dirname(name), path))
      const other = others.find((each) => !found.has(each.name) && [each.name, stem(each.name)].includes(at))
      if (!other) continue
      found.set(other.name, other)
      take(other)
    }
  }
  files.forEach(take)
  return [...found.values()]
}

const stem = (name) => name.replace(/\.tsx?$/, '')
