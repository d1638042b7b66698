import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emailKey, emailProblem, isLanguage, isTimeZone, searchKey, userKeys, usernameKey } from './identifier.rules.ts'

describe('emailProblem', () => {
  it.each([
    ['lena.vogt@northwind.example', null],
    ['  lena@northwind.example ', null],
    ['用户@例え.example', null],
    ['почта@пример.example', null],
    ["o'brien+news@sub.northwind.example", null],
    ['', 'required'],
    ['   ', 'required'],
    ['lena', 'invalid'],
    ['@northwind.example', 'invalid'],
    ['lena@', 'invalid'],
    ['lena@northwind', 'invalid'],
    ['le na@northwind.example', 'invalid'],
    ['lena@@northwind.example', 'invalid'],
    ['.lena@northwind.example', 'invalid'],
    ['lena..vogt@northwind.example', 'invalid'],
    ['lena.@northwind.example', 'invalid'],
    ['"lena"@northwind.example', 'invalid'],
    ['lena@-northwind.example', 'invalid'],
    ['lena@north_wind.example', 'invalid'],
    ['lena@127.0.0.1', 'invalid'],
    ['lena@[127.0.0.1]', 'invalid'],
    ['lena@northwind.example, tom@northwind.example', 'invalid'],
    ['lena@northwind.example\r\nBcc: x@evil.example', 'control-character'],
    ['lena\u202e@northwind.example', 'control-character'],
    ['lena\0@northwind.example', 'control-character'],
    ['lena\ud800@northwind.example', 'control-character'],
    [`${'a'.repeat(65)}@northwind.example`, 'too-long'],
    [`lena@${'a.'.repeat(130)}example`, 'too-long'],
  ])('of %j is %j', (typed, problem) => {
    expect(emailProblem(typed)).toBe(problem)
    expect(emailKey(typed) === null).toBe(problem !== null)
  })
})

describe('keys', () => {
  it.each([
    ['Lena@Northwind.Example', 'lena@northwind.example'],
    ['ｌｅｎａ@northwind.example', 'lena@northwind.example'],
    ['lena@ＮＯＲＴＨＷＩＮＤ.example', 'lena@northwind.example'],
    ['lena@straße.example', 'lena@xn--strae-oqa.example'],
    ['STRASSE@northwind.example', 'straße@northwind.example'],
    ['STRAẞE@northwind.example', 'strasse@northwind.example'],
    ['Caf\u00e9@northwind.example', 'cafe\u0301@northwind.example'],
  ])('bring %s and %s together', (one, other) => {
    expect(emailKey(one)).toBe(emailKey(other))
  })

  it('keep different people apart', () => {
    expect(emailKey('cafe@northwind.example')).not.toBe(emailKey('café@northwind.example'))
    expect(emailKey('lena@straße.example')).not.toBe(emailKey('lena@strasse.example'))
  })

  it('of every letter that has a case are their own keys, and those of the letter in the other case', () => {
    const letters = Array.from({ length: 0x110000 }, (_, code) => code)
      .filter((code) => code < 0xd800 || code > 0xdfff)
      .map((code) => String.fromCodePoint(code))
      .filter((letter) => letter.toLowerCase() !== letter || letter.toUpperCase() !== letter)
    const apart = letters.filter((letter) =>
      [usernameKey(letter), letter.toLowerCase(), letter.toUpperCase()].some(
        (other) => usernameKey(other) !== usernameKey(letter),
      ),
    )
    expect(letters.length).toBeGreaterThan(2_700)
    expect(apart).toEqual([])
  })

  it('are their own keys, so that a stored key is found again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        expect(usernameKey(usernameKey(text))).toBe(usernameKey(text))
        expect(searchKey(searchKey(text))).toBe(searchKey(text))
      }),
    )
  })

  it('find a person by name without marks, by user name and by address', () => {
    const keys = userKeys({
      displayName: null,
      firstName: 'Óscar',
      lastName: 'Wójcik',
      username: 'OscarW',
      email: 'Oscar@Fabrikam.example',
    })
    for (const term of ['oscar w', 'WÓJ', 'oscarw', 'fabrikam']) expect(keys.search).toContain(searchKey(term))
    expect(keys.name).toBe('oscar wojcik')
  })

  it('sort by as many characters as every database indexes, and are found by all of them', () => {
    const firstName = `${'\u{1F642}'.repeat(254)}xyz`
    const keys = userKeys({ displayName: null, firstName, lastName: null, username: null, email: 'a@b.example' })
    expect(keys.name).toBe(`${'\u{1F642}'.repeat(254)}x`)
    expect(keys.search).toContain('xyz')
  })
})

it('knows languages and zones by what the platform can format', () => {
  expect(['en', 'de-AT', 'zh-Hant-TW'].every(isLanguage)).toBe(true)
  expect(['', 'klingonesque', 'e', 'de_AT', 'x'.repeat(36)].some(isLanguage)).toBe(false)
  expect(['Etc/UTC', 'Europe/Berlin', 'Africa/Lagos'].every(isTimeZone)).toBe(true)
  expect(['', 'Mars/Base', '+02:00', 'Europe/Berlin; DROP'].some(isTimeZone)).toBe(false)
})
