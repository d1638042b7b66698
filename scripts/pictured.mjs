// docs/components.md, as the script that takes its pictures and the test that holds it read it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './workspace.mjs'

/** Pixels of a picture to one of the page. */
export const scale = 1.5

/**
 * Every picture it shows: an image in its width on the page; then in a comment the id of its story, and in quotes what is
 * typed into its first field.
 *
 * @returns {{ name: string, width: number, story: string, typed: string | undefined }[]}
 */
export function pictured() {
  const text = readFileSync(join(root, 'docs/components.md'), 'utf8')
  const shown = /<img src="pictures\/([\w-]+)\.png" width="(\d+)" alt="[^"]+"><!-- (\S+)(?: "(.+?)")? -->/g
  return [...text.matchAll(shown)].map(([, name, width, story, typed]) => ({
    name,
    width: Number(width),
    story,
    typed,
  }))
}
