import { createWriteStream, rmSync } from 'node:fs'
import { basename } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline/promises'
import { pipeline } from 'node:stream/promises'
import type { RefusedError, Rollcall, SystemActor } from '@rollcall/core'
import { PASSWORD_HASH } from '@rollcall/core/rules'
import type { Command, Setting } from '../command.ts'
import { Complaint } from '../explain.ts'
import { type Mapping, mappingOf } from './mapping.ts'
import { grouped } from './progress.rules.ts'
import { readFile } from './read-file.ts'
import { fileSentence, rowSentence } from './sentences.ts'
import { showProgress } from './show-progress.ts'

interface Options {
  readonly file?: string
  readonly resume?: string
  readonly map?: string | readonly string[]
  readonly hashes?: boolean
  readonly by?: string
  readonly yes?: boolean
}

type Import = Awaited<ReturnType<Rollcall['imports']['getImport']>>

/** An import in hand: who does it, over what, and where its refused rows go. */
interface Work {
  readonly rollcall: Rollcall
  readonly actor: SystemActor
  readonly say: Setting['say']
  readonly rejects: string
}

/** Refused rows that are told one by one; all of them are in the file. */
const TOLD = 20

/** `rollcall import <file> | --resume <id>`: checks a file of people, asks, and applies it; or goes on applying one. */
export const importUsers: Command<Options> = async (setting, options) => {
  const { file, resume, by } = options
  if ((file === undefined) === (resume === undefined)) {
    throw new Complaint('Say what: either a file, or --resume with the id of an import')
  }
  const rollcall = setting.rollcall()
  const actor = rollcall.host(by === undefined ? 'rollcall import' : `rollcall import, ${by}`)
  const found =
    file === undefined ? await known(rollcall, actor, String(resume)) : await checked(setting, actor, options)
  const rejects = `${file ?? basename(found.name ?? found.id)}.rejected.csv`
  const work = { rollcall, actor, say: setting.say, rejects }

  await tell(work, found)
  const left = found.counts.create + found.counts.update - found.done.rows
  if (left > 0 && !options.yes && !(await confirmed(left))) {
    setting.say(`Nothing was applied. \`rollcall import --resume ${found.id}\` applies it, until ${found.expiresAt}.`)
    await keepRejects(work, found)
    return 1
  }
  const done = left > 0 ? await applied(work, found) : found
  const refused = await keepRejects(work, done)
  await rollcall.worker.runOnce()
  return refused > 0 ? 1 : 0
}

async function known({ imports }: Rollcall, actor: SystemActor, importId: string): Promise<Import> {
  try {
    return await imports.getImport(actor, { importId })
  } catch (error) {
    if (!isRefusal(error)) throw error
    throw new Complaint(`There is no import ${importId}, or it is older than 24 hours.`)
  }
}

/** The file as the core judges it. A file that cannot be read is a `Complaint` with line and column. */
async function checked({ config, rollcall }: Setting, actor: SystemActor, options: Options) {
  const { file = '', map = [], hashes = false } = options
  if (!config.csv) {
    throw new Complaint('Files cannot be read: give the configuration `csv: csvParser()`, from @rollcall/node/csv.')
  }
  const mapping = mappingOf([map].flat().map(String))
  if (typeof mapping === 'string')
    throw new Complaint(`--map ${mapping} says nothing; write "Header=Column", or "Header=".`)
  if (!hashes && Object.values(mapping).includes(PASSWORD_HASH)) {
    throw new Complaint('A --map brings in password hashes; say so with --hashes as well.')
  }
  const columns: Mapping = hashes ? { [PASSWORD_HASH]: PASSWORD_HASH, ...mapping } : mapping
  const bytes = readFile(file, process.stdout)
  try {
    return await rollcall().imports.previewImport(actor, { file: bytes, name: basename(file), columns })
  } catch (error) {
    if (!isRefusal(error)) throw error
    const { file: fault, fields } = error.details
    if (fault) throw new Complaint(fileSentence(fault))
    if (fields)
      throw new Complaint(`The name of the file or a --map cannot be used: ${Object.keys(fields).join(', ')}.`)
    throw error
  }
}

/** Counts, and the first rows that are refused. */
async function tell({ rollcall, actor, say }: Work, { id, name, counts, done }: Import): Promise<void> {
  const { create, update, unchanged, refused } = counts
  const changing = `${grouped(create)} new, ${grouped(update)} changed`
  say(`${name ?? id}: ${changing}, ${grouped(unchanged)} unchanged, ${grouped(refused)} refused.`)
  if (done.rows > 0) say(`${grouped(done.rows)} of them are done.`)
  else if (refused > 0) {
    const { rows } = await rollcall.imports.listRows(actor, { importId: id, verdict: 'refused', limit: TOLD })
    for (const { line, problems } of rows) for (const problem of problems) say(rowSentence(line, problem))
    if (refused > rows.length) say(`… and ${grouped(refused - rows.length)} rows more.`)
  }
}

async function confirmed(rows: number): Promise<boolean> {
  const asking = createInterface({ input: process.stdin, output: process.stdout })
  // The end of the input is an answer too.
  const ended = new Promise<string>((resolve) => asking.once('close', () => resolve('')))
  const answer = await Promise.race([asking.question(`Apply ${grouped(rows)} rows? (y/N) `), ended])
  asking.close()
  return /^y(es)?$/i.test(answer.trim())
}

/** Applies what is left, a few seconds at a time; whoever stops it here may go on anywhere. */
async function applied({ rollcall, actor, say }: Work, found: Import): Promise<Import> {
  const { id, counts } = found
  const of = counts.create + counts.update
  say(`Applying. After a stop, go on with \`rollcall import --resume ${id}\`.`)
  const show = showProgress(process.stdout, found.done.rows, Date.now)
  let info = found
  show(info.done.rows, of, false)
  while (info.state !== 'finished') {
    info = await rollcall.imports.applyImport(actor, { importId: id })
    show(info.done.rows, of, info.state === 'finished')
  }
  const { created, updated, refused } = info.done
  say(`${grouped(created)} created, ${grouped(updated)} changed, ${grouped(refused)} refused.`)
  return info
}

/** Writes the refused rows down, as a file to mend and import again, for its owner's eyes only; answers how many there are. */
async function keepRejects({ rollcall, actor, say, rejects }: Work, { id, counts, done }: Import): Promise<number> {
  const refused = counts.refused + done.refused
  if (refused === 0) return 0
  const lines = await rollcall.imports.downloadRejected(actor, { importId: id })
  // A file that was there would keep the rights it has.
  rmSync(rejects, { force: true })
  await pipeline(lines, createWriteStream(rejects, { flags: 'wx', mode: 0o600 }))
  say(`The refused rows are in ${rejects}.`)
  return refused
}

/** By name: the host's configuration may bring a core of its own, whose classes are not ours. */
function isRefusal(error: unknown): error is RefusedError {
  return error instanceof Error && error.name === 'RefusedError'
}
