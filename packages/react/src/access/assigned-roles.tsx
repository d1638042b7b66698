import '../messages/en-GB/access.ts'
import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { Badge } from '../ui/badge.tsx'
import { cx } from '../ui/class-names.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Section } from '../ui/section.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { ErrorState } from '../ui/state.tsx'
import { AssignedRolesApps } from './assigned-roles-apps.tsx'
import { useHolder } from './holder-query.ts'
import { RoleSwitches } from './role-switches.tsx'
import { type Role, useAllRoles } from './roles-query.ts'
import { type Holder, useSwitchRole } from './use-switch-role.ts'

export interface AssignedRolesProps extends Omit<ComponentPropsWithoutRef<'section'>, 'title' | 'children'> {
  userId: string
}

/**
 * The roles of one user: those of the whole product, which are given nowhere else, and those on single apps. Switches
 * take effect at once. `data-state` is `loading`, `none` (no roles yet), `ready` or `error`.
 */
export const AssignedRoles = forwardRef<HTMLElement, AssignedRolesProps>(({ userId, className, ...rest }, ref) => {
  const { t } = useRollcall()
  const { data: user, error, refetch } = useHolder(userId)
  const roles = useAllRoles()
  const none = user?.grants.length === 0
  const state = error && !user ? 'error' : !user || !roles ? 'loading' : none ? 'none' : 'ready'
  return (
    <Section
      ref={ref}
      className={cx('rc-assigned', className)}
      title={t('access.title')}
      description={t(none ? 'access.addLead' : 'access.editLead')}
      actions={
        none && (
          <Badge tone="wait" icon="question">
            {t('access.noRoles')}
          </Badge>
        )
      }
      data-state={state}
      aria-busy={state === 'loading'}
      {...rest}
    >
      {state === 'error' ? (
        <ErrorState title={t('access.didNotLoad')} error={error} onRetry={() => void refetch()} />
      ) : user && roles ? (
        <>
          {none && <p className="rc-lead rc-assigned-none">{t('access.noRolesDetail')}</p>}
          <h3 className="rc-label">{t('access.system')}</h3>
          <SystemRoles key={user.id} user={user} roles={roles} />
          <AssignedRolesApps key={`${user.id}-apps`} user={user} />
        </>
      ) : (
        <div className="rc-stack">
          {Array.from({ length: 3 }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no other identity.
            <Skeleton key={index} />
          ))}
        </div>
      )}
    </Section>
  )
})
AssignedRoles.displayName = 'AssignedRoles'

function SystemRoles({ user, roles }: { user: Holder; roles: readonly Role[] }) {
  const switching = useSwitchRole(user)
  return (
    <RoleSwitches
      roles={roles.filter(({ resourceType }) => resourceType === null)}
      scope={null}
      mayGive={({ mayGrant }) => mayGrant}
      switching={switching}
    />
  )
}
