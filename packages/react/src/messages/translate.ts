// What every component may have to say; other groups come with the files that use them.
import './en-GB/common.ts'
import './en-GB/refusals.ts'
import type { Catalogues, Message, MessageKey, Parameters } from './message.ts'
import { registered } from './registered.ts'

/** Turns a key into its sentence in the language of the provider. */
export type Translate = <Key extends MessageKey>(key: Key, ...parameters: Parameters<Key, string | number>) => string

/** The same with nodes for parameters; the pieces come back in order. */
export type TranslateParts = <Key extends MessageKey, Value>(
  key: Key,
  ...parameters: Parameters<Key, Value | string | number>
) => (Value | string)[]

export interface Translation {
  /** The language the sentences are really in, so that `lang`, plurals, dates and numbers agree with them. */
  readonly locale: string
  readonly translate: Translate
  readonly translateParts: TranslateParts
}

const BUILT_IN = 'en-GB'

/**
 * Finds the sentences for a wished language: the tag itself, then shortened from its end (`de-AT` → `de`), then en-GB,
 * sentence by sentence. Where the wish shares nothing with any catalogue, en-GB is what the page is in.
 */
export function createTranslation(wished: string, catalogues: Catalogues = {}): Translation {
  const tag = canonical(wished)
  const found = truncations(tag).filter((candidate) => candidate in catalogues)
  const locale = found.length > 0 || language(tag) === language(BUILT_IN) ? tag : BUILT_IN
  const chain = [...found.map((candidate) => catalogues[candidate]), catalogues[BUILT_IN], registered]
  const plurals = new Intl.PluralRules(locale)
  const numbers = new Intl.NumberFormat(locale)

  function text(key: string, parameters: Readonly<Record<string, unknown>>): string {
    const [group = '', name = ''] = key.split('.')
    for (const catalogue of chain) {
      const message = (catalogue as Readonly<Record<string, Readonly<Record<string, Message>>>> | undefined)?.[group]?.[
        name
      ]
      if (typeof message === 'string') return message
      if (message) return message[plurals.select(Number(parameters.count))] ?? message.other
    }
    // Only a server newer than this page brings such a key, with a reason this version does not know.
    return text('common.unknown', parameters)
  }

  const translateParts = (key: string, parameters: Readonly<Record<string, unknown>> = {}) =>
    text(key, parameters)
      .split(/\{(\w+)\}/)
      .map((piece, index) => {
        if (index % 2 === 0) return piece
        const value = parameters[piece]
        return typeof value === 'number' ? numbers.format(value) : value
      })
      .filter((piece) => piece !== '')

  return {
    locale,
    translateParts: translateParts as TranslateParts,
    translate: (key, ...[parameters]) => translateParts(key, parameters).join(''),
  }
}

/** `dir` of a language by its script; languages written in more than one are known by their likely one. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  const script = new Intl.Locale(locale).maximize().script ?? 'Latn'
  return ['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg'].includes(script) ? 'rtl' : 'ltr'
}

function canonical(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? BUILT_IN
  } catch {
    return BUILT_IN
  }
}

function truncations(tag: string): string[] {
  const parts = tag.split('-')
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('-'))
}

function language(tag: string): string | undefined {
  return tag.split('-')[0]
}
