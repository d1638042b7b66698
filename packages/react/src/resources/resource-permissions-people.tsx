import '../messages/en-GB/resources.ts'
import { useState } from 'react'
import { ResourceRolesDialog } from '../access/index.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Person } from '../ui/person.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import type { User } from '../users/index.ts'

interface ResourcePermissionsPeopleProps {
  resource: { id: string; name: string }
  roles: readonly { id: string; name: string }[]
  people: readonly User[]
  onMore?: () => void
  morePending: boolean
}

/** A row for each person with their roles here, and a gear that opens them. */
export function ResourcePermissionsPeople({
  resource,
  roles,
  people,
  onMore,
  morePending,
}: ResourcePermissionsPeopleProps) {
  const { t, locale } = useRollcall()
  const [dialog, setDialog] = useState<{ key: number; user: User } | null>(null)
  const [open, setOpen] = useState(false)
  const list = new Intl.ListFormat(locale, { style: 'short', type: 'unit' })
  const rolesOf = ({ grants }: User) => {
    const held = new Set(grants.flatMap(({ role, scope }) => (scope === resource.id ? [role] : [])))
    return list.format([...held].map((role) => roles.find(({ id }) => id === role)?.name ?? role))
  }
  return (
    <>
      <ul className="rc-roles">
        {people.map((user) => (
          <li key={user.id} className="rc-roles-row" data-align="center">
            <Person className="rc-grow" name={user.name} detail={user.name === user.email ? undefined : user.email} />
            <span className="rc-permissions-roles">{rolesOf(user)}</span>
            <IconButton
              icon="gear"
              variant="quiet"
              size="small"
              label={t('resources.editOf', { name: user.name })}
              onClick={() => {
                setDialog((last) => ({ key: (last?.key ?? 0) + 1, user }))
                setOpen(true)
              }}
            />
          </li>
        ))}
      </ul>
      {onMore && (
        <Button variant="ghost" pending={morePending} onClick={onMore}>
          {t('resources.more')}
        </Button>
      )}
      {dialog && (
        <ResourceRolesDialog
          key={dialog.key}
          user={people.find(({ id }) => id === dialog.user.id) ?? dialog.user}
          resource={resource}
          open={open}
          onOpenChange={setOpen}
        />
      )}
    </>
  )
}
