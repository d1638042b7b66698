import { expect, test } from 'vitest'
import { zxcvbnStrength } from './strength.ts'

const strength = zxcvbnStrength()
const context = ['Érik', 'Zoë Müller-Østergård', 'zoe.mueller@northwind.example', 'Ann', 'Northwind Surveys']

test.each(['password', 'P@ssw0rd', 'iloveyou', 'QWERTYUIOP', 'drowssap'])(
  '%s is too common, whatever the score',
  async (it) => {
    expect(await strength.judge(it, [], 0)).toBe('too-common')
  },
)

test.each([
  'velvet-muller-41-harbour',
  'MÜLLER kestrel velvet',
  'velvet-erik-41-harbour',
  '77 northWIND kestrel 41',
  'my mueller harbour kestrel',
])('%s contains a word of the context, case and accents aside', async (it) => {
  expect(await strength.judge(it, context, 0)).toBe('contains-context')
})

test('a short name inside a good password is no objection', async () => {
  expect(await strength.judge('channel-kestrel-velvet', context, 3)).toBeNull()
})

test('the score decides last, against the minimum the policy asks for', async () => {
  expect(await strength.judge('aaaaaaaaaaaa', [], 3)).toBe('too-weak')
  expect(await strength.judge('aaaaaaaaaaaa', [], 0)).toBeNull()
  expect(await strength.judge('kestrel-harbour-velvet-41', context, 4)).toBeNull()
})

test('only the first 64 characters count, so that a long password costs no more', async () => {
  expect(await strength.judge(`${'a'.repeat(64)} kestrel harbour velvet`, [], 3)).toBe('too-weak')
  expect(await strength.judge(`kestrel harbour velvet ${'a'.repeat(64)}`, [], 3)).toBeNull()
})
