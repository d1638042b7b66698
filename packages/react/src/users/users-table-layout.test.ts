import { describe, expect, it } from 'vitest'
import {
  arranged,
  layoutOf,
  layoutText,
  MAX_WIDTH,
  MIN_WIDTH,
  withColumnAt,
  withColumnMoved,
  withColumnShown,
  withColumnWidth,
} from './users-table-layout.ts'

const COLUMNS = [{ id: 'name' }, { id: 'email', hidden: true }, { id: 'status' }, { id: 'role' }]
const usual = arranged(COLUMNS, [])
const text = (layout: Parameters<typeof layoutText>[0]) => layoutText(layout)

describe('an arrangement', () => {
  it('is the usual one while nobody has arranged anything', () => {
    expect(text(usual)).toBe('name,-email,status,role')
  })

  it('moves a column past its visible neighbour, over the hidden ones', () => {
    expect(text(withColumnMoved(usual, 'status', -1))).toBe('status,name,-email,role')
    expect(text(withColumnMoved(usual, 'status', 1))).toBe('name,-email,role,status')
  })

  it('stays as it is when a column is moved beyond the edge', () => {
    expect(withColumnMoved(usual, 'role', 1)).toBe(usual)
    expect(withColumnMoved(usual, 'name', -1)).toBe(usual)
    expect(withColumnAt(usual, 'role', 'gone')).toBe(usual)
  })

  it('hides and shows a column where it stands, but never the one that says who a row is', () => {
    expect(text(withColumnShown(usual, 'role', false))).toBe('name,-email,status,-role')
    expect(text(withColumnShown(usual, 'email', true))).toBe('name,email,status,role')
    expect(text(withColumnShown(usual, 'name', false))).toBe(text(usual))
  })

  it('keeps widths within what can be read and what can be seen', () => {
    expect(text(withColumnWidth(usual, 'role', 3))).toBe(`name,-email,status,role:${MIN_WIDTH}`)
    expect(text(withColumnWidth(usual, 'role', 9_999))).toBe(`name,-email,status,role:${MAX_WIDTH}`)
    expect(text(withColumnWidth(withColumnWidth(usual, 'role', 200), 'role', undefined))).toBe(text(usual))
    expect(text(withColumnWidth(withColumnWidth(usual, 'role', 200), 'status', 150))).toContain('role:200')
  })
})

describe('a kept arrangement', () => {
  it('comes back from its text', () => {
    const kept = withColumnWidth(withColumnMoved(withColumnShown(usual, 'email', true), 'role', -1), 'name', 320)
    expect(arranged(COLUMNS, layoutOf(text(kept)))).toEqual(kept)
  })

  it('takes in columns that came later, behind the one they come behind', () => {
    const later = [...COLUMNS.slice(0, 3), { id: 'plan' }, ...COLUMNS.slice(3)]
    expect(text(arranged(later, layoutOf('role,status,name,-email')))).toBe('role,status,plan,name,-email')
  })

  it('leaves out columns that are no more', () => {
    expect(text(arranged(COLUMNS, layoutOf('plan,role,name,email,status')))).toBe('role,name,email,status')
  })

  it.each([
    ['', ''],
    ['{"order":["name"]}', ''],
    [',,:9,-,name:wide,<b>,role:150', 'role:150'],
    ['role,role:200,-role', 'role'],
    ['-name,status:12345,status:5', `name,status:${MIN_WIDTH}`],
    ['__proto__:100', ''],
  ])('makes what sense there is of %j', (kept, read) => {
    expect(
      text(arranged(COLUMNS, layoutOf(kept)).filter(({ id }) => layoutOf(kept).some((one) => one.id === id))),
    ).toBe(read)
  })
})
