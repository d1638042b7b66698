import { type Auditing, composeEntry } from '../audit/audit.steps.ts'
import type { UserActor } from '../kernel/actor.ts'
import { base64url, uuidv7 } from '../kernel/id.ts'
import { isoOf } from '../kernel/instant.ts'
import { senderOf } from '../kernel/person.ts'
import { refuse } from '../kernel/refusals.ts'
import { composeMail, type Sealing } from '../outbox/outbox.steps.ts'
import type { Storage, Stores } from '../ports/storage.ts'
import type { Links } from '../system/links.rules.ts'
import type { Policy } from '../system/policy.rules.ts'
import { TOKEN_BYTES } from '../tokens/token.rules.ts'
import { nameOf, type User } from '../users/user.rules.ts'
import { API_TOKEN_PREFIX, API_TOKEN_SHOWN } from './api-token.rules.ts'
import type { ApiTokenRecord } from './api-token.store.ts'

interface Tools extends Auditing, Sealing {
  readonly storage: Storage
  readonly policy: Policy
  readonly links: Links
  nudge(): void
}

/** Makes a token for somebody, tells them, writes it down, and shows the secret this once. */
export async function makeToken(tools: Tools, actor: UserActor, owner: User, action: string) {
  const { storage, policy, links, random, clock, cryptography, nudge } = tools
  const { perUser, lifetimeDays } = policy.apiTokens
  if (perUser === 0) refuse('not-allowed', { reason: 'disabled-by-policy' })
  if (owner.registeredAt === null || !owner.enabled) refuse('not-allowed', { reason: 'disabled-by-policy' })
  const now = clock.now()
  const token = API_TOKEN_PREFIX + base64url(random.bytes(TOKEN_BYTES))
  const record: ApiTokenRecord = {
    id: uuidv7(now, random.bytes(10)),
    userId: owner.id,
    digest: await cryptography.digest(token),
    prefix: token.slice(0, API_TOKEN_SHOWN),
    createdAt: now,
    expiresAt: now + lifetimeDays * 24 * 3_600_000,
    lastUsedAt: null,
    createdBy: actor.real.user.id,
  }
  const by = actor.real.user.id === owner.id ? null : senderOf(actor)
  const data = { by, prefix: record.prefix, expiresAt: record.expiresAt, signInLink: links.signIn }
  const notice = await composeMail(tools, owner, { template: 'token-created', data })
  const entry = await composeEntry(tools, actor, { action, target: owner, changes: { token: [null, record.prefix] } })
  await storage.transaction(async (tx) => {
    if (!(await tx.apiTokens.add(record, perUser, now))) refuse('already-done')
    await tx.outbox.add([notice])
    await tx.audit.append(entry)
  })
  nudge()
  return { ...(await presentToken(storage, record)), token }
}

/** Revokes one of somebody's tokens and writes it down. */
export async function endToken(tools: Tools, actor: UserActor, owner: User, tokenId: string, action: string) {
  const entry = await composeEntry(tools, actor, { action, target: owner })
  await tools.storage.transaction(async (tx) => {
    if (!(await tx.apiTokens.revoke(tokenId, owner.id))) refuse('not-found')
    await tx.audit.append(entry)
  })
  return {}
}

/** Somebody's tokens as people read them. */
export async function listTokensOf(stores: Stores, owner: User) {
  const tokens = await stores.apiTokens.list(owner.id)
  return { items: await Promise.all(tokens.map((token) => presentToken(stores, token))) }
}

async function presentToken(stores: Stores, token: ApiTokenRecord) {
  const maker = token.createdBy === token.userId ? null : await stores.users.find(token.createdBy)
  return {
    id: token.id,
    prefix: token.prefix,
    createdAt: isoOf(token.createdAt),
    expiresAt: isoOf(token.expiresAt),
    lastUsedAt: isoOf(token.lastUsedAt),
    createdBy: maker && { id: maker.id, name: nameOf(maker) },
  }
}
