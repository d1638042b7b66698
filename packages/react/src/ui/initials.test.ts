import { expect, test } from 'vitest'
import { initials } from './initials.ts'

test.each([
  ['Amara Okafor', 'AO'],
  ['Óscar de la Fuente y Montenegro', 'ÓD'],
  ['Mei-Lin Zhao', 'MZ'],
  ['new.analyst@northwind.example', 'N'],
  ['هدى السيد', 'ها'],
  ['田中 美咲', '田美'],
  ['رنا الخطيب (QA Team)', 'را'],
  ['O\u0301scar', 'Ó'],
  ['“Ana” García', 'AG'],
  ['किरण शाह', 'किशा'],
  ['(QA) !', ''],
  ['', ''],
])('the initials of %s are %s', (name, letters) => {
  expect(initials(name)).toBe(letters)
})
