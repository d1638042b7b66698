import { composeMail, type Sealing } from '../outbox/outbox.steps.ts'
import type { OutboxRecord } from '../outbox/outbox.store.ts'
import type { Links } from '../system/links.rules.ts'
import type { User } from '../users/user.rules.ts'
import { type LockoutPolicy, lockOpensAt } from './lockout.rules.ts'

/** The notice to somebody whose account is being locked now. */
export async function lockedMail(
  tools: Sealing & { readonly policy: { readonly lockout: LockoutPolicy }; readonly links: Links },
  user: User,
): Promise<OutboxRecord> {
  const { lockout } = tools.policy
  const data = {
    attempts: lockout.threshold,
    opensAt: lockOpensAt(tools.clock.now(), lockout),
    forgotLink: tools.links.forgotPassword,
  }
  return composeMail(tools, user, { template: 'locked', data })
}
