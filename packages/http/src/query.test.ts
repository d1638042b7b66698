import { contract } from '@rollcall/core/contract'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { queryReader } from './query.ts'

const read = queryReader(contract.users.listUsers.input)

test('a query becomes what the entry of the contract takes', () => {
  const input = read('?q=ada&status=locked&status=confirmed&role=admin&enabled=false&limit=100&sort=-lastSignInAt')
  expect(input).toEqual({
    q: 'ada',
    status: ['locked', 'confirmed'],
    role: ['admin'],
    enabled: false,
    limit: 100,
    sort: '-lastSignInAt',
  })
  expect(contract.users.listUsers.input.safeParse(input).success).toBe(true)
})

test.each([
  ['limit=fifty', 'limit'],
  ['limit=0x32', 'limit'],
  ['limit=50&limit=100', 'limit'],
  ['limit=', 'limit'],
  ['enabled=yes', 'enabled'],
  ['enabled=true&enabled=false', 'enabled'],
  ['q=a&q=b', 'q'],
  ['status=nonsense', 'status'],
])('%s is refused by the schema, not guessed at', (search, field) => {
  const result = contract.users.listUsers.input.safeParse(read(search))
  expect(result.error?.issues.map(({ path }) => path[0])).toEqual([field])
})

test('text that looks like a number stays text where text is wanted', () => {
  expect(read('q=0123&organization=42')).toEqual({ q: '0123', organization: ['42'] })
})

test('an object comes as JSON, and what is none is refused by the schema', () => {
  const input = z.strictObject({ columns: z.optional(z.record(z.string(), z.nullable(z.string()))) })
  const given = queryReader(input)
  expect(given(`columns=${encodeURIComponent('{"Mail":"email","Shoe size":null}')}`)).toEqual({
    columns: { Mail: 'email', 'Shoe size': null },
  })
  for (const wrong of [
    'columns=',
    'columns=Mail',
    'columns=[]',
    'columns={}&columns={}',
    'columns={"a":1}',
    'columns={',
  ]) {
    expect(input.safeParse(given(wrong)).success, wrong).toBe(false)
  }
})

test('nullable, defaulted and nested wrappers are looked through', () => {
  const wrapped = queryReader(z.strictObject({ at: z.optional(z.nullable(z._default(z.int(), 1))) }))
  expect(wrapped('at=7')).toEqual({ at: 7 })
})

test.each(['__proto__=1', 'constructor=1', 'toString=1&toString=2'])('%s pollutes nothing and is refused', (search) => {
  const input = read(search)
  expect(Object.getPrototypeOf(input)).toBe(Object.prototype)
  expect(contract.users.listUsers.input.safeParse(input).success).toBe(false)
})
