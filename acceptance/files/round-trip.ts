import type { Random, Storage } from '@rollcall/core'
import { createWorld, type World } from '@rollcall/testing'
import fc from 'fast-check'
import { expect } from 'vitest'
import { accounts, attributes, type PolicyName, policies, RESOURCES } from './people.ts'

type Filter = NonNullable<Parameters<World['rollcall']['users']['exportUsers']>[1]>

/** Lists that somebody could look at while they take them away. */
const FILTERS: readonly Filter[] = [
  ...[{}, {}, { enabled: true }, { authentication: 'external' as const }, { role: ['-auditor'] }, { q: 'a' }],
  ...[{ resource: ['default'] }, { status: ['not-confirmed' as const, 'deactivated' as const] }],
]

export interface RoundTrips {
  readonly seed: number
  readonly worlds: number
  /** An empty one for each world. */
  storage(): Promise<Storage>
}

/**
 * Fills worlds with people, takes a list of each away as a file, and gives the file back: to the same world, where it must
 * change nobody, and to an empty one, which must then give the same file, byte by byte. Answers how many people came along.
 */
export async function tellRoundTrips(name: PolicyName, { seed, worlds, storage }: RoundTrips): Promise<number> {
  let people = 0
  const trip = fc.asyncProperty(accounts(name), fc.constantFrom(...FILTERS), async (some, filter) => {
    const one = await worldOf(name, await storage())
    await one.createOwner({
      ...{ email: 'amara@northwind.example', firstName: 'Amara', lastName: 'Okafor' },
      ...(one.policy.username ? { username: 'amara' } : {}),
    })
    for (const account of some) await one.rollcall.users.createUser(one.rollcall.host('payroll'), account)
    const amara = await one.as('amara@northwind.example')
    const file = await textOf(one.rollcall.users.exportUsers(amara, filter))
    const count = await one.rollcall.users.countUsers(amara, filter)
    const total = 'exactly' in count ? count.exactly : count.atLeast
    if (total === 0) return
    people += total

    const same = await one.rollcall.imports.previewImport(amara, { file: fileOf(file) })
    const { rows } = await one.rollcall.imports.listRows(amara, { importId: same.id, limit: 200 })
    expect(rows.filter(({ verdict }) => verdict !== 'unchanged')).toEqual([])
    expect(same.counts).toEqual({ create: 0, update: 0, unchanged: total, refused: 0 })

    const other = await worldOf(name, await storage())
    const host = other.rollcall.host('move')
    const { id: importId } = await other.rollcall.imports.previewImport(host, { file: fileOf(file) })
    const { done } = await other.rollcall.imports.applyImport(host, { importId })
    const rejected = await textOf(other.rollcall.imports.downloadRejected(host, { importId }))
    expect({ done, rejected }).toMatchObject({
      done: { rows: total, created: total },
      rejected: expect.not.stringMatching(/\n./),
    })
    expect(await textOf(other.rollcall.users.exportUsers(host, {}))).toBe(file)
  })
  await fc.assert(trip, { seed, numRuns: worlds })
  return people
}

async function worldOf(name: PolicyName, storage: Storage): Promise<World> {
  const world = createWorld({ policy: policies[name], attributes, storage, random: counting() })
  for (const resource of RESOURCES) await world.rollcall.resources.put({ ...resource, name: resource.id })
  return world
}

/** Ids in the order they are made, so that people of the same name stand in the same order everywhere. */
function counting(): Random {
  let made = 0
  return {
    bytes(length) {
      const bytes = new Uint8Array(length)
      // The last four bits are not in a UUID any more.
      made += 16
      if (length >= 4) new DataView(bytes.buffer).setUint32(length - 4, made)
      return bytes
    },
  }
}

async function* fileOf(text: string) {
  yield new TextEncoder().encode(text)
}

async function textOf(file: Promise<AsyncIterable<string>>): Promise<string> {
  let text = ''
  for await (const piece of await file) text += piece
  return text
}
