import { composeMail, type Sealing } from '../outbox/outbox.steps.ts'
import type { OutboxRecord } from '../outbox/outbox.store.ts'
import type { Links } from '../system/links.rules.ts'
import type { User } from '../users/user.rules.ts'
import type { PasswordChangedMail } from './passwords.mail.ts'

/** The notice to somebody whose password was just changed. */
export async function passwordChangedMail(
  tools: Sealing & { readonly links: Links },
  user: User,
  how: PasswordChangedMail['data']['how'],
): Promise<OutboxRecord> {
  const data = { at: tools.clock.now(), how, forgotLink: tools.links.forgotPassword }
  return composeMail(tools, user, { template: 'password-changed', data })
}
