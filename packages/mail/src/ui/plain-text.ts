import { convert, type FormatCallback } from 'html-to-text'

/** The text part, made from the HTML so that the two cannot disagree; 72 columns, links never broken. */
export function plainText(html: string): string {
  return convert(html, {
    wordwrap: 72,
    formatters: { action, signature },
    selectors: [
      { selector: '[data-skip-in-text=true]', format: 'skip' },
      { selector: 'h1', options: { uppercase: false } },
      { selector: 'td', format: 'block' },
      { selector: 'a.button', format: 'action' },
      { selector: 'hr', format: 'signature' },
    ],
  })
}

/** A button: its label, and the link on a line of its own. */
const action: FormatCallback = (element, walk, builder) => {
  walk(element.children, builder)
  builder.addInline(':')
  builder.addLineBreak()
  builder.addInline(element.attribs.href, { noWordTransform: true })
}

const signature: FormatCallback = (_element, _walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 2 })
  builder.addInline('--')
  builder.closeBlock({ trailingLineBreaks: 1 })
}
