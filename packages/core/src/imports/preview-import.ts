import { composeEntry } from '../audit/audit.steps.ts'
import type { Effects, UseCase } from '../effects.ts'
import type { KnownActor } from '../kernel/actor.ts'
import { requireRight } from '../kernel/authorise.ts'
import { uuidv7 } from '../kernel/id.ts'
import { refuse } from '../kernel/refusals.ts'
import { CsvError, type CsvParser, type CsvRecord } from '../ports/csv-parser.ts'
import { parseCell } from './cells.contract.ts'
import { columnsOf, keyColumn } from './header.rules.ts'
import { IMPORT_KEPT } from './import.rules.ts'
import { placesIn, presentImport } from './import.steps.ts'
import type { ImportRecord } from './import.store.ts'
import type { importsContract } from './imports.contract.ts'
import { LineIndex } from './line-index.rules.ts'
import { chunkOf, inChunks, planRows, type Sofar } from './plan.steps.ts'
import { openSheet } from './sheet.steps.ts'

type Input = Parameters<ReturnType<UseCase<typeof importsContract.previewImport>>>[1]

/** Judges a file row by row while it comes in, and keeps what it would do; nobody is changed. */
export const previewImport: UseCase<typeof importsContract.previewImport> = (effects) => async (caller, input) => {
  const { storage, access, clock, random, csv } = effects
  const actor = requireRight(access, caller, 'users.import')
  if (!csv) return refuse('not-allowed', { reason: 'disabled-by-policy' })
  const now = clock.now()
  const about = {
    id: uuidv7(now, random.bytes(10)),
    ownerId: actor.kind === 'system' ? null : actor.effective.user.id,
    name: input.name ?? null,
    createdAt: now,
    expiresAt: now + IMPORT_KEPT,
  }
  try {
    return await preview(effects, actor, csv, about, input)
  } catch (error) {
    await storage.imports.remove(about.id)
    if (!(error instanceof CsvError)) throw error
    const { problem, line, column } = error
    return refuse(problem === 'too-large' ? 'too-large' : 'unsupported-file', { file: { problem, line, column } })
  }
}

async function preview(
  effects: Effects,
  actor: KnownActor,
  csv: CsvParser,
  about: Omit<ImportRecord, 'columns'>,
  { file, columns: mapping = {} }: Input,
) {
  const { storage, policy, access, attributes, random } = effects
  const records = csv.parse(file)[Symbol.asyncIterator]()
  const first = await records.next()
  const header: CsvRecord = first.done ? nothingInside() : first.value
  const key = keyColumn(policy)
  const columns = columnsOf(header.cells, header.line, mapping, {
    key,
    attributes,
    hashes: actor.kind === 'system',
  })
  if ('problem' in columns) return refuse('unsupported-file', { file: columns })
  const record = { ...about, columns }
  await storage.imports.add(record)

  const sheet = openSheet(columns, attributes, parseCell)
  const tools = { ...effects, places: await placesIn(storage) }
  const administrators = { left: await storage.users.countHolders(access.policy.administrators) }
  const sofar: Sofar = { keys: new LineIndex(random.bytes(8)), administrators }
  let number = 0
  for await (const some of inChunks({ [Symbol.asyncIterator]: () => records })) {
    const rows = await planRows(tools, actor, sheet, some, sofar)
    await storage.imports.addChunk(await chunkOf(effects, record.id, number, rows))
    number += 1
  }
  if (number === 0) nothingInside()
  const { counts } = await storage.imports.totals(record.id)
  const entry = await composeEntry(effects, actor, {
    action: 'imports.previewImport',
    target: { id: record.id, name: record.name ?? '' },
    changes: Object.fromEntries(Object.entries(counts).map(([verdict, count]) => [verdict, [null, count]])),
  })
  await storage.transaction(async (tx) => {
    await tx.imports.complete(record.id)
    await tx.audit.append(entry)
  })
  return presentImport(storage, record)
}

function nothingInside(): never {
  return refuse('unsupported-file', { file: { problem: 'nothing-inside', line: null, column: null } })
}
