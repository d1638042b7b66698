import { expect, test } from 'vitest'
import { placeOf } from './menu-place.ts'

const WINDOW = { clientWidth: 1000, clientHeight: 600, dir: 'ltr' } as const
const MENU = { width: 200, height: 150 }
const at = (left: number, top: number) => ({ left, right: left + 30, top, bottom: top + 30 })

test('a menu hangs beneath its button and ends where the button does', () => {
  expect(placeOf(at(500, 100), MENU, WINDOW)).toEqual({ x: 330, y: 136, room: 456 })
})

test('from right to left, its other edge lies along the button', () => {
  expect(placeOf(at(500, 100), MENU, { ...WINDOW, dir: 'rtl' }).x).toBe(500)
})

test('it keeps off the edges of the window', () => {
  expect(placeOf(at(2, 100), MENU, WINDOW).x).toBe(8)
  expect(placeOf(at(960, 100), MENU, { ...WINDOW, dir: 'rtl' }).x).toBe(792)
})

test('where it does not fit beneath, it stands above, unless there is less room still', () => {
  expect(placeOf(at(500, 500), MENU, WINDOW)).toEqual({ x: 330, y: 344, room: 486 })
  expect(placeOf(at(500, 200), { width: 200, height: 900 }, WINDOW)).toEqual({ x: 330, y: 236, room: 356 })
  expect(placeOf(at(500, 500), { width: 200, height: 900 }, WINDOW)).toEqual({ x: 330, y: 8, room: 486 })
})
