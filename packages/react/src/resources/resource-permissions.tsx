import '../messages/en-GB/resources.ts'
import '../messages/en-GB/users.ts'
import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { cx } from '../ui/class-names.ts'
import { places } from '../ui/places.ts'
import { asRefusal, describeProblem } from '../ui/refusal.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Section } from '../ui/section.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { EmptyState, ErrorState } from '../ui/state.tsx'
import { Words } from '../ui/words.tsx'
import { useResourcePeople } from './resource-people-query.ts'
import { ResourcePermissionsAdd } from './resource-permissions-add.tsx'
import { ResourcePermissionsPeople } from './resource-permissions-people.tsx'
import { useResourceRoles } from './resource-query.ts'

export interface ResourcePermissionsProps
  extends Omit<ComponentPropsWithoutRef<'section'>, 'title' | 'resource' | 'children'> {
  /** Id of a resource the host registered. */
  resource: string
}

/**
 * The permissions of one resource: who has a role on it, and a form that gives one to somebody or invites them. Roles of
 * the whole product are not given here. `data-state` is `loading`, `ready`, `empty`, `refused` or `error`.
 */
export const ResourcePermissions = forwardRef<HTMLElement, ResourcePermissionsProps>(function ResourcePermissions(
  { resource: id, className, ...rest },
  ref,
) {
  const { t } = useRollcall()
  const { name = id, roles, error: unknown } = useResourceRoles(id)
  const people = useResourcePeople(id)
  const users = people.data?.pages.flatMap(({ items }) => items)
  const error = people.error ?? unknown
  const grantable = roles.filter(({ mayGrant }) => mayGrant)
  const refused = asRefusal(error)?.code === 'not-allowed'
  const state = refused
    ? 'refused'
    : error && !users
      ? 'error'
      : !users
        ? 'loading'
        : users.length > 0
          ? 'ready'
          : 'empty'
  return (
    <Section
      ref={ref}
      className={cx('rc-permissions', className)}
      title={t('resources.title')}
      description={<Words of="resources.lead" with={{ name }} />}
      data-state={state}
      aria-busy={state === 'loading'}
      {...rest}
    >
      {(state === 'ready' || state === 'empty') && grantable.length > 0 && (
        <ResourcePermissionsAdd key={id} resource={{ id, name }} roles={grantable} />
      )}
      {state === 'loading' ? (
        <div className="rc-stack">
          {places(4).map((place) => (
            <Skeleton key={place} />
          ))}
        </div>
      ) : state === 'error' || state === 'refused' ? (
        state === 'refused' ? (
          <EmptyState icon="shield" title={t('users.mayNotSee')}>
            {describeProblem(t, error)}
          </EmptyState>
        ) : (
          <ErrorState title={t('resources.didNotLoad')} error={error} onRetry={people.refetch} />
        )
      ) : state === 'empty' ? (
        <EmptyState icon="users" title={t('resources.nobody')}>
          {grantable.length > 0 && t('resources.nobodyDetail')}
        </EmptyState>
      ) : (
        <ResourcePermissionsPeople
          resource={{ id, name }}
          roles={roles}
          people={users ?? []}
          {...(people.hasNextPage ? { onMore: () => void people.fetchNextPage() } : {})}
          morePending={people.isFetchingNextPage}
        />
      )}
    </Section>
  )
})
