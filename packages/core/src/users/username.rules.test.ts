import { expect, it } from 'vitest'
import { usernameProblem } from './username.rules.ts'

it.each([
  ['z', null],
  ['z'.repeat(128), null],
  ['𐐷'.repeat(128), null],
  ['z'.repeat(129), 'too-long'],
  ['', 'required'],
  ['zi ee', 'contains-space'],
  ['zi\u00a0ee', 'contains-space'],
  ['zi\u3000ee', 'contains-space'],
  ['zi\tee', 'control-character'],
  ['zi\0ee', 'control-character'],
  ['zi\bee', 'control-character'],
  ['zi\u001bee', 'control-character'],
  ['zi\u200fee', 'control-character'],
  ['zi\u202eee', 'control-character'],
  ['zi\u200bee', 'control-character'],
  ['zi\u00adee', 'control-character'],
  ['ZiEe', null],
  ['هدى', null],
  ['zi.ee-1_2@northwind.example', null],
] as const)('[B57] says of the user name %j: %s', (typed, problem) => {
  expect(usernameProblem(typed, { format: 'text' })).toBe(problem)
})

it.each([
  ['zi.ee@northwind.example', null],
  ['ziee', 'invalid'],
  ['', 'required'],
] as const)('[B51] says of the user name %j, where it must be an address: %s', (typed, problem) => {
  expect(usernameProblem(typed, { format: 'email' })).toBe(problem)
})
