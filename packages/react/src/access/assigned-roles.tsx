import '../messages/en-GB/access.ts'
import { type ComponentPropsWithoutRef, forwardRef, useId } from 'react'
import { Badge } from '../ui/badge.tsx'
import { cx } from '../ui/class-names.ts'
import { places } from '../ui/places.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Section } from '../ui/section.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { ErrorState } from '../ui/state.tsx'
import { AssignedRolesScoped } from './assigned-roles-scoped.tsx'
import { useHolder } from './holder-query.ts'
import { RoleChoice } from './role-choice.tsx'
import { RoleSwitches } from './role-switches.tsx'
import { type Role, useAllRoles, useHasOneRole } from './roles-query.ts'
import { type Holder, useSwitchRole } from './use-switch-role.ts'

export interface AssignedRolesProps extends Omit<ComponentPropsWithoutRef<'section'>, 'title' | 'children'> {
  userId: string
}

/**
 * The roles of one user: those of the whole product, which are given nowhere else, and those on single resources, with
 * where each comes from. Switches take effect at once; where the policy knows exactly one role on the whole product, it is
 * chosen and saved. `data-state` is `loading`, `none` (no roles yet), `ready` or `error`.
 */
export const AssignedRoles = forwardRef<HTMLElement, AssignedRolesProps>(function AssignedRoles(
  { userId, className, ...rest },
  ref,
) {
  const { t } = useRollcall()
  const { data: user, error, refetch } = useHolder(userId)
  const roles = useAllRoles()
  const one = useHasOneRole() === true
  const heading = useId()
  const none = user?.grants.length === 0
  const state = error && !user ? 'error' : !user || !roles ? 'loading' : none ? 'none' : 'ready'
  return (
    <Section
      ref={ref}
      className={cx('rc-assigned', className)}
      title={t('access.title')}
      description={t(one ? 'access.oneLead' : none ? 'access.addLead' : 'access.editLead')}
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
        <ErrorState title={t('access.didNotLoad')} error={error} onRetry={refetch} />
      ) : user && roles ? (
        <>
          {none && <p className="rc-lead rc-assigned-none">{t('access.noRolesDetail')}</p>}
          <h3 className="rc-label" id={heading}>
            {t('access.system')}
          </h3>
          <SystemRoles key={user.id} labelledBy={heading} user={user} roles={roles} one={one} />
          <AssignedRolesScoped key={`${user.id}-scoped`} user={user} roles={roles} />
        </>
      ) : (
        <div className="rc-stack">
          {places(3).map((place) => (
            <Skeleton key={place} />
          ))}
        </div>
      )}
    </Section>
  )
})

interface SystemRolesProps {
  labelledBy: string
  user: Holder
  roles: readonly Role[]
  one: boolean
}

function SystemRoles({ labelledBy, user, roles: all, one }: SystemRolesProps) {
  const switching = useSwitchRole(user)
  const roles = all.filter(({ resourceType }) => resourceType === null)
  if (one) return <RoleChoice labelledBy={labelledBy} roles={roles} switching={switching} />
  return <RoleSwitches roles={roles} scope={null} mayGive={({ mayGrant }) => mayGrant} switching={switching} />
}
