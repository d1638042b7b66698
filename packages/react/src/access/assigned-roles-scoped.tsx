import '../messages/en-GB/access.ts'
import { useState } from 'react'
import { Tag } from '../ui/badge.tsx'
import { Bidi } from '../ui/bidi.tsx'
import { IconButton, LinkButton } from '../ui/button.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import type { useHolder } from './holder-query.ts'
import { resourceKind } from './resource-kind.ts'
import { ResourceRolesDialog } from './resource-roles-dialog.tsx'
import { useResources } from './resources-query.ts'
import type { Role } from './roles-query.ts'
import { SourceTag } from './source-tag.tsx'

type User = NonNullable<ReturnType<typeof useHolder>['data']>

/**
 * What somebody reaches beside the whole product: every resource of a type, by their role; then single ones, a row for each
 * with the roles on it, where each comes from, and a gear; and the way to give one on another.
 */
export function AssignedRolesScoped({ user, roles }: { user: User; roles: readonly Role[] }) {
  const { t } = useRollcall()
  const resources = useResources().data
  const [dialog, setDialog] = useState<{ key: number; resource?: { id: string; name: string } } | null>(null)
  const [open, setOpen] = useState(false)
  const kind = resourceKind(roles.map(({ resourceType }) => resourceType))
  const nameOf = (id: string) => roles.find((role) => role.id === id)?.name ?? id
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
        <h3 className="rc-label rc-grow">{t(`access.on${kind}`)}</h3>
        {resources?.some(({ mayGrant }) => mayGrant.length > 0) && (
          <LinkButton icon="plus" onClick={() => show()}>
            {t(`access.giveOn${kind}`)}
          </LinkButton>
        )}
      </div>
      {rows.length === 0 && user.reach.length === 0 && <p className="rc-lead">{t(`access.noneOn${kind}`)}</p>}
      <ul className="rc-roles">
        {user.reach.map(({ type, role, through }) => (
          <li key={`${type} ${role}`} className="rc-roles-row" data-reach={type}>
            <div className="rc-grow">
              <p className="rc-roles-name">
                <span className="rc-reach-mark" aria-hidden="true">
                  *
                </span>
                {t(`access.every${resourceKind([type])}`, { type })}
              </p>
              <p className="rc-grant">
                <bdi>{nameOf(role)}</bdi>
                <Tag icon="shield">{nameOf(through)}</Tag>
              </p>
              <p className="rc-hint">{t('access.reach', { role: nameOf(through) })}</p>
            </div>
          </li>
        ))}
        {rows.map(({ id, name, grants }) => (
          <li key={id} className="rc-roles-row" data-align="center">
            <div className="rc-grow">
              <p className="rc-roles-name">
                <Bidi>{name}</Bidi>
              </p>
              <ul className="rc-grants">
                {grants.map((grant) => (
                  <li key={`${grant.role} ${grant.source} ${grant.group}`} className="rc-grant">
                    <bdi>{nameOf(grant.role)}</bdi>
                    <SourceTag grant={grant} groups={user.groups} />
                  </li>
                ))}
              </ul>
            </div>
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
