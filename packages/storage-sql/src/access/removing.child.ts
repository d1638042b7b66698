import { createRollcall, RefusedError, type UserActor } from '@rollcall/core'
import { directory } from '@rollcall/core/presets'
import { storageAt } from '../storage-at.ts'

/** One way in which administrators go; `many` takes several, one after the other. */
export interface Removal {
  readonly kind: 'delete' | 'disable' | 'demote' | 'edit' | 'leave' | 'delete-many' | 'disable-many'
  readonly ids: readonly string[]
}

/** What became of each: `done`, or what the refusal says. */
export type Outcome = readonly [id: string, outcome: string]

const [address = ''] = process.argv.slice(2)
const policy = {
  ...directory,
  // Whoever removes them is none of those counted.
  access: { ...directory.access, administrators: ['hub-administrator'] },
  deletion: { ...directory.deletion, self: true },
}
const rollcall = createRollcall({
  policy,
  storage: storageAt(address),
  mailer: { send: async () => undefined },
  hasher: { hash: async () => '', verify: async () => false, accepts: () => false, needsRehash: () => false },
  secrets: [new Uint8Array(32)],
  baseUrl: 'https://rollcall.example',
  logger: { log: () => undefined },
})

/** Whoever has the session of that token. */
async function as(token: string): Promise<UserActor> {
  const actor = await rollcall.sessions.authenticate(token, { address: null, agent: null })
  if (!actor) throw new Error(`there is no session ${token}`)
  return actor
}

async function remove(operator: UserActor, { kind, ids }: Removal): Promise<Outcome[]> {
  const users = ids.map((id) => ({ id, version: 1 }))
  if (kind === 'delete-many' || kind === 'disable-many') {
    const change = { kind: kind === 'delete-many' ? 'delete' : 'disable' } as const
    const { results } = await rollcall.users.changeManyUsers(operator, { change, users, dryRun: false })
    return results.map(({ userId, verdict }) => [userId, verdict === true ? 'done' : told(verdict)])
  }
  return Promise.all(
    users.map(async ({ id, version }) => [id, await outcomeOf(one(operator, kind, id, version))] as const),
  )
}

function one(operator: UserActor, kind: Removal['kind'], userId: string, version: number): Promise<unknown> {
  if (kind === 'delete') return rollcall.users.deleteUser(operator, { userId, version })
  if (kind === 'disable') return rollcall.users.disableUser(operator, { userId, version })
  if (kind === 'edit') return rollcall.users.editUser(operator, { userId, version, enabled: false })
  if (kind === 'leave') return as(userId).then((actor) => rollcall.users.deleteMe(actor, {}))
  return rollcall.access.setGrants(operator, { userId, version, scope: null, roles: ['user'] })
}

async function outcomeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'done'
  } catch (error) {
    return error instanceof RefusedError
      ? told({ code: error.code, reason: error.details.reason ?? null })
      : String(error)
  }
}

function told({ code, reason }: { readonly code: string; readonly reason: string | null }): string {
  return reason === null ? code : `${code}: ${reason}`
}

process.on('message', async (removals: readonly Removal[]) => {
  const operator = await as('operator')
  const outcomes = await Promise.all(removals.map((removal) => remove(operator, removal)))
  process.send?.(outcomes.flat())
})

process.send?.('ready')
