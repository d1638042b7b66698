import '../messages/en-GB/accounts.ts'
import type { WelcomeMode } from '@rollcall/core/rules'
import type { MessageKey } from '../messages/message.ts'
import type { Account } from './account-fields.ts'
import type { UserWithDetails } from './user-query.ts'

type Key<Name extends string> = Extract<MessageKey, `accounts.mail${Name}`>

/** What is said of the welcome mail before anything is saved. */
export type MailAhead = Key<'Goes' | 'GoesToAdministrators' | 'GoesToNobody' | 'Inactive' | 'BySettings'>
/** And once it is. */
export type MailBehind = Key<'Until' | 'Sent' | 'None' | 'Unknown'>

interface Welcome {
  /** What the settings say; undefined for those who may not read them. */
  readonly mode: WelcomeMode | undefined
  /** Null for somebody new. */
  readonly before: Account | null
  readonly after: Account
}

/** Whether the change is one that a welcome follows: becoming active, or signing in another way from now on. */
export function isWelcomeDue({ before, after }: Pick<Welcome, 'before' | 'after'>): boolean {
  if (after.enabled !== true) return false
  return before?.enabled !== true || (before.authentication === 'internal') !== (after.authentication === 'internal')
}

/** Null where this change has nothing to do with it. */
export function welcomeAhead(welcome: Welcome): MailAhead | null {
  const { mode, before, after } = welcome
  if (before === null && after.enabled !== true) return 'accounts.mailInactive'
  if (!isWelcomeDue(welcome)) return null
  if (mode === undefined) return 'accounts.mailBySettings'
  const words = {
    everybody: 'accounts.mailGoes',
    administrators: 'accounts.mailGoesToAdministrators',
    nobody: 'accounts.mailGoesToNobody',
  } as const
  return words[mode]
}

/** What became of it, as far as that can be told: a link says that one went out, the settings say it of others. */
export function welcomeBehind(
  mode: WelcomeMode | undefined,
  isDue: boolean,
  user: Pick<UserWithDetails, 'invitation' | 'registeredAt' | 'authentication'>,
  earlier: string | undefined,
): MailBehind {
  if (!isDue) return 'accounts.mailNone'
  if (user.invitation && user.invitation.sentAt !== earlier) return 'accounts.mailUntil'
  const carriesLink = user.authentication.kind === 'internal' && user.registeredAt === null
  if (carriesLink || mode === 'nobody') return 'accounts.mailNone'
  return mode === 'everybody' ? 'accounts.mailSent' : 'accounts.mailUnknown'
}
