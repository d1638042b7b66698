import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { directory } from '@rollcall/core/presets'
import { createWorld } from '@rollcall/testing'
import Database from 'libsql'
import { afterEach, expect, test } from 'vitest'
import { type SqliteStatement, type SqlStorage, sqliteStorage } from '../sqlite.ts'

const folders: string[] = []
const open: SqlStorage[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((storage) => storage.close()))
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

/** A hub with nobody in it, and how many statements it has run so far, those that begin and end transactions left out. */
async function hub() {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-'))
  folders.push(folder)
  let ran = 0
  const storage = sqliteStorage({
    file: join(folder, 'rollcall.db'),
    open(path) {
      const database = new Database(path)
      const prepare = database.prepare.bind(database)
      return Object.assign(database, {
        prepare(sql: string): SqliteStatement {
          const statement = prepare(sql)
          const counted = <A extends unknown[], R>(call: (...parameters: A) => R) => {
            return (...parameters: A) => {
              ran += 1
              return call(...parameters)
            }
          }
          const [get, all, run] = [statement.get, statement.all, statement.run].map((call) =>
            counted(call.bind(statement)),
          )
          return Object.assign(statement, { get, all, run })
        },
      })
    },
  })
  open.push(storage)
  await storage.migrate()
  const { rollcall } = createWorld({ policy: directory, storage })
  const statements = async <T>(work: Promise<T>) => {
    const before = ran
    const answer = await work
    return { answer, ran: ran - before }
  }
  return { rollcall, host: rollcall.host('import'), statements }
}

/** People by their numbers; where every other is refused, the others change their job. */
async function* crowd(rows: number, jobTitle = '', everyOther = '') {
  const lines = Array.from(
    { length: rows },
    (_, i) => `p${i}${i % 2 ? everyOther : ''},p${i}@x.example,P,${i},${jobTitle}`,
  )
  yield new TextEncoder().encode(['Username,Email,FirstName,LastName,JobTitle', ...lines, ''].join('\r\n'))
}

async function read(file: Promise<AsyncIterable<string>>): Promise<number> {
  let lines = 0
  for await (const piece of await file) lines += piece.split('\r\n').length - 1
  return lines
}

test.each([1, 150, 600])(
  'a file of %i people costs a few statements for 50 of them, and seven or nine for each who is written',
  async (rows) => {
    const { rollcall, host, statements } = await hub()
    const { imports, users } = rollcall
    const chunks = Math.ceil(rows / 50)
    const said: Record<string, number> = {}
    const within = async <T>(name: string, limit: number, work: Promise<T>): Promise<T> => {
      const { answer, ran } = await statements(work)
      said[name] = ran
      expect(ran, `${name} ran more than ${limit} statements`).toBeLessThanOrEqual(limit)
      return answer
    }
    const preview = 14 + 5 * chunks
    const call = 7 + 8 * chunks

    const created = await within('previewImport', preview, imports.previewImport(host, { file: crowd(rows) }))
    const creation = imports.applyImport(host, { importId: created.id })
    expect((await within('applyImport, creating', call + 7 * rows, creation)).done.created).toBe(rows)
    expect(await within('exportUsers', 4 + 2 * Math.ceil(rows / 500), read(users.exportUsers(host, {})))).toBe(rows + 1)

    const file = crowd(rows, 'Auditor', ' b')
    const { id: importId, counts } = await within(
      'previewImport, again',
      preview,
      imports.previewImport(host, { file }),
    )
    const rejected = read(imports.downloadRejected(host, { importId }))
    expect(await within('downloadRejected', 3 + chunks, rejected)).toBe(counts.refused + 1)
    for (const verdict of ['update', 'refused'] as const) {
      const page = imports.listRows(host, { importId, verdict, limit: 200 })
      expect((await within(`listRows, ${verdict}`, 1 + Math.min(chunks + 1, 9), page)).rows).toHaveLength(
        Math.min(counts[verdict], 200),
      )
    }
    const update = imports.applyImport(host, { importId })
    expect((await within('applyImport, editing', call + 9 * counts.update, update)).done.updated).toBe(counts.update)
    console.log(
      `${rows} people: ${Object.entries(said)
        .map(([name, ran]) => `${name} ${ran}`)
        .join(', ')}`,
    )
  },
)
