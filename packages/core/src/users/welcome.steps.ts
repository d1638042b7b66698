import { composeMail, newMailId, type Sealing } from '../outbox/outbox.steps.ts'
import type { OutboxRecord } from '../outbox/outbox.store.ts'
import type { Storage, Stores } from '../ports/storage.ts'
import { currentSettings } from '../settings/settings.steps.ts'
import type { SettingsRecord } from '../settings/settings.store.ts'
import { isWelcomeDue, isWelcomedBy } from '../settings/welcome.rules.ts'
import type { Links } from '../system/links.rules.ts'
import type { LinkPolicy, Policy } from '../system/policy.rules.ts'
import { newToken } from '../tokens/token.steps.ts'
import type { TokenRecord } from '../tokens/token.store.ts'
import type { User } from './user.rules.ts'

/** What a welcome is made with. */
export interface WelcomeTools extends Sealing {
  readonly storage: Storage
  readonly policy: Policy
  readonly links: Links
}

/** A welcome ready to be sent: the mail, and the digest of the token whose secret it carries to people without a password. */
export interface PreparedWelcome {
  readonly mail: OutboxRecord
  readonly token: TokenRecord | null
}

/** The welcome that this change brings with it by itself, under the settings as they stand; null: none. */
export async function welcomeAfter(
  tools: WelcomeTools,
  before: User | null,
  after: User,
  settings?: SettingsRecord,
): Promise<PreparedWelcome | null> {
  const { storage, policy } = tools
  if (policy.welcome === null || !isWelcomeDue(before, after)) return null
  const known = settings ?? (await currentSettings(storage, policy))
  return isWelcomed(policy, known, after) ? prepareWelcome(tools, after, known) : null
}

/** Whether the mode welcomes them by itself. */
export function isWelcomed({ access }: Policy, { welcome }: SettingsRecord, { grants }: User): boolean {
  const administers = grants.some(({ role, scope }) => scope === null && access.administrators.includes(role))
  return isWelcomedBy(welcome, administers)
}

/** Makes the token, where one is needed, and composes the mail. */
export async function prepareWelcome(
  tools: WelcomeTools,
  user: User,
  settings: SettingsRecord,
): Promise<PreparedWelcome> {
  const { policy, links } = tools
  const { kind } = user.authentication
  const provider = policy.signIn.providers.find(({ id }) => id === user.authentication.provider)
  const keepsPasswords = kind === 'internal' && !policy.signIn.host
  const chooses = keepsPasswords && user.registeredAt === null
  const made = chooses && policy.welcome ? await tokenFor(tools, user, policy.welcome) : null
  const data = {
    identifier: (policy.identifier === 'email' ? null : user.username) ?? user.email,
    provider: provider?.name ?? user.authentication.provider,
    text: settings.welcomeText,
    signInLink: provider && settings.signInAddress === 'separate' ? links.at(provider.startUrl) : links.signIn,
    forgotLink: keepsPasswords && !chooses ? links.forgotPassword : null,
    expiresAt: made?.record.expiresAt ?? null,
    codeExpiresAt: made?.record.codeExpiresAt ?? null,
  }
  if (!made) return { mail: await composeMail(tools, user, { template: 'welcome', data }), token: null }
  const { record, token, code } = made
  const credential = { ...links.credential('registration', token), code }
  const when = { id: record.mailId, expiresAt: record.expiresAt }
  return { mail: await composeMail(tools, user, { template: 'welcome', data, credential }, when), token: record }
}

/** Queues it in place of any that still waits; its link voids earlier ones. */
export async function sendWelcome(tx: Stores, { mail, token }: PreparedWelcome): Promise<void> {
  await tx.outbox.withdraw(mail.userId, mail.template)
  if (token) await tx.tokens.issue(token)
  await tx.outbox.add([mail])
}

async function tokenFor(tools: WelcomeTools, user: User, life: LinkPolicy) {
  const earlier = await tools.storage.tokens.findByUser('invitation', user.id)
  return newToken(tools, life, {
    kind: 'invitation',
    userId: user.id,
    senderId: null,
    sends: (earlier?.sends ?? 0) + 1,
    mailId: newMailId(tools),
  })
}
