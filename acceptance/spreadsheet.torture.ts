import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createWorld } from '@rollcall/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accounts, attributes, policies, RESOURCES } from './files/people.ts'

const seed = Date.now() % 2 ** 31
const WORLDS = 80
const ROWS = 500
/** As LibreOffice names them, alone and all at once: whoever opens a file may choose, and many a default is not the comma. */
const SEPARATORS = { commas: '44', semicolons: '59', tabs: '9', 'all of these': '44/59/9' }

const office = spawnSync('soffice', ['--version'], { encoding: 'utf8' })
const missing = office.error !== undefined
console.log(missing ? 'not run: no soffice' : `${office.stdout.trim()}, seed ${seed}`)

/** Files of ours, and the same cells as RFC 4180 would have them and nobody else cared. */
const files: Record<string, { readonly ours: string; readonly bare: string }> = {}
const directory = mkdtempSync(join(tmpdir(), 'rollcall-sheets-'))
afterAll(() => rmSync(directory, { recursive: true }))

describe.skipIf(missing)('opened in LibreOffice', () => {
  beforeAll(async () => {
    files.exported = await exported()
    files.rejected = await rejected()
  }, 600_000)

  describe.each(Object.entries(SEPARATORS))('with columns separated by %s', (_, separator) => {
    it.each(['exported', 'rejected'])(
      'no cell of the %s people is a formula, which the same cells as they are would be',
      (name) => {
        const { ours = '', bare = '' } = files[name] ?? {}
        const before = opened(bare, separator)
        const after = opened(ours, separator)
        expect(before.formulas.length).toBeGreaterThan(0)
        expect(after.formulas).toEqual([])
        // That it was read: a line is one cell at least.
        expect(after.cells).toBeGreaterThan(ROWS / 2)
        console.log(
          `${name}, separator ${separator}: ${after.cells} cells, no formula; bare: ${before.formulas.length} formulas`,
        )
      },
    )
  })
})

/** How many cells hold something once LibreOffice has read a file, and the formulas among them. */
function opened(csv: string, separator: string) {
  const [from, to] = [join(directory, 'people.csv'), join(directory, 'people.fods')]
  writeFileSync(from, csv)
  const profile = `-env:UserInstallation=file://${join(directory, 'profile')}`
  const filter = `--infilter=CSV:${separator},34,76`
  execFileSync('soffice', [profile, '--headless', '--convert-to', 'fods', filter, '--outdir', directory, from], {
    stdio: 'pipe',
  })
  const sheet = readFileSync(to, 'utf8')
  rmSync(to)
  return {
    cells: [...sheet.matchAll(/office:value-type=/g)].length,
    formulas: [...sheet.matchAll(/table:formula="([^"]*)"/g)].map(([, formula]) => formula),
  }
}

/** Everybody in worlds of hostile people. */
async function exported() {
  let [ours, bare] = ['', '']
  for (const people of fc.sample(accounts('user names'), { seed, numRuns: WORLDS })) {
    const { rollcall } = createWorld({ policy: policies['user names'], attributes })
    const host = rollcall.host('payroll')
    for (const resource of RESOURCES) await rollcall.resources.put({ ...resource, name: resource.id })
    for (const person of people) {
      await rollcall.users.createUser(host, person)
      const texts = Object.values({ ...person, ...person.attributes }).filter((value) => typeof value === 'string')
      bare += bareLine(texts)
    }
    ours += await textOf(rollcall.users.exportUsers(host, {}))
  }
  return { ours, bare }
}

/** What came back of a file that somebody sent: cells of any characters, which no person could hold, under any headers. */
async function rejected() {
  const start = fc.constantFrom(
    '=1+1',
    '=SUM(1)',
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    '\r\n=1+1',
    '+1+1',
    '-1+1',
    '@SUM(1)',
    'x',
  )
  const end = fc.constantFrom(
    '',
    '\t=1+1\t',
    ';=1+1;',
    '\r\n=1+1\r\n',
    '\n=1+1',
    '\r=1+1;',
    ',=1+1,',
    '";=1+1;"',
    '"\t=1+1',
  )
  const cell = fc.tuple(start, end).map((parts) => parts.join(''))
  const rows = fc.sample(fc.array(cell, { minLength: 3, maxLength: 3 }), { seed, numRuns: ROWS })
  const bare = [['Username', '=1+1', '-1;=1+1'], ...rows].map(bareLine).join('')
  const { rollcall } = createWorld({ policy: policies['user names'], attributes })
  const host = rollcall.host('payroll')
  const columns = { '=1+1': 'firstName', '-1;=1+1': null } as const
  const file = new Blob([bare]).stream()
  const { id: importId, counts } = await rollcall.imports.previewImport(host, { file, columns })
  expect(counts).toMatchObject({ create: 0, refused: ROWS })
  return { ours: await textOf(rollcall.imports.downloadRejected(host, { importId })), bare }
}

const bareLine = (cells: readonly string[]) => `${cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')}\r\n`

async function textOf(file: Promise<AsyncIterable<string>>): Promise<string> {
  let text = ''
  for await (const piece of await file) text += piece
  return text
}
