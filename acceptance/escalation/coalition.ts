import { RefusedError, type UserActor } from '@rollcall/core'
import type { Policy, UserRecord } from '@rollcall/core/rules'
import { CLIENT, createWorld, type World } from '@rollcall/testing'
import { insertUser, lock } from '../stored.ts'
import { type Atom, groupRolesOf, PLACES, type Reach, reachOf } from './reach.ts'

/** Somebody as a story begins. `pending` is invited only; `disabled`, `locked` and `dormant` cannot sign in. */
export interface Person {
  readonly held: readonly Atom[]
  readonly state: 'member' | 'bystander' | 'pending' | 'disabled' | 'locked' | 'dormant'
}

/** Everybody of the coalition has this password, and gives it to accounts they take over. */
export const OURS = 'marble thunder kite 77'
/** The one they choose for others, who must change it. */
export const CHOSEN = 'copper willow raft 31'
const THEIRS = 'Walnut lantern orbit 42'

const YEAR = 365 * 24 * 3_600_000

/** What a bystander has, as it must still be at the end. */
export interface Belongings {
  readonly user: UserRecord
  readonly hash: string | null
  readonly session: string | null
  readonly token: string | null
}

/** A world, some people of which act together. What they know is all they ever see, be it on screen, in answers or mails. */
export interface Coalition {
  readonly world: World
  readonly reach: Reach
  /** Session and API tokens they have seen. */
  readonly bearers: string[]
  /** Temporary passwords they have seen or chosen, and whose. */
  readonly temporary: { readonly email: string; readonly password: string }[]
  /** Addresses whose mail they read. */
  readonly addresses: Set<string>
  /** Sessions and API tokens at first, anybody's, by id; no secrets. */
  readonly ids: { readonly id: string; readonly userId: string }[]
  readonly bystanders: readonly Belongings[]
  readonly hadAdministrator: boolean
  readonly before: ReadonlyMap<string, readonly Atom[]>
}

/** Puts these people into an empty world. */
export async function assemble(policy: Policy, people: readonly Person[]): Promise<Coalition> {
  const world = createWorld({ policy })
  const { storage, rollcall } = world
  const members = people.filter(({ state }) => state === 'member')
  const coalition = {
    world,
    reach: reachOf(
      policy,
      members.flatMap(({ held }) => held),
      people.map(({ held }) => held),
    ),
    bearers: [] as string[],
    temporary: [] as Coalition['temporary'],
    addresses: new Set<string>(),
    ids: [] as Coalition['ids'],
    bystanders: [] as Belongings[],
    hadAdministrator: false,
    before: new Map<string, readonly Atom[]>(),
  }
  for (const [index, { held, state }] of people.entries()) {
    const registered = state !== 'pending'
    const password = state === 'member' ? OURS : THEIRS
    const activeAt = world.clock.now() - (state === 'dormant' ? YEAR : 0)
    const guarded = policy.deletion.protectedByDefault && index % 2 === 0
    const enabled = state !== 'disabled'
    const about = { id: `person-${index}`, grants: held, registered, enabled, activeAt, protected: guarded }
    const user = await insertUser(world, registered ? { ...about, password } : about)
    coalition.before.set(user.id, held)
    let session: string | null = null
    let token: string | null = null
    if (registered && user.enabled && state !== 'dormant') {
      session = await sessionOf(world, user.email, password)
      const actor = session && (await rollcall.sessions.authenticate(session, CLIENT))
      if (actor) coalition.ids.push({ id: actor.session.id, userId: user.id })
      if (actor && index % 2 === 1) {
        const made = await rollcall.apiTokens.createMyToken(actor, {})
        coalition.ids.push({ id: made.id, userId: user.id })
        token = made.token
      }
    }
    if (state === 'member') {
      coalition.addresses.add(user.email)
      coalition.bearers.push(...[session, token].filter((each) => each !== null))
    }
    const record = await storage.users.find(user.id)
    const hash = (await storage.credentials.find(user.id))?.hash ?? null
    if (state !== 'member' && record) coalition.bystanders.push({ user: record, hash, session, token })
    if (state === 'locked') await lock(world, user.id)
  }
  // A group of somebody else's: who may manage groups may not thereby join or open it.
  const grants = PLACES.flatMap((scope) => groupRolesOf(policy).map((role) => ({ role, scope })))
  const group = {
    id: 'inner-circle',
    name: 'Inner circle',
    description: '',
    domains: [],
    grants,
    createdAt: 0,
    version: 1,
  }
  await storage.groups.insert(group)
  // And one whose domain nobody has: whoever sets others' addresses may not thereby let them in.
  const fabrikam = { ...group, id: 'fabrikam', name: 'Fabrikam', domains: ['fabrikam.example'] }
  if (policy.emailEditable) await storage.groups.insert(fabrikam)
  coalition.hadAdministrator = (await storage.users.countHolders(policy.access.administrators)) > 0
  return coalition
}

/** Signs in and answers the session's token; null when that is refused. */
async function sessionOf({ rollcall }: World, identifier: string, password: string): Promise<string | null> {
  const { session } = await rollcall.signIn.signIn(rollcall.anonymous(CLIENT), { identifier, password })
  return session && session !== 'closed' ? session.token : null
}

/** Whoever is behind each bearer now; dead ones are left out. */
export async function actorsOf({ world, bearers }: Coalition): Promise<UserActor[]> {
  const found = await Promise.all(bearers.map((token) => world.rollcall.sessions.authenticate(token, CLIENT)))
  return found.filter((actor) => actor !== null)
}

/** Signs members in again once nobody of the coalition is signed in any more; null when none of them can be. */
export async function somebodyOf(coalition: Coalition, by: number): Promise<UserActor | null> {
  let actors = await actorsOf(coalition)
  for (const email of actors.length === 0 ? coalition.addresses : []) {
    for (const password of [OURS, CHOSEN]) {
      const token = await sessionOf(coalition.world, email, password).catch(refusedToNull)
      if (token) coalition.bearers.push(token)
    }
  }
  if (actors.length === 0) actors = await actorsOf(coalition)
  // Acting as somebody else is rare otherwise, and has rules of its own.
  const acting = by % 3 === 0 ? actors.filter(({ session }) => session.impersonation !== null) : []
  const chosen = acting.length > 0 ? acting : actors
  return chosen[by % Math.max(1, chosen.length)] ?? null
}

function refusedToNull(error: unknown): null {
  if (error instanceof RefusedError) return null
  throw error
}
