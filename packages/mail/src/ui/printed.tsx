import { renderToStaticMarkup } from 'react-dom/server'
import { Layout } from './layout.tsx'
import type { Letter, Setting } from './letter.ts'
import { plainText } from './plain-text.ts'

export function printed(letter: Letter, setting: Setting): { html: string; text: string } {
  const html = `<!doctype html>${renderToStaticMarkup(<Layout letter={letter} setting={setting} />)}`
  return { html, text: plainText(html) }
}
