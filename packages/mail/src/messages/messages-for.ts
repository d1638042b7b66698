import { de } from './de.ts'
import { enGB } from './en-GB.ts'
import type { Messages } from './messages.ts'

const CATALOGUES: Readonly<Record<string, Messages>> = { 'en-GB': enGB, de }

/** The catalogue for a BCP 47 tag, found by truncation (de-CH-1996, de-CH, de), English where there is none. */
export function messagesFor(language: string): Messages {
  const parts = language.split('-')
  for (let length = parts.length; length > 0; length -= 1) {
    const wanted = parts.slice(0, length).join('-').toLowerCase()
    const found = Object.keys(CATALOGUES).find((tag) => tag.toLowerCase() === wanted)
    if (found) return CATALOGUES[found] ?? enGB
  }
  return enGB
}
