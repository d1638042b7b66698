import type { SystemActor } from '../kernel/actor.ts'
import { RefusedError, refuse } from '../kernel/refusals.ts'
import type { ProviderIdentity } from '../ports/identity-provider.ts'
import { admitCreation, decideCreation, prepareCreation, sameGrants } from '../users/account.steps.ts'
import type { AccountTools, Change } from '../users/change.steps.ts'
import { emailKey, isIdentifierOf, usernameKey } from '../users/identifier.rules.ts'
import type { User, UserRecord } from '../users/user.rules.ts'
import { admit, type Opening } from './admission.steps.ts'
import { claimedProfile } from './claims.rules.ts'
import { type Candidates, grantsThrough } from './identity.rules.ts'
import type { Provider } from './sign-in.rules.ts'

/** An identity at a provider, and what the provider may do here. */
export interface Admission {
  readonly provider: Provider
  readonly identity: ProviderIdentity
  /** The host, in the provider's name. */
  readonly actor: SystemActor
}

/** Everybody an identity might belong to. */
export async function candidatesOf(
  { storage }: Pick<AccountTools, 'storage'>,
  { provider, identity: { subject, username, email } }: Admission,
): Promise<Candidates<UserRecord>> {
  const bySubject = await storage.users.findBySubject(provider.id, subject)
  if (bySubject) return { bySubject, byUsername: null, byEmail: null }
  const named = username === null ? null : usernameKey(username)
  const addressed = email === null ? null : emailKey(email)
  // Names and addresses share one namespace, but a name proves nothing about somebody whose address it is.
  const holder = async (key: string | null, kind: 'username' | 'email') => {
    const user = key === null ? null : await storage.users.findByKey(key)
    return user && key !== null && isIdentifierOf(user, key, kind) ? user : null
  }
  return { bySubject, byUsername: await holder(named, 'username'), byEmail: await holder(addressed, 'email') }
}

/** Somebody nobody knows here, as the provider describes them. */
export function newcomer(tools: AccountTools, { provider, identity, actor }: Admission): User {
  const { policy, access, clock } = tools
  const { email, username, subject, roles } = identity
  const asked = {
    ...claimedProfile(policy.fields, identity, null),
    email: email ?? undefined,
    username: policy.username === null ? undefined : username,
    authentication: { kind: 'external', provider: provider.id },
  } as const
  const user = decideCreation(tools, actor, asked, 'file')
  const grants = grantsThrough(access, provider, roles, user.grants)
  return { ...user, authentication: { ...user.authentication, subject }, grants, registeredAt: clock.now() }
}

/** Stores them; refuses when somebody was quicker. */
export async function admitNewcomer(tools: AccountTools, { actor }: Admission, user: User, open: Opening) {
  const prepared = await prepareCreation(tools, actor, user, 'users.createUser')
  await tools.storage.transaction(async (tx) => {
    const outcome = await admitCreation(tx, prepared)
    if (outcome !== 'inserted') refuse(outcome)
    await open(tx)
  })
}

/** Lets somebody known in, with what the provider says anew; what stands in their profile stays. */
export async function admitKnown(tools: AccountTools, admission: Admission, user: UserRecord, open: Opening) {
  const what = changeBy(tools, admission, user)
  try {
    await admit(tools, admission.actor, user, what, open)
  } catch (error) {
    // No provider's word leaves a product without an administrator: the last one keeps what they have.
    const last = error instanceof RefusedError && error.details.reason === 'last-administrator'
    if (!last || what === null) throw error
    const { grants: _, ...rest } = what
    await admit(tools, admission.actor, user, rest, open)
  }
}

/** What this sign-in makes of them; null: nothing. */
function changeBy(
  { policy, access, clock }: AccountTools,
  { provider, identity }: Admission,
  user: UserRecord,
): Change | null {
  const { id, subject } = { ...identity, id: provider.id }
  const linked = user.authentication.subject === subject
  const registeredAt = user.registeredAt === null ? clock.now() : undefined
  const fields = {
    ...claimedProfile(policy.fields, identity, user),
    ...(linked ? {} : { authentication: { kind: 'external', provider: id, subject } as const }),
    ...(registeredAt === undefined ? {} : { registeredAt }),
  }
  const grants = grantsThrough(access, provider, identity.roles, user.grants)
  const same = sameGrants(user.grants, grants)
  if (same && Object.keys(fields).length === 0) return null
  return {
    action: linked ? 'users.editUser' : 'signIn.linkProvider',
    fields,
    ...(same ? {} : { grants }),
    event: registeredAt === undefined ? 'user.edited' : 'user.registered',
  }
}
