import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { command, gate, red, tests, total } from './gates.mjs'

const folder = mkdtempSync(join(tmpdir(), 'rollcall-gates-'))
let said: string

beforeEach(() => {
  red.length = 0
  Object.assign(total, { passed: 0, failed: 0, skipped: 0 })
  said = ''
  vi.spyOn(console, 'log').mockImplementation((line: string) => {
    said += `${line}\n`
  })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a gate', () => {
  it('fails by the exit code of its command, and shows what it said', async () => {
    await command('broken tool', 'node', ['-e', 'console.log("what is wrong"); process.exit(3)'])
    expect(total).toEqual({ passed: 0, failed: 1, skipped: 0 })
    expect(red).toEqual(['broken tool'])
    expect(said).toContain('what is wrong')
  })

  it('says nothing of a command that succeeds', async () => {
    await command('sound tool', 'node', ['-e', 'console.log("chatter")'])
    expect(total).toEqual({ passed: 0, failed: 0, skipped: 0 })
    expect(said).toContain('ok')
    expect(said).not.toContain('chatter')
  })

  it('fails where its own code throws', async () => {
    await gate('thrower', () => Promise.reject(new Error('no such thing')))
    expect(total.failed).toBe(1)
    expect(said).toContain('no such thing')
  })

  it('counts the tests of a Vitest run, files that cannot be loaded included', async () => {
    const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
    const globals = { test: { globals: true, include: ['*.test.mjs'] } }
    write('vitest.config.mjs', `export default ${JSON.stringify(globals)}`)
    write(
      'a.test.mjs',
      "it('holds', () => {})\nit.skip('waits', () => {})\nit('breaks', () => { throw new Error('so') })",
    )
    write('b.test.mjs', "import './nowhere.mjs'")
    await tests('sample', 'vitest.config.mjs', { cwd: folder })
    expect(total).toEqual({ passed: 1, failed: 2, skipped: 1 })
    expect(red).toEqual(['sample'])
    expect(said).toContain('breaks')
    expect(said).toContain('nowhere.mjs')
  })

  it('shows an error outside of every test, however much was printed before', async () => {
    const globals = { test: { globals: true, include: ['outside.mjs'] } }
    writeFileSync(join(folder, 'outside.config.mjs'), `export default ${JSON.stringify(globals)}`)
    const chatter = 'for (let line = 0; line < 99; line += 1) console.log("chatter", line)'
    const late = "void Promise.reject(new Error('after the fact'))"
    writeFileSync(join(folder, 'outside.mjs'), `it('holds', () => { ${chatter}; ${late} })`)
    await tests('outside', 'outside.config.mjs', { cwd: folder })
    expect(total).toEqual({ passed: 1, failed: 1, skipped: 0 })
    expect(said).toContain('after the fact')
  })
})
