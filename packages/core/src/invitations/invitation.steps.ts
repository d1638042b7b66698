import type { AccessPolicy, Grant } from '../access/access-policy.rules.ts'
import type { KnownActor } from '../kernel/actor.ts'
import { composeMail, newMailId, type Sealing } from '../outbox/outbox.steps.ts'
import type { OutboxRecord } from '../outbox/outbox.store.ts'
import type { Storage, Stores } from '../ports/storage.ts'
import type { Links } from '../system/links.rules.ts'
import type { Policy } from '../system/policy.rules.ts'
import { newToken } from '../tokens/token.steps.ts'
import type { TokenRecord } from '../tokens/token.store.ts'
import { nameOf, type User } from '../users/user.rules.ts'

/** An invitation ready to be sent: the token's digest to store, the mail that carries its secret. */
export interface PreparedInvitation {
  readonly token: TokenRecord
  readonly mail: OutboxRecord
  /** The link itself, for a command that prints it. */
  readonly link: string
}

/** Makes the token and composes the mail. `sends` counts this one. */
export async function prepareInvitation(
  tools: Sealing & { readonly storage: Storage; readonly policy: Policy; readonly links: Links },
  actor: KnownActor,
  user: User,
  about: { readonly sends: number; readonly message: string | null; readonly grants: readonly Grant[] },
): Promise<PreparedInvitation> {
  const sender = actor.kind === 'user' ? actor.real.user : null
  const { record, token, code } = await newToken(tools, tools.policy.invitation, {
    kind: 'invitation',
    userId: user.id,
    senderId: sender?.id ?? null,
    sends: about.sends,
    mailId: newMailId(tools),
  })
  const scopes = about.grants.flatMap(({ scope }) => (scope === null ? [] : [scope]))
  const names = new Map((await tools.storage.resources.findMany(scopes)).map(({ id, name }) => [id, name]))
  const credential = { ...tools.links.credential('registration', token), code }
  const mail = await composeMail(
    tools,
    user,
    {
      template: 'invitation',
      data: {
        inviter: sender && { name: nameOf(sender), email: sender.email },
        roles: about.grants.map((grant) => ({
          role: roleName(tools.policy.access, grant),
          resource: grant.scope && (names.get(grant.scope) ?? grant.scope),
        })),
        message: about.message,
        expiresAt: record.expiresAt,
        codeExpiresAt: record.codeExpiresAt,
      },
      credential,
    },
    { id: record.mailId, expiresAt: record.expiresAt },
  )
  return { token: record, mail, link: credential.link }
}

/** Stores the token, which voids earlier ones, and queues its mail in place of any that is still waiting. */
export async function sendInvitation(tx: Stores, { token, mail }: PreparedInvitation): Promise<void> {
  await tx.outbox.withdraw(token.userId, mail.template)
  await tx.tokens.issue(token)
  await tx.outbox.add([mail])
}

function roleName(access: AccessPolicy, grant: Grant): string {
  return [...access.systemRoles, ...access.scopedRoles].find((role) => role.id === grant.role)?.name ?? grant.role
}
