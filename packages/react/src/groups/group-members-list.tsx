import '../messages/en-GB/groups.ts'
import { Tag } from '../ui/badge.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { Person } from '../ui/person.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { EmptyState, ErrorState } from '../ui/state.tsx'
import { type Member, useGroupMembers } from './group-members-query.ts'

const WAITING = ['1', '2', '3']

interface GroupMembersListProps {
  groupId: string
  /** Absent for those who may not decide who is in it. */
  onRemove?: (member: Member) => void
  /** Who is being taken out right now. */
  removing: string | null
}

/** A row for each member, with the way they are one; who is in by domain is not taken out here. */
export function GroupMembersList({ groupId, onRemove, removing }: GroupMembersListProps) {
  const { t } = useRollcall()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useGroupMembers(groupId)
  const members = data?.pages.flatMap(({ items }) => items)
  if (!members && error) {
    return <ErrorState title={t('groups.membersDidNotLoad')} error={error} onRetry={refetch} />
  }
  if (members?.length === 0) {
    return (
      <EmptyState icon="users" title={t('groups.noMembers')}>
        {onRemove && t('groups.noMembersDetail')}
      </EmptyState>
    )
  }
  return (
    <>
      <ul className="rc-groups-list" aria-busy={!members} aria-label={t('groups.members')}>
        {members
          ? members.map((member) => {
              const { id, name, email, by } = member
              return (
                <li key={id} className="rc-groups-item">
                  <Person className="rc-grow" name={name} detail={name === email ? undefined : email} />
                  <Tag icon={by === 'hand' ? 'user' : 'mail'}>
                    {t(by === 'hand' ? 'groups.byHand' : 'groups.byDomain')}
                  </Tag>
                  {onRemove && (
                    <span className="rc-groups-remove">
                      {by === 'hand' && (
                        <IconButton
                          icon="close"
                          variant="quiet"
                          size="small"
                          label={t('common.remove', { name })}
                          pending={removing === id}
                          onClick={() => onRemove(member)}
                        />
                      )}
                    </span>
                  )}
                </li>
              )
            })
          : WAITING.map((key) => (
              <li key={key} className="rc-groups-item">
                <Skeleton shape="circle" />
                <Skeleton width="40%" />
              </li>
            ))}
      </ul>
      {hasNextPage && (
        <Button variant="ghost" pending={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('groups.more')}
        </Button>
      )}
    </>
  )
}
