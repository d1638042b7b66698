import type { Client } from '../kernel/actor.ts'
import type { OpenedSession } from '../kernel/endpoint.ts'
import { base64url, uuidv7 } from '../kernel/id.ts'
import { isoOf } from '../kernel/instant.ts'
import type { Clock } from '../ports/clock.ts'
import type { Cryptography } from '../ports/cryptography.ts'
import type { Random } from '../ports/random.ts'
import { TOKEN_BYTES } from '../tokens/token.rules.ts'
import type { SessionPolicy } from './session.rules.ts'
import type { Impersonation, SessionRecord } from './session.store.ts'

/** User-Agent headers are kept up to that many characters. */
export const AGENT_LENGTH = 256

/** A session about to be stored, and what its owner is told once. */
export interface NewSession {
  readonly record: SessionRecord
  readonly opened: OpenedSession
}

/** A session for somebody, with a fresh 256-bit token; only its digest goes into the record. */
export async function newSession(
  tools: { readonly cryptography: Cryptography; readonly random: Random; readonly clock: Clock },
  policy: SessionPolicy,
  userId: string,
  client: Client,
  restricted: boolean,
  acting: { readonly impersonation: Impersonation; readonly expiresAt: number } | null = null,
): Promise<NewSession> {
  const now = tools.clock.now()
  const token = base64url(tools.random.bytes(TOKEN_BYTES))
  const expiresAt = acting?.expiresAt ?? now + policy.absoluteHours * 3_600_000
  return {
    opened: { token, expiresAt, real: acting?.impersonation.impersonatorId ?? userId, effective: userId },
    record: {
      id: uuidv7(now, tools.random.bytes(10)),
      userId,
      digest: await tools.cryptography.digest(token),
      createdAt: now,
      lastUsedAt: now,
      expiresAt,
      restricted,
      confirmedAt: now,
      address: client.address,
      agent: client.agent?.slice(0, AGENT_LENGTH) ?? null,
      impersonation: acting?.impersonation ?? null,
    },
  }
}

/** A session as people read it: never its digest. */
export function presentSession(session: SessionRecord) {
  const { id, createdAt, lastUsedAt, expiresAt, address, agent } = session
  return {
    id,
    createdAt: isoOf(createdAt),
    lastUsedAt: isoOf(lastUsedAt),
    expiresAt: isoOf(expiresAt),
    address,
    agent,
  }
}
