import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { conformance } from './conformance.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rollcall-'))
  vi.stubEnv('CI', '')
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

/** Named as an engine’s suite is, and none. */
const elsewhere = {
  name: '/acceptance/some.test.ts',
  assertionResults: [{ ancestorTitles: ['one storage'], title: 'c', status: 'passed' }],
}

/** A report over engines and the cases each ran; a case in brackets was skipped. */
function report(engines: Record<string, string[]>): string {
  const assertionResults = Object.entries(engines).flatMap(([engine, cases]) =>
    cases.map((name) => ({
      ancestorTitles: [`${engine} storage`, 'users'],
      title: name.replace(/^\[|\]$/g, ''),
      status: name.startsWith('[') ? 'pending' : 'passed',
    })),
  )
  const file = join(folder, 'report.json')
  writeFileSync(
    file,
    JSON.stringify({ testResults: [{ name: '/packages/storage-some/src/some.test.ts', assertionResults }, elsewhere] }),
  )
  return file
}

it('says how many cases ran on which engines, and which were left out', () => {
  const { ok, note } = conformance(report({ memory: ['a', 'b'], PGlite: ['a', '[b]'] }))
  expect([ok, note]).toEqual([true, '2 cases on memory, PGlite (1 not run)'])
})

it('names what an engine lacks, and fails where nothing ran', () => {
  const { ok, detail } = conformance(report({ memory: ['a', 'b'], SQLite: ['b'] }))
  expect([ok, detail]).toEqual([false, 'SQLite lacks: users › a'])
  expect(conformance(report({})).ok).toBe(false)
})

it('wants every engine in CI', () => {
  vi.stubEnv('CI', '1')
  const { ok, detail } = conformance(report({ memory: ['a'], SQLite: ['a'], PostgreSQL: ['a'] }))
  expect([ok, detail]).toEqual([false, 'MariaDB did not run'])
})
