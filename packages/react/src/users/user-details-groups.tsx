import '../messages/en-GB/details.ts'
import { useCan } from '../access/index.ts'
import { Tag } from '../ui/badge.tsx'
import { Bidi } from '../ui/bidi.tsx'
import { Item, ItemList } from '../ui/item.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Section } from '../ui/section.tsx'
import { EmptyState } from '../ui/state.tsx'
import { roleNames } from './role-names.ts'
import { useRoles } from './roles-query.ts'
import type { UserWithDetails } from './user-query.ts'

/** The groups somebody is in, how they came there, and what each gives them. Nothing for who may not read groups. */
export function UserDetailsGroups({ user }: { user: UserWithDetails }) {
  const { t, locale } = useRollcall()
  const roles = useRoles()
  const list = new Intl.ListFormat(locale, { style: 'short', type: 'unit' })
  if (!useCan('groups.read')) return null
  const { groups, grants, resources } = user
  return (
    <Section title={t('details.groups')} data-state={groups.length > 0 ? 'ready' : 'empty'}>
      {groups.length === 0 ? (
        <EmptyState icon="users" title={t('details.groupsNone')}>
          {t('details.groupsNoneDetail')}
        </EmptyState>
      ) : (
        <ItemList>
          {groups.map(({ id, name, by }) => {
            const given = roleNames(t, { grants: grants.filter(({ group }) => group === id), resources }, roles)
            return (
              <Item
                key={id}
                icon="users"
                title={<Bidi>{name}</Bidi>}
                detail={given.length > 0 ? <Bidi>{list.format(given)}</Bidi> : t('details.groupsGivesNone')}
                action={<Tag>{t(by === 'hand' ? 'details.byHand' : 'details.byDomain')}</Tag>}
              />
            )
          })}
        </ItemList>
      )}
    </Section>
  )
}
