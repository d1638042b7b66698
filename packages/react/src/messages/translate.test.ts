import { expect, test } from 'vitest'
import { de } from './de.ts'
import { enGB } from './en-GB.ts'
import type { Catalogues, Message } from './message.ts'
import { pseudo } from './pseudo.ts'
import { createTranslation, directionOf } from './translate.ts'

test('a language falls back by shortening its tag, then to en-GB', () => {
  const catalogues: Catalogues = { de, 'de-CH': { common: { close: 'Schliessen' } } }
  const swiss = createTranslation('de-ch-1996', catalogues)
  expect(swiss.locale).toBe('de-CH-1996')
  expect(swiss.translate('common.close')).toBe('Schliessen')
  expect(swiss.translate('common.cancel')).toBe('Abbrechen')
})

test('a language nobody translated leaves the page wholly in English, dates and plurals too', () => {
  for (const wished of ['pl', 'not a tag', '']) {
    const english = createTranslation(wished, { de })
    expect(english.locale).toBe('en-GB')
    expect(english.translate('common.problems', { count: 1 })).toBe('1 problem')
  }
  expect(createTranslation('en-US').locale).toBe('en-US')
})

test('a host rewords single sentences, also for languages that fall back', () => {
  const { translate } = createTranslation('fr', { 'en-GB': { users: { title: 'People' } } })
  expect(translate('users.title')).toBe('People')
  expect(translate('common.cancel')).toBe('Cancel')
})

test('a plural takes the category of its language and writes the number in it', () => {
  const polish = { few: '{count} problemy', many: '{count} problemów', other: '{count} problemu' }
  const { translate } = createTranslation('pl', { pl: { common: { problems: polish } } })
  expect(translate('common.problems', { count: 2 })).toBe('2 problemy')
  expect(translate('common.problems', { count: 5 })).toBe('5 problemów')
  expect(translate('common.problems', { count: 1.5 })).toBe('1,5 problemu')
  expect(createTranslation('de', { de }).translate('common.problems', { count: 12345 })).toBe('12.345 Probleme')
})

test('parameters are put in once, whatever they contain', () => {
  const { translate, translateParts } = createTranslation('en-GB')
  expect(translate('common.remove', { name: '{name} $& {count}' })).toBe('Remove {name} $& {count}')
  const node = { is: 'a node' }
  expect(translateParts('common.remove', { name: node })).toEqual(['Remove ', node])
})

test('every language uses the placeholders of the English sentence', () => {
  const english = placeholders(enGB)
  expect(placeholders(de)).toEqual(english)
  expect(placeholders(pseudo)).toEqual(english)
})

test('the pseudo-locale lengthens and accents every sentence', () => {
  const { translate } = createTranslation('en-XA', { 'en-XA': pseudo })
  expect(translate('common.retryIn', { count: 2 })).toMatch(/^\[Ťŕý .* 2 .*~\]$/)
  expect(translate('common.close').length).toBeGreaterThan('Close'.length * 1.3)
})

test('the direction follows the script of the language', () => {
  expect(['ar', 'he-IL', 'ur', 'pa-Arab', 'de', 'pa', 'ja'].map(directionOf)).toEqual([
    'rtl',
    'rtl',
    'rtl',
    'rtl',
    'ltr',
    'ltr',
    'ltr',
  ])
})

function placeholders(catalogue: Readonly<Record<string, Readonly<Record<string, Message>>>>) {
  return Object.entries(catalogue).flatMap(([group, messages]) =>
    Object.entries(messages).map(([name, message]) => {
      const text = typeof message === 'string' ? message : message.other
      return [`${group}.${name}`, [...text.matchAll(/\{\w+\}/g)].map(([placeholder]) => placeholder).sort()]
    }),
  )
}
