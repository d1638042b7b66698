import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Complaint } from './complaint.ts'

/** An account of the demo, with the password everybody may know. */
export interface Account {
  readonly email: string
  /** What they sign in with. */
  readonly identifier: string
  readonly password: string
  readonly name: string
  /** What one can see by signing in as them. */
  readonly note: string
}

/** A product's own folder: databases, secret, mails, and the accounts once they are all there. */
export interface DataFolder {
  readonly database: string
  /** The host's own records. */
  readonly records: string
  readonly mails: string
  /** 32 random bytes, made at the first start. Fine on loopback; elsewhere a secret comes from the environment. */
  secret(): string
  /** The accounts of a demo that was seeded to the end; null before. */
  accounts(): readonly Account[] | null
  /** Marks the demo as seeded. */
  keepAccounts(accounts: readonly Account[]): void
  /** Removes what the console made, and nothing else. */
  clear(): void
}

function dataFolder(folder: string): DataFolder {
  const inside = (name: string) => join(folder, name)
  const database = inside('rollcall.sqlite')
  const records = inside('records.json')
  const accountsFile = inside('accounts.json')
  const secretFile = inside('secret')
  const mails = inside('mails')
  const owned = [accountsFile, database, `${database}-wal`, `${database}-shm`, records, mails, secretFile]
  return {
    database,
    records,
    mails,
    secret: () => {
      if (!existsSync(secretFile)) {
        writeFileSync(secretFile, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
      }
      return readFileSync(secretFile, 'utf8').trim()
    },
    accounts: () => (existsSync(accountsFile) ? JSON.parse(readFileSync(accountsFile, 'utf8')) : null),
    keepAccounts: (accounts) => writeFileSync(accountsFile, JSON.stringify(accounts, null, 2)),
    clear() {
      for (const path of owned) rmSync(path, { recursive: true, force: true })
    },
  }
}

/** Makes the folder what it has to be, emptied when `fresh`. Throws a `Complaint` where that cannot be. */
export function prepare(folder: string, fresh: boolean): DataFolder {
  const data = dataFolder(folder)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (fresh || data.accounts() === null) data.clear()
    mkdirSync(data.mails, { recursive: true })
    return data
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? ` (${error.code})` : ''
    throw new Complaint(`The demo cannot keep its data in ${folder}${why}. Give this user the right to write there.`)
  }
}
