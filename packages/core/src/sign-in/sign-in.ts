import { composeEntry } from '../audit/audit.steps.ts'
import type { Effects, UseCase } from '../effects.ts'
import { refuse } from '../kernel/refusals.ts'
import { afterRight, verifyGuarded } from '../lockout/attempt.steps.ts'
import type { FailedSignInCause } from '../lockout/lockout.rules.ts'
import { settleWrong } from '../lockout/wrong-attempt.steps.ts'
import type { CredentialRecord } from '../passwords/credential.store.ts'
import { normalisePassword } from '../passwords/password.rules.ts'
import { newSession } from '../sessions/session.steps.ts'
import { identifierKey } from '../users/identifier.rules.ts'
import { statusOf, type UserRecord } from '../users/user.rules.ts'
import { findByIdentifier } from '../users/user.steps.ts'
import type { signInContract } from './sign-in.contract.ts'

/** Signs in with identifier and password. Everybody who may not is refused alike, in words and in time. */
export const signIn: UseCase<typeof signInContract.signIn> = (effects) => async (actor, input) => {
  const { storage, policy, clock } = effects
  const user = await findByIdentifier(storage, policy, input.identifier)
  const account = user?.id ?? `?${await unknownKey(effects, input.identifier)}`
  const barred = user && barredBy(effects, user)
  const credential = user && !barred ? await storage.credentials.find(user.id) : null

  const verdict = await verifyGuarded(effects, account, credential?.hash ?? null, input.password)
  if (!verdict.right || !user || !credential) {
    const cause = verdict.reservation === null ? 'locked' : (barred ?? 'wrong-password')
    await settleWrong(effects, actor, user, verdict.reservation, cause)
    return refuse('wrong-credentials')
  }
  const { reservation } = verdict
  return afterRight(effects, reservation, async () => {
    const renewed = await renewedHash(effects, credential, input.password)
    const session = await newSession(effects, policy.session, user.id, actor.client, false)
    const entry = await composeEntry(effects, actor, { action: 'signIn.signIn', target: user })
    await storage.transaction(async (tx) => {
      if (!(await tx.lockout.succeed(reservation, clock.now()))) refuse('wrong-credentials')
      if (renewed) await tx.credentials.renew(user.id, credential.hash, renewed)
      await tx.sessions.add(session.record)
      await tx.users.noteSignIn(user.id, clock.now())
      await tx.audit.append(entry)
    })
    return { answer: { userId: user.id, session: 'full' as const }, session: session.opened }
  })
}

/** Why this person cannot sign in with any password; null when they can. */
function barredBy({ policy, clock }: Effects, user: UserRecord): FailedSignInCause | null {
  if (user.registeredAt === null || user.authentication.kind === 'external') return 'not-registered'
  const status = statusOf(user, policy, clock.now())
  return status === 'deactivated' || status === 'dormant' ? status : null
}

async function renewedHash({ hasher }: Effects, credential: CredentialRecord, password: string) {
  return hasher.needsRehash(credential.hash) ? hasher.hash(normalisePassword(password)) : null
}

async function unknownKey({ cryptography, keys }: Effects, identifier: string): Promise<string> {
  return cryptography.mac(await keys.current('unknown-accounts'), identifierKey(identifier))
}
