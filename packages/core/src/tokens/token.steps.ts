import { base64url, uuidv7 } from '../kernel/id.ts'
import type { Clock } from '../ports/clock.ts'
import type { Cryptography } from '../ports/cryptography.ts'
import type { Random } from '../ports/random.ts'
import type { LinkPolicy } from '../system/policy.rules.ts'
import { CODE_LENGTH, codeOf, secretOf, TOKEN_BYTES } from './token.rules.ts'
import type { TokenRecord } from './token.store.ts'

interface Tools {
  readonly cryptography: Cryptography
  readonly random: Random
  readonly clock: Clock
}

/** A token about to be stored, and the secrets that go into its mail and nowhere else. */
export interface NewToken {
  readonly record: TokenRecord
  readonly token: string
  readonly code: string
}

export async function newToken(
  { cryptography, random, clock }: Tools,
  policy: LinkPolicy,
  about: Pick<TokenRecord, 'kind' | 'userId' | 'senderId' | 'sends' | 'mailId'> & Partial<Pick<TokenRecord, 'email'>>,
): Promise<NewToken> {
  const now = clock.now()
  const token = base64url(random.bytes(TOKEN_BYTES))
  const code = codeOf(random.bytes(CODE_LENGTH))
  const record: TokenRecord = {
    email: null,
    ...about,
    id: uuidv7(now, random.bytes(10)),
    digest: await cryptography.digest(token),
    codeDigest: await cryptography.digest(secretOf(code)),
    codeExpiresAt: now + policy.codeMinutes * 60_000,
    expiresAt: now + policy.lifetimeHours * 3_600_000,
    createdAt: now,
  }
  return { record, token, code }
}

/** The digest under which a pasted token or typed code of that kind is found. */
export async function tokenDigest({ cryptography }: Pick<Tools, 'cryptography'>, typed: string): Promise<string> {
  return cryptography.digest(secretOf(typed))
}
