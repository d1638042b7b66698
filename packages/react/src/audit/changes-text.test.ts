import { expect, test } from 'vitest'
import { tellChange } from './changes-text.ts'

const names = new Map([
  ['owner', 'App owner'],
  ['app-1', 'Field Notes'],
])
const telling = { name: (id: string) => names.get(id) ?? id, yes: 'yes', no: 'no', nothing: 'nothing' }

test('a field is told by its old and new value', () => {
  expect(tellChange(null, 'Designer', telling)).toEqual({ kind: 'replaced', from: 'nothing', to: 'Designer' })
  expect(tellChange(true, false, telling)).toEqual({ kind: 'replaced', from: 'yes', to: 'no' })
})

test('roles are told by what came and went, and by name', () => {
  const publisher = { role: 'publisher', scope: null, source: 'direct' }
  const owner = { role: 'owner', scope: 'app-1', source: 'direct' }
  const developer = { role: 'developer', scope: 'app-2', source: 'direct' }
  expect(tellChange([publisher, developer], [publisher, owner], telling)).toEqual({
    kind: 'members',
    added: ['App owner (Field Notes)'],
    taken: ['developer (app-2)'],
  })
})

test('what no version of this list foresaw is still shown', () => {
  expect(tellChange({ a: 1 }, 7, telling)).toEqual({ kind: 'replaced', from: '{"a":1}', to: '7' })
})
