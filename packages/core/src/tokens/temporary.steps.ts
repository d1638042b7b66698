import { uuidv7 } from '../kernel/id.ts'
import type { Clock } from '../ports/clock.ts'
import type { Cryptography } from '../ports/cryptography.ts'
import type { Random } from '../ports/random.ts'
import { TEMPORARY_PASSWORD_LENGTH, temporaryPasswordOf } from './token.rules.ts'
import type { TokenRecord } from './token.store.ts'

interface Tools {
  readonly cryptography: Cryptography
  readonly random: Random
  readonly clock: Clock
}

/** A temporary password: the secret, and the token by which it is known. */
export interface TemporaryPassword {
  readonly password: string
  readonly record: TokenRecord
}

/** A fresh one for somebody. Random enough to be looked up by its digest, so no slow hash is stored. */
export async function newTemporaryPassword(
  { cryptography, random, clock }: Tools,
  about: Pick<TokenRecord, 'userId' | 'senderId' | 'mailId'> & { readonly lifetimeHours: number },
): Promise<TemporaryPassword> {
  const { lifetimeHours, ...rest } = about
  const now = clock.now()
  const password = temporaryPasswordOf(random.bytes(TEMPORARY_PASSWORD_LENGTH))
  const digest = await cryptography.digest(password)
  const expiresAt = now + lifetimeHours * 3_600_000
  const record: TokenRecord = {
    ...rest,
    id: uuidv7(now, random.bytes(10)),
    kind: 'temporary-password',
    digest,
    codeDigest: digest,
    codeExpiresAt: expiresAt,
    expiresAt,
    createdAt: now,
    sends: 1,
    email: null,
  }
  return { password, record }
}

/** The live temporary password that was typed, on its own or beside a reset link; null when it is neither. */
export async function findTemporary(
  { cryptography, clock }: Pick<Tools, 'cryptography' | 'clock'>,
  tokens: { find(kind: 'temporary-password' | 'reset', digest: string, now: number): Promise<TokenRecord | null> },
  userId: string,
  typed: string,
): Promise<TokenRecord | null> {
  const digest = await cryptography.digest(typed)
  const now = clock.now()
  const found = (await tokens.find('temporary-password', digest, now)) ?? (await tokens.find('reset', digest, now))
  return found?.userId === userId && found.codeDigest === digest ? found : null
}
