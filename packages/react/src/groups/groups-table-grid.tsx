import '../messages/en-GB/groups.ts'
import { useState } from 'react'
import { Tag } from '../ui/badge.tsx'
import { Bidi } from '../ui/bidi.tsx'
import { Icon } from '../ui/icon.tsx'
import { Menu, MenuItem } from '../ui/menu.tsx'
import { MenuButton } from '../ui/menu-button.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { type GroupPlaces, useGroupPlaces } from './group-places-query.ts'
import { GROUP_SORTS, type GroupSort, type GroupsSort } from './groups-order.ts'
import type { Group } from './groups-query.ts'
import type { OpenGroup } from './groups-table-dialogs.tsx'

/** As many of a kind as a row has room for. */
const MOST = 3
const WAITING = ['60%', '44%', '72%', '52%']
const COLUMNS = [...GROUP_SORTS, 'roles', 'actions'] as const

interface GroupsTableGridProps {
  /** Undefined while they are on their way. */
  groups: readonly Group[] | undefined
  manage: boolean
  sort: GroupsSort
  onSort: (by: GroupSort) => void
  onOpen: (dialog: OpenGroup) => void
}

/** One table; where it is narrow each row is laid out as a card. */
export function GroupsTableGrid({ groups, manage, sort, onSort, onOpen }: GroupsTableGridProps) {
  const { t } = useRollcall()
  const places = useGroupPlaces()
  const direction = sort.descending ? 'descending' : 'ascending'
  return (
    <div className="rc-groups-frame">
      <table className="rc-table rc-groups-table" aria-label={t('groups.title')}>
        <thead className="rc-thead">
          <tr className="rc-tr">
            {GROUP_SORTS.map((by) => (
              <th
                key={by}
                className="rc-th"
                scope="col"
                data-column={by}
                aria-sort={sort.by === by ? direction : undefined}
              >
                <button
                  type="button"
                  className="rc-sort"
                  data-state={sort.by === by ? direction : undefined}
                  onClick={() => onSort(by)}
                >
                  {t(`groups.${by}`)}
                  <Icon name={sort.by === by && !sort.descending ? 'up' : 'down'} size="small" />
                </button>
              </th>
            ))}
            <th className="rc-th" scope="col" data-column="roles">
              {t('groups.roles')}
            </th>
            <th className="rc-th" scope="col" data-column="actions">
              <span className="rc-hidden">{t('groups.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody className="rc-tbody">
          {groups
            ? groups.map((group) => (
                <GroupRow key={group.id} group={group} places={places} manage={manage} onOpen={onOpen} />
              ))
            : WAITING.map((width) => (
                <tr className="rc-tr" key={width}>
                  {COLUMNS.map((column) => (
                    <td className="rc-td" data-column={column} key={column}>
                      {column !== 'actions' && <Skeleton width={column === 'members' ? '24px' : width} />}
                    </td>
                  ))}
                </tr>
              ))}
        </tbody>
      </table>
    </div>
  )
}

interface GroupRowProps extends Pick<GroupsTableGridProps, 'manage' | 'onOpen'> {
  group: Group
  places: GroupPlaces
}

function GroupRow({ group, places, manage, onOpen }: GroupRowProps) {
  const { t, locale } = useRollcall()
  const { name, description, members, domains, grants } = group
  const [menu, setMenu] = useState<HTMLElement | null>(null)
  const roles = grants.map(({ role, scope }) =>
    t('groups.roleOn', { role: places.roleName(role), resource: places.resourceName(scope) }),
  )
  const covered = places.covers(group)
  return (
    <tr className="rc-tr">
      <th className="rc-td" scope="row" data-column="name">
        <button type="button" className="rc-groups-name" onClick={() => onOpen({ act: 'members', group })}>
          <Bidi>{name}</Bidi>
        </button>
      </th>
      <td className="rc-td" data-column="description" data-tone="quiet">
        {description && <Bidi>{description}</Bidi>}
      </td>
      <td className="rc-td" data-column="members">
        <span aria-hidden="true" className="rc-groups-count">
          <Icon name="users" size="small" />
          {new Intl.NumberFormat(locale).format(members)}
        </span>
        <span className="rc-hidden">{t('groups.membersOf', { count: members, name })}</span>
      </td>
      <td className="rc-td" data-column="domains">
        <Several of={domains} />
      </td>
      <td className="rc-td" data-column="roles" data-tone="quiet">
        <Several of={roles} />
      </td>
      <td className="rc-td" data-column="actions" data-align="center">
        <MenuButton label={t('common.actionsFor', { name })} onToggle={(button) => setMenu(menu ? null : button)} />
        {menu && (
          <Menu button={menu} onClose={() => setMenu(null)}>
            <MenuItem icon="users" onSelect={() => onOpen({ act: 'members', group })}>
              {t('groups.memberList')}
            </MenuItem>
            <MenuItem icon="key" onSelect={() => onOpen({ act: 'roles', group })}>
              {t('groups.roleList')}
            </MenuItem>
            {manage && (
              <>
                <MenuItem icon="pencil" onSelect={() => onOpen({ act: 'edit', group })}>
                  {t('groups.edit')}
                </MenuItem>
                <MenuItem
                  icon="trash"
                  tone="danger"
                  reason={!covered && t('groups.notCovered')}
                  onSelect={() => onOpen({ act: 'delete', group })}
                >
                  {t('groups.delete')}
                </MenuItem>
              </>
            )}
          </Menu>
        )}
      </td>
    </tr>
  )
}

function Several({ of }: { of: readonly string[] }) {
  const { t } = useRollcall()
  const more = of.length - MOST
  if (of.length === 0) return null
  return (
    <span className="rc-groups-tags" title={more > 0 ? of.join('\n') : undefined}>
      {of.slice(0, MOST).map((each) => (
        <Tag key={each}>{each}</Tag>
      ))}
      {more > 0 && <span className="rc-caption">{t('groups.andMore', { count: more })}</span>}
    </span>
  )
}
