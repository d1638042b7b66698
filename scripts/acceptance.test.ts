import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, watch, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const sound = 'export const double = (n: number) => n * 2\n'
let tree: string

function write(path: string, content: unknown) {
  mkdirSync(dirname(join(tree, path)), { recursive: true })
  writeFileSync(join(tree, path), typeof content === 'string' ? content : JSON.stringify(content))
}

const acceptance = (...args: string[]) => [join(root, 'acceptance/run.mjs'), '--root', tree, ...args]
function run(...args: string[]) {
  const { status, stdout } = spawnSync('node', acceptance(...args), { encoding: 'utf8' })
  return { status, stdout }
}

const test = (name: string, body = 'expect(double(2)).toBe(4)') => `
import { expect, it } from 'vitest'
import { double } from '../double.ts'
it('${name}', () => { ${body} })
`

beforeEach(() => {
  tree = mkdtempSync(join(tmpdir(), 'rollcall-acceptance-'))
  write('.gitignore', 'node_modules\n')
  write('double.ts', sound)
  write('vitest.node.config.ts', "export default { test: { include: ['acceptance/**/*.test.ts'] } }\n")
  write('acceptance/rows.json', { rows: { A: 2 }, claimed: { A1: 'Doubles.' } })
  write('acceptance/double.test.ts', test('[A1] doubles'))
  write('acceptance/breaks.json', [
    { row: 'A1', file: 'double.ts', search: 'n * 2', replace: 'n', why: 'no longer doubles' },
  ])
  write('acceptance/mutants.json', [])
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'))
  execFileSync('git', ['init', '--quiet'], { cwd: tree })
  execFileSync('git', ['add', '.'], { cwd: tree })
  const author = ['-c', 'user.name=Test', '-c', 'user.email=test@rollcall.example']
  execFileSync('git', [...author, 'commit', '--quiet', '--message', 'Double'], { cwd: tree })
})

afterEach(() => rmSync(tree, { recursive: true, force: true }))

describe('acceptance', () => {
  it('prints the test of a claimed row and leaves the others open', () => {
    const { status, stdout } = run()
    expect(stdout).toContain('passed  acceptance/double.test.ts: [A1] doubles')
    expect(stdout).toContain('Open: A2')
    expect(status).toBe(0)
  })

  it.each([
    ['no test names it', test('doubles')],
    ['no test of it passes', test('[A1] doubles', 'expect(double(2)).toBe(5)')],
    ['more than 3 rows', test('[A1] [A2] [A3] [A4] doubles')],
  ])('fails where %s', (complaint, text) => {
    write('acceptance/double.test.ts', text)
    const { status, stdout } = run()
    expect(stdout).toContain(complaint)
    expect(status).toBe(1)
  })

  it('fails where a mutant fits nowhere', () => {
    write('acceptance/mutants.json', [{ file: 'double.ts', search: 'n * 3', replace: 'n', why: 'doubling' }])
    const { status, stdout } = run()
    expect(stdout).toContain('doubling: double.ts holds the text to replace 0 times')
    expect(status).toBe(1)
  })
})

describe('acceptance --break', () => {
  it('tells a patch that a test catches, and puts the file back', () => {
    const { status, stdout } = run('--break')
    expect(stdout).toContain('A1   caught  no longer doubles')
    expect(readFileSync(join(tree, 'double.ts'), 'utf8')).toBe(sound)
    expect(status).toBe(0)
  })

  it.each([
    ['nobody noticed', [{ search: 'n: number', replace: 'n: any' }], 'stay green'],
    ['does not load', [{ search: 'export const', replace: 'export konst' }], 'do not even load'],
    ['fits twice', [{ search: 'n', replace: 'm' }], 'not once'],
    ['is missing', [], 'no patch for it'],
  ])('fails for a patch that %s', (_, entries, complaint) => {
    const patches = entries.map((entry) => ({ row: 'A1', file: 'double.ts', why: 'to see', ...entry }))
    write('acceptance/breaks.json', patches)
    const { status, stdout } = run('--break', 'A1')
    expect(stdout).toContain(complaint)
    expect(readFileSync(join(tree, 'double.ts'), 'utf8')).toBe(sound)
    expect(status).toBe(1)
  })

  it('does not take a test for watchful that is red anyway', () => {
    write('acceptance/double.test.ts', test('[A1] doubles', 'expect(double(2)).toBe(5)'))
    expect(run('--break').stdout).toContain('MISSED  no longer doubles')
  })

  it('refuses to patch a file with changes of its own', () => {
    write('double.ts', `${sound}// mine\n`)
    expect(run('--break').stdout).toContain('has changes of its own')
    expect(readFileSync(join(tree, 'double.ts'), 'utf8')).toContain('// mine')
  })

  it('puts the file back when it is interrupted', async () => {
    const patched = new Promise<void>((found) => {
      const watcher = watch(join(tree, 'double.ts'), () => {
        watcher.close()
        found()
      })
    })
    const child = spawn('node', acceptance('--break'), { stdio: 'ignore' })
    const gone = once(child, 'exit')
    await patched
    child.kill('SIGINT')
    expect(await gone).toEqual([130, null])
    expect(readFileSync(join(tree, 'double.ts'), 'utf8')).toBe(sound)
  })
})
