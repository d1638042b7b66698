import { contextOf } from '@rollcall/core/rules'
import { expect, test } from 'vitest'
import { judgePassword } from './judge-password.ts'

const zoe = { email: 'zoe.mueller@northwind.example', firstName: 'Zoë', lastName: 'Müller-Østergård' }
const context = contextOf(zoe).join(' ')

test.each([
  ['P@ssw0rd', 'too-common'],
  ['velvet-MULLER-41-harbour', 'contains-context'],
  ['77 northWIND kestrel 41', 'contains-context'],
  ['aaaaaaaaaaaa', 'too-weak'],
  ['kestrel-harbour-velvet-41', null],
])('%s is judged as the server judges it: %s', (password, objection) => {
  expect(judgePassword(password, context, 3).objection).toBe(objection)
})

test('what is typed is normalised before it is judged', () => {
  expect(judgePassword('ｐａｓｓｗｏｒｄ', '', 0)).toEqual({ score: 0, objection: 'too-common' })
})
