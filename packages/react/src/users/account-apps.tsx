import '../messages/en-GB/accounts.ts'
import { type ReactNode, useState } from 'react'
import { Icon } from '../ui/icon.tsx'
import { SearchInput } from '../ui/input.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { AccountApp } from './account-app.tsx'
import type { Account, AccountDraft } from './account-fields.ts'
import { type App, isTicked, matching, tick } from './account-instances.ts'
import { lockOf } from './account-locks.ts'
import type { UserWithDetails } from './user-query.ts'

interface AccountAppsProps {
  apps: readonly App[]
  draft: AccountDraft
  saved: Account
  /** As it stands in the form. */
  account: Account
  /** Whom it is about; undefined for somebody new. */
  user: UserWithDetails | undefined
  /** What becomes of the welcome mail. */
  note: ReactNode
}

/** So few apps are shown with what is in them. */
const FEW = 4

/** The second page: every app with its instances, to tick and to clear. */
export function AccountApps({ apps, draft, saved, account, user, note }: AccountAppsProps) {
  const { t } = useRollcall()
  const [sought, setSought] = useState('')
  const [toggled, setToggled] = useState<readonly (string | null)[]>([])
  const all = apps.flatMap(({ instances }) => instances)
  const locks = new Map(all.map((instance) => [instance.id, lockOf(t, account, instance, user)]))
  const has = (id: string) =>
    isTicked(account, id) || (user?.grants.some(({ scope, source }) => scope === id && source !== 'direct') ?? false)
  const shown = matching(apps, sought)
  return (
    <>
      <p className="rc-lead">{t(user ? 'accounts.appsLead' : 'accounts.defaultsTicked')}</p>
      <div className="rc-account-search">
        <SearchInput
          className="rc-grow"
          label={t('accounts.findApp')}
          value={sought}
          onChange={({ target }) => setSought(target.value)}
          // Enter sends a form, and this one creates somebody.
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
        <span className="rc-caption" role="status">
          {t('accounts.ticked', { count: all.filter(({ id }) => has(id)).length, total: all.length })}
        </span>
      </div>
      {shown.length === 0 ? (
        <p className="rc-lead">{t('accounts.noInstanceMatches')}</p>
      ) : (
        <ul className="rc-account-apps">
          {shown.map((app) => {
            const ready = apps.length <= FEW || app.instances.some(({ id }) => has(id))
            return (
              <AccountApp
                key={app.id}
                app={app}
                locks={locks}
                has={has}
                open={sought.trim() !== '' || ready !== toggled.includes(app.id)}
                onToggle={() =>
                  setToggled(toggled.includes(app.id) ? toggled.filter((id) => id !== app.id) : [...toggled, app.id])
                }
                onTick={(instances, on) => {
                  for (const instance of instances) tick(draft, { saved, account }, instance, on)
                }}
              />
            )
          })}
        </ul>
      )}
      {note && (
        <p className="rc-hint">
          <Icon name="mail" size="small" />
          <span>{note}</span>
        </p>
      )}
    </>
  )
}
