import type { ReactNode } from 'react'
import { AssignedRoles } from '../access/index.ts'
import { ApiTokens } from '../api-tokens/index.ts'
import { AuditLog } from '../audit/index.ts'
import { FailedLoginList } from '../lockout/index.ts'
import { ResetPassword, type ResetPasswordProps } from '../passwords/index.ts'
import { SessionList } from '../sessions/index.ts'
import { DangerZone } from './danger-zone.tsx'
import { UserDetailsGroups } from './user-details-groups.tsx'
import { UserInformation } from './user-information.tsx'
import type { UserWithDetails } from './user-query.ts'

interface UserDetailsSectionsProps {
  user: UserWithDetails
  channelNames: ResetPasswordProps['channelNames'] | undefined
  onDeleted: (() => void) | undefined
  support: ReactNode
}

/** Everything beneath the head of a user's page, each concern in a section of its own. */
export function UserDetailsSections({ user, channelNames, onDeleted, support }: UserDetailsSectionsProps) {
  const userId = user.id
  return (
    <>
      <div className="rc-details-columns">
        <div className="rc-details-column">
          <UserInformation userId={userId} />
          <AssignedRoles userId={userId} />
        </div>
        <div className="rc-details-column">
          <ApiTokens userId={userId} />
          <SessionList userId={userId} />
          <FailedLoginList userId={userId} />
          <UserDetailsGroups user={user} />
          <ResetPassword userId={userId} {...(channelNames ? { channelNames } : {})} />
          <DangerZone user={user} onDeleted={onDeleted} support={support} />
        </div>
      </div>
      <AuditLog userId={userId} />
    </>
  )
}
