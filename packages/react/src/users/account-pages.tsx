import '../messages/en-GB/accounts.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Time } from '../ui/time.tsx'
import { Words } from '../ui/words.tsx'
import { AccountApps } from './account-apps.tsx'
import { AccountDetails } from './account-details.tsx'
import type { Account, AccountDraft } from './account-fields.ts'
import type { AccountForm } from './account-form.ts'
import type { App } from './account-instances.ts'
import type { AccountPolicy } from './account-policy-query.ts'
import { AccountSummary } from './account-summary.tsx'
import type { MailAhead, MailBehind } from './account-welcome.ts'
import type { UserWithDetails } from './user-query.ts'

interface AccountPagesProps {
  policy: AccountPolicy
  apps: readonly App[]
  saved: Account
  draft: AccountDraft
  account: Account
  form: AccountForm
  /** Whom it is about; undefined for somebody new. */
  user?: UserWithDetails | undefined
  ahead: MailAhead | null
  behind: MailBehind | null
}

/** The page the wizard is at. */
export function AccountPages({ ahead, behind, ...props }: AccountPagesProps) {
  const { policy, apps, account, form, user } = props
  if (form.saved) {
    const { saved } = form
    const mail = policy.welcome && behind && <Behind words={behind} user={saved} />
    return <AccountSummary policy={policy} apps={apps} user={saved} mail={mail} />
  }
  if (form.step === 'details') return <AccountDetails policy={policy} account={account} form={form} user={user} />
  const note = policy.welcome && ahead && <Ahead words={ahead} email={String(account.email ?? '')} />
  return <AccountApps {...props} user={user} note={note} />
}

function Ahead({ words, email }: { words: MailAhead; email: string }) {
  const { t } = useRollcall()
  if (words === 'accounts.mailGoes' || words === 'accounts.mailGoesToAdministrators') {
    return <Words of={words} with={{ email: email }} />
  }
  return t(words)
}

function Behind({ words, user }: { words: MailBehind; user: UserWithDetails }) {
  const { t } = useRollcall()
  if (words !== 'accounts.mailUntil') return t(words)
  return user.invitation && <Words of={words} with={{ time: <Time at={user.invitation.expiresAt} show="day" /> }} />
}
