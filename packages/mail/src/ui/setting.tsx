import type { Envelope } from '@rollcall/core'
import { Fragment, type ReactNode } from 'react'
import type { Brand } from '../brand.ts'
import { messagesFor } from '../messages/messages-for.ts'
import { oneLine } from './clean.ts'
import type { Setting } from './letter.ts'

export function settingFor({ to, language, timeZone }: Envelope, brand: Brand): Setting {
  const words = messagesFor(language)
  // "en-US" reads the British words, with American dates; "fr" reads British dates too.
  const sameLanguage = language.split('-')[0] === words.language.split('-')[0]
  const locale = sameLanguage ? language : words.language
  const clock = clockFor(locale, timeZone)
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  return {
    words,
    brand: { ...brand, name: oneLine(brand.name) },
    to: to.name === null ? null : oneLine(to.name) || null,
    time: (at) => clock.format(at),
    list: (items) => joined(list, items),
  }
}

function clockFor(locale: string, timeZone: string): Intl.DateTimeFormat {
  const parts = {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  } as const
  try {
    return new Intl.DateTimeFormat(locale, { ...parts, timeZone })
  } catch {
    // A zone this machine does not know yet must not keep the mail from being sent.
    return new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC' })
  }
}

function joined(list: Intl.ListFormat, items: readonly ReactNode[]): ReactNode {
  let next = 0
  return list.formatToParts(items.map(String)).map((part, index) => {
    const content = part.type === 'element' ? items[next++] : part.value
    // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
    return <Fragment key={index}>{content}</Fragment>
  })
}
