import '../messages/en-GB/access.ts'
import { useState } from 'react'
import { Bidi } from '../ui/bidi.tsx'
import { IconButton, LinkButton } from '../ui/button.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import type { useHolder } from './holder-query.ts'
import { ResourceRolesDialog } from './resource-roles-dialog.tsx'
import { useResources } from './resources-query.ts'
import { type Role, useAllRoles } from './roles-query.ts'
import { SourceTag } from './source-tag.tsx'

type User = NonNullable<ReturnType<typeof useHolder>['data']>

const NONE: readonly Role[] = []

/** Roles held on single apps, a row for each app with a gear; and the way to give one on another. */
export function AssignedRolesApps({ user }: { user: User }) {
  const { t, locale } = useRollcall()
  const resources = useResources().data
  const roles = useAllRoles() ?? NONE
  const [dialog, setDialog] = useState<{ key: number; resource?: { id: string; name: string } } | null>(null)
  const [open, setOpen] = useState(false)
  const list = new Intl.ListFormat(locale, { style: 'short', type: 'unit' })
  const rows = [...new Set(user.grants.flatMap(({ scope }) => scope ?? []))].map((id) => {
    const name = [...user.resources, ...(resources ?? [])].find((resource) => resource.id === id)?.name ?? id
    return { id, name, grants: user.grants.filter(({ scope }) => scope === id) }
  })
  const show = (resource?: { id: string; name: string }) => {
    setDialog((last) => ({ key: (last?.key ?? 0) + 1, ...(resource ? { resource } : {}) }))
    setOpen(true)
  }
  return (
    <div className="rc-assigned-apps">
      <div className="rc-assigned-head">
        <h3 className="rc-label rc-grow">{t('access.onApps')}</h3>
        {resources?.some(({ mayGrant }) => mayGrant.length > 0) && (
          <LinkButton icon="plus" onClick={() => show()}>
            {t('access.give')}
          </LinkButton>
        )}
      </div>
      {rows.length === 0 && <p className="rc-lead">{t('access.noneOnApps')}</p>}
      <ul className="rc-roles">
        {rows.map(({ id, name, grants }) => (
          <li key={id} className="rc-roles-row" data-align="center">
            <div className="rc-grow">
              <p className="rc-roles-name">
                <Bidi>{name}</Bidi>
              </p>
              <p className="rc-lead">
                {list.format([
                  ...new Set(grants.map(({ role }) => roles.find((each) => each.id === role)?.name ?? role)),
                ])}
              </p>
            </div>
            {[...new Set(grants.map(({ source }) => source))].map((source) => (
              <SourceTag key={source} source={source} />
            ))}
            <IconButton
              icon="gear"
              variant="quiet"
              size="small"
              label={t('access.editOn', { name })}
              onClick={() => show({ id, name })}
            />
          </li>
        ))}
      </ul>
      {dialog && (
        <ResourceRolesDialog
          key={dialog.key}
          user={user}
          resource={dialog.resource}
          open={open}
          onOpenChange={setOpen}
        />
      )}
    </div>
  )
}
