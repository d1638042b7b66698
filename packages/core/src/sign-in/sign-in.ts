import { makerStillMay } from '../access/maker.steps.ts'
import { composeEntry } from '../audit/audit.steps.ts'
import type { Effects, UseCase } from '../effects.ts'
import { refuse } from '../kernel/refusals.ts'
import { afterRight, SEEN, verifyGuarded } from '../lockout/attempt.steps.ts'
import { settleWrong } from '../lockout/wrong-attempt.steps.ts'
import type { CredentialRecord } from '../passwords/credential.store.ts'
import { isPasswordExpired, normalisePassword, SCHEMES } from '../passwords/password.rules.ts'
import type { Stores } from '../ports/storage.ts'
import { newSession } from '../sessions/session.steps.ts'
import { findTemporary } from '../tokens/temporary.steps.ts'
import { looksTemporary } from '../tokens/token.rules.ts'
import type { TokenRecord } from '../tokens/token.store.ts'
import type { UserRecord } from '../users/user.rules.ts'
import { findByIdentifier } from '../users/user.steps.ts'
import { attemptsOf, barredBy } from './barred.steps.ts'
import type { signInContract } from './sign-in.contract.ts'

type SignIn = UseCase<typeof signInContract.signIn>

/**
 * Signs in with identifier and password. Everybody who may not is refused alike, in words and in time. Somebody waits for
 * it, so imports make way.
 */
export const signIn: SignIn = (effects) => {
  const answer = answerSignIn(effects)
  return (actor, input) => effects.rightOfWay.take(() => answer(actor, input))
}

const answerSignIn: SignIn = (effects) => async (actor, input) => {
  const { storage, policy, clock } = effects
  const user = await findByIdentifier(storage, policy, input.identifier)
  const barred = user && barredBy(effects, user)
  const account = await attemptsOf(effects, input.identifier, user, barred)
  const credential = user && !barred ? await credentialOf(effects, user) : null

  const temporary = await temporaryFor(effects, barred ? null : user, input.password)
  const proof = temporary ? SEEN : credential
  const verdict = await verifyGuarded(effects, account, proof, input.password)
  if (!verdict.right || !user) {
    const cause = verdict.reservation === null ? 'locked' : (barred ?? 'wrong-password')
    await settleWrong(effects, actor, user, verdict.reservation, cause)
    return refuse('wrong-credentials')
  }
  const { reservation } = verdict
  return afterRight(effects, reservation, async () => {
    const renewed = credential && !temporary ? await renewedHash(effects, credential, input.password) : null
    const mustChange = temporary !== null || (credential !== null && isToBeChanged(effects, credential))
    const session = await newSession(effects, policy.session, user.id, actor.client, mustChange)
    const entry = await composeEntry(effects, actor, { action: 'signIn.signIn', target: user, proved: user })
    await storage.transaction(async (tx) => {
      if (!(await tx.lockout.succeed(reservation, clock.now()))) refuse('wrong-credentials')
      if (temporary) await promote(tx, effects, temporary)
      else if (credential && renewed) await tx.credentials.renew(user.id, credential.hash, renewed)
      await tx.sessions.add(session.record)
      await tx.users.noteSignIn(user.id, clock.now())
      await tx.audit.append(entry)
    })
    const reach = mustChange ? ('password-change-required' as const) : ('full' as const)
    return { answer: { userId: user.id, session: reach }, session: session.opened }
  })
}

/** The password, unless it was chosen by somebody who may no longer choose it. */
async function credentialOf({ storage, access }: Effects, user: UserRecord): Promise<CredentialRecord | null> {
  const credential = await storage.credentials.find(user.id)
  return credential && (await makerStillMay(storage, access, credential.setBy, 'setPassword', user)) ? credential : null
}

/** Somebody else chose it, or it is too old. */
function isToBeChanged({ policy, clock }: Effects, { setBy, changedAt }: CredentialRecord): boolean {
  return setBy !== null || isPasswordExpired(changedAt, policy.password, clock.now())
}

/** The live temporary password that was typed; null when nothing was that looks like one, or its maker may no longer. */
async function temporaryFor(effects: Effects, user: UserRecord | null, typed: string): Promise<TokenRecord | null> {
  if (!user || !looksTemporary(typed)) return null
  const { storage, access } = effects
  const found = await findTemporary(effects, storage.tokens, user.id, typed)
  if (found?.kind !== 'temporary-password') return found
  return (await makerStillMay(storage, access, found.senderId, 'issueTemporaryPassword', user)) ? found : null
}

/**
 * A temporary password is on its way to be the only one: the old password ends with its first use, and so does the link
 * it came with. It signs in again until it is changed or expires. Only the mail knew it, so nobody counts as its maker.
 */
async function promote(tx: Stores, { clock }: Effects, temporary: TokenRecord): Promise<void> {
  if (temporary.kind === 'temporary-password') return
  if (!(await tx.tokens.consume('reset', temporary.codeDigest, clock.now()))) refuse('wrong-credentials')
  await tx.tokens.issue({ ...temporary, kind: 'temporary-password', digest: temporary.codeDigest, senderId: null })
  await tx.credentials.remove(temporary.userId)
  await tx.sessions.endAll(temporary.userId, null)
}

/** A stronger hash of the same password, where the one there is weak, foreign, or of a password as typed; else null. */
async function renewedHash({ hasher }: Effects, { hash, scheme }: CredentialRecord, password: string) {
  if (scheme === SCHEMES.normalised && !hasher.needsRehash(hash)) return null
  return { hash: await hasher.hash(normalisePassword(password)), scheme: SCHEMES.normalised }
}
