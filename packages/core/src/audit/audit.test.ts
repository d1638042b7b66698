import { createMemoryStorage } from '@rollcall/storage-memory'
import { createWorld } from '@rollcall/testing'
import { describe, expect, it } from 'vitest'
import { webCryptography } from '../ports/default-cryptography.ts'
import type { Storage } from '../ports/storage.ts'
import { batchText, sealText } from './audit.rules.ts'
import type { AuditRecord, AuditStore } from './audit.store.ts'

const amara = { email: 'amara.okafor@northwind.example', firstName: 'Amara', lastName: 'Okafor' }

/** A storage whose audit somebody reads through a distorting glass: what was tampered with, as a reader finds it. */
function tampered(storage: Storage, distort: (entries: readonly AuditRecord[]) => readonly AuditRecord[]): Storage {
  const audit: AuditStore = {
    append: (entry) => storage.audit.append(entry),
    list: (userId, after, limit) => storage.audit.list(userId, after, limit),
    lastSeal: () => storage.audit.lastSeal(),
    seal: (seal, ids) => storage.audit.seal(seal, ids),
    countUnsealed: () => storage.audit.countUnsealed(),
    unsealed: async (limit) => distort(await storage.audit.unsealed(limit)),
    sealed: async (after, limit) =>
      (await storage.audit.sealed(after, limit)).map(({ seal, entries }) => ({ seal, entries: distort(entries) })),
  }
  return { ...storage, audit }
}

async function story() {
  const storage = createMemoryStorage()
  const world = createWorld({ storage })
  await world.createOwner(amara)
  for (const name of ['lena', 'tom', 'ada']) await world.invite(amara.email, `${name}@northwind.example`)
  await world.rollcall.audit.sealEntries()
  await world.signIn(amara.email)
  return { world, storage }
}

const verify = (storage: Storage) => createWorld({ storage }).rollcall.audit.verifyEntries()

describe('the audit chain', () => {
  it('verifies what was written, sealed and not yet sealed, with any secret of the host', async () => {
    const { world, storage } = await story()
    expect(await world.rollcall.audit.verifyEntries()).toMatchObject({ unsealed: 1, problems: [] })
    const rotated = createWorld({ storage, secrets: [new Uint8Array(32).fill(9), new Uint8Array(32).fill(7)] })
    expect((await rotated.rollcall.audit.verifyEntries()).problems).toEqual([])
  })

  it('finds an edited entry, sealed or not', async () => {
    const { storage } = await story()
    const glass = tampered(storage, (entries) => entries.map((entry) => ({ ...entry, reason: 'nothing to see' })))
    const { problems, entries } = await verify(glass)
    expect(problems.filter((problem) => problem.endsWith('was edited.'))).toHaveLength(entries)
  })

  it('finds a removed and an added entry in a sealed batch', async () => {
    const { storage } = await story()
    const less = await verify(tampered(storage, (entries) => (entries.length > 1 ? entries.slice(1) : entries)))
    expect(less.problems.join(' ')).toMatch(/covers \d+ entries; \d+ are there/)
    const more = await verify(tampered(storage, (entries) => [...entries, ...entries]))
    expect(more.problems.join(' ')).toMatch(/covers \d+ entries; \d+ are there/)
  })

  it('finds a missing seal and a rewritten one', async () => {
    const { world, storage } = await story()
    await world.rollcall.audit.sealEntries()
    const missing = {
      ...storage.audit,
      sealed: async (after: number, limit: number) => (await storage.audit.sealed(after, limit)).slice(1),
    }
    expect((await verify({ ...storage, audit: { ...storage.audit, ...missing } })).problems.join(' ')).toContain(
      'Seal 1 is missing',
    )
    const rewritten = {
      ...storage.audit,
      sealed: async (after: number, limit: number) =>
        (await storage.audit.sealed(after, limit)).map(({ seal, entries }) => ({
          seal: { ...seal, count: seal.count, at: 0 },
          entries,
        })),
    }
    expect((await verify({ ...storage, audit: rewritten })).problems.join(' ')).toContain('Seal 1 was edited.')
  })

  it('is chained under the host’s secret: whoever rewrites it without is found', async () => {
    const { storage } = await story()
    const { digest } = webCryptography
    const rechained: Storage = {
      ...storage,
      audit: {
        ...storage.audit,
        sealed: async (after, limit) => {
          const [first, ...others] = await storage.audit.sealed(after, limit)
          if (!first) return []
          const entries = first.entries.slice(1)
          const link = { ...first.seal, count: entries.length, root: await digest(batchText(entries)) }
          return [{ seal: { ...link, hash: await digest(sealText(link)) }, entries }, ...others]
        },
      },
    }
    expect((await verify(rechained)).problems).toContain('Seal 1 was edited.')
  })

  it('tells whoever kept the newest seal that it was cut off', async () => {
    const { world, storage } = await story()
    await world.rollcall.audit.sealEntries()
    const { head, problems } = await world.rollcall.audit.verifyEntries()
    expect(problems).toEqual([])
    expect((await world.rollcall.audit.verifyEntries(head ?? '')).problems).toEqual([])
    const sealed = async (after: number, limit: number) => (await storage.audit.sealed(after, limit)).slice(0, -1)
    const shorter = createWorld({ storage: { ...storage, audit: { ...storage.audit, sealed } } })
    expect((await shorter.rollcall.audit.verifyEntries()).problems).toEqual([])
    expect((await shorter.rollcall.audit.verifyEntries(head ?? '')).problems).toEqual([
      `Seal ${head} is gone, with all that followed.`,
    ])
  })

  it('holds no secret that was shown or mailed', async () => {
    const { world, storage } = await story()
    await world.rollcall.audit.sealEntries()
    const text = JSON.stringify(await storage.audit.sealed(0, 100))
    for (const { mail } of world.mails.sent) {
      if (mail.template === 'invitation') {
        expect(text).not.toContain(mail.credential.code)
        expect(text).not.toContain(new URL(mail.credential.link).hash.replace('#token=', ''))
      }
    }
  })
})
