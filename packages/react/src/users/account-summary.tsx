import '../messages/en-GB/accounts.ts'
import '../messages/en-GB/details.ts'
import '../messages/en-GB/users.ts'
import type { ReactNode } from 'react'
import { Tag } from '../ui/badge.tsx'
import { Bidi } from '../ui/bidi.tsx'
import { Icon } from '../ui/icon.tsx'
import { Avatar } from '../ui/person.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { authenticationText } from './account-fields.ts'
import type { App } from './account-instances.ts'
import { authenticationWays } from './account-login.tsx'
import type { AccountPolicy } from './account-policy-query.ts'
import { roleNames } from './role-names.ts'
import { StatusBadge } from './status-badge.tsx'
import type { UserWithDetails } from './user-query.ts'

interface AccountSummaryProps {
  policy: AccountPolicy
  apps: readonly App[]
  user: UserWithDetails
  /** What became of the welcome mail; nothing where this change had nothing to do with it. */
  mail: ReactNode
}

/** The last page: how the user stands now, and what is left to do elsewhere. */
export function AccountSummary({ policy, apps, user, mail }: AccountSummaryProps) {
  const { t, locale } = useRollcall()
  const list = new Intl.ListFormat(locale, { style: 'short', type: 'unit' })
  const roles = roleNames(t, { grants: user.grants.filter(({ scope }) => scope === null) }, policy.roles)
  const way = authenticationText(user.authentication)
  const { name: provider } = authenticationWays(policy.providers, way).find(({ value }) => value === way) ?? {}
  const held = new Set(user.grants.map(({ scope }) => scope))
  const assigned = apps.flatMap((app) => {
    const instances = app.instances.filter(({ id }) => held.has(id))
    return instances.length > 0 ? [{ ...app, instances }] : []
  })
  const count = assigned.reduce((sum, { instances }) => sum + instances.length, 0)
  return (
    <>
      <div className="rc-account-who">
        <Avatar name={user.name} size="large" />
        <div className="rc-person-text rc-grow">
          <Bidi className="rc-person-name">{user.name}</Bidi>
          <Bidi className="rc-person-detail">{user.email}</Bidi>
        </div>
        <StatusBadge user={user} />
      </div>
      <dl className="rc-pairs">
        {user.username && <Pair name={t('details.username')} of={<Bidi>{user.username}</Bidi>} />}
        <Pair name={t('accounts.roles')} of={roles.length > 0 ? list.format(roles) : t('users.noRoles')} />
        <Pair name={t('accounts.authentication')} of={provider ?? t('accounts.internal')} />
        {mail && <Pair name={t('accounts.mail')} of={mail} />}
        <Pair name={t('accounts.protected')} of={t(user.protected ? 'accounts.yesProtected' : 'accounts.no')} />
      </dl>
      {apps.length > 0 && (
        <section className="rc-stack" data-gap="small">
          <h3 className="rc-title" data-size="small">
            {t('accounts.instances')}{' '}
            {count > 0 && (
              <span className="rc-caption">
                {t('accounts.inApps', { count, apps: t('accounts.apps', { count: assigned.length }) })}
              </span>
            )}
          </h3>
          {count === 0 && <p className="rc-lead">{t('accounts.noInstances')}</p>}
          <dl className="rc-pairs">
            {assigned.map((app) => (
              <Pair
                key={app.id}
                name={<Bidi>{app.name ?? t('accounts.otherInstances')}</Bidi>}
                of={
                  <span className="rc-account-tags">
                    {app.instances.map(({ id, name }) => (
                      <Tag key={id}>{name}</Tag>
                    ))}
                  </span>
                }
              />
            ))}
          </dl>
        </section>
      )}
      <NextSteps apps={assigned} />
    </>
  )
}

function Pair({ name, of }: { name: ReactNode; of: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{of}</dd>
    </>
  )
}

/** What the host says is still to be done in an app, and in its instances. */
function NextSteps({ apps }: { apps: readonly App[] }) {
  const { t } = useRollcall()
  if (!apps.some((app) => stepsOf(app).length > 0)) return null
  return (
    <section className="rc-stack" data-gap="small">
      <h3 className="rc-title" data-size="small">
        {t('accounts.leftToDo')}
      </h3>
      <ul className="rc-account-next">
        {apps.map((app) => {
          const steps = stepsOf(app)
          return (
            <li key={app.id} className="rc-account-todo" data-state={steps.length > 0 ? 'open' : 'done'}>
              <Icon name={steps.length > 0 ? 'pencil' : 'check'} />
              <div className="rc-grow">
                <p className="rc-item-title">
                  <Bidi>{app.name ?? t('accounts.otherInstances')}</Bidi>
                </p>
                {steps.length === 0 && <p className="rc-lead">{t('accounts.nothingToDo')}</p>}
                {steps.map(({ id, instance, text }) => (
                  <p key={id} className="rc-lead">
                    <bdi>{instance === null ? text : t('accounts.instance', { app: instance, instance: text })}</bdi>
                  </p>
                ))}
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function stepsOf({ id, nextSteps, instances }: App) {
  const own = nextSteps ? [{ id, instance: null, text: nextSteps }] : []
  const theirs = instances.flatMap((one) =>
    one.nextSteps ? [{ id: one.id, instance: one.name, text: one.nextSteps }] : [],
  )
  return [...own, ...theirs]
}
