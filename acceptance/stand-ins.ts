import type { User } from '@rollcall/core/rules'
import type { World } from '@rollcall/testing'
import { HERE, isImpersonating, type Matrix, type Pair, placeOf } from './matrix.ts'
import type { Operation } from './operations.ts'
import { insertIn, insertUser, openSession, type State } from './stored.ts'
import { reasonOf, type Visit, visit } from './visit.ts'

/** People who act and are acted on in the cells of a matrix, made when they are needed. */
export interface StandIns {
  /** What HTTP answers when the one of the pair does that to the other: `allowed`, or why not. */
  answer(pair: Pair, name: string, operation: Operation, message?: string): Promise<string>
  /** What it answers when the one invites somebody to the roles of the other. */
  invite(pair: Pair, message?: string): Promise<string>
}

/** Allowed, and not needed by somebody who is well already. */
const NEEDLESS = ['already-done', 'not-locked', 'not-dormant', 'already-registered']

/** Whoever acts, or is acted on in vain, does so again; whoever was changed is replaced. */
export function standIns(world: World, { grants }: Matrix): StandIns {
  const actors = new Map<string, Promise<Visit>>()
  const targets = new Map<string, User>()
  let made = 0
  const nextId = () => {
    made += 1
    return `stand-in-${made}`
  }

  async function insertActor(roles: string): Promise<User> {
    return insertUser(world, { id: nextId(), grants: grants(roles), organization: HERE.organization })
  }

  async function browserOf({ actor, relation }: Pair): Promise<Visit> {
    const key = `${actor} ${isImpersonating(relation)}`
    const open = actors.get(key) ?? (isImpersonating(relation) ? actingAs(actor) : signedIn(actor))
    actors.set(key, open)
    return open
  }

  async function signedIn(roles: string): Promise<Visit> {
    return visit(world, await openSession(world, (await insertActor(roles)).id))
  }

  /** Somebody of the highest role in the place of somebody with those. */
  async function actingAs(roles: string): Promise<Visit> {
    const [highest] = world.policy.access.systemRoles.toSorted((a, b) => b.rank - a.rank)
    const browser = await signedIn(highest?.id ?? '')
    const { id: userId } = await insertActor(roles)
    await browser.client.impersonation.startImpersonation({ userId, reason: 'The export stays empty.' })
    return browser
  }

  async function onOneself(actor: string, operation: Operation, given: Record<string, string>): Promise<string> {
    const self = await insertActor(actor)
    const { client } = visit(world, await openSession(world, self.id))
    const answer = await reasonOf(operation.call(client, self, given, world))
    return NEEDLESS.includes(answer) ? 'done' : answer
  }

  async function onSomebody(pair: Pair, name: string, operation: Operation, given: Record<string, string>) {
    const { organization, resource } = placeOf(pair.relation)
    const key = [pair.target, organization, resource, operation.state].join(' ')
    const target = targets.get(key) ?? (await insertTarget(pair, operation.state))
    targets.set(key, target)
    const { client } = await browserOf(pair)
    const answer = await reasonOf(operation.call(client, target, given, world))
    // Where nobody ever becomes dormant, nobody is reactivated.
    if (answer === 'not-dormant' && world.policy.dormantAfterDays === null) return 'done'
    if (answer === 'done') targets.delete(key)
    if (answer === 'done' && name === 'impersonation.startImpersonation') actors.clear()
    return answer
  }

  async function insertTarget({ target, relation }: Pair, state?: State): Promise<User> {
    const { organization, resource } = placeOf(relation)
    return insertIn(world, { id: nextId(), grants: grants(target, resource), organization }, state)
  }

  const allowed = (answer: string) => (answer === 'done' ? 'allowed' : answer)
  return {
    async answer(pair, name, operation, message) {
      const given = message === undefined ? {} : { message }
      const { actor, relation } = pair
      return allowed(
        await (relation === 'self' ? onOneself(actor, operation, given) : onSomebody(pair, name, operation, given)),
      )
    },
    async invite(pair, message) {
      const { client } = await browserOf(pair)
      const given = grants(pair.target).map(({ role, scope }) => ({ role, scope }))
      const words = message === undefined ? {} : { message }
      const emails = [`${nextId()}@${HERE.organization}`]
      return allowed(await reasonOf(client.invitations.inviteUsers({ emails, grants: given, ...words })))
    },
  }
}
