import { searchKey } from '@rollcall/core/rules'
import type { Group } from './groups-query.ts'

export const GROUP_SORTS = ['name', 'description', 'members', 'domains'] as const
export type GroupSort = (typeof GROUP_SORTS)[number]

export interface GroupsSort {
  readonly by: GroupSort
  readonly descending: boolean
}

/** Groups in which each of the words typed is found: name, description, domains. */
export function foundGroups(groups: readonly Group[], typed: string): readonly Group[] {
  const words = searchKey(typed).split(/\s+/)
  return groups.filter(({ name, description, domains }) => {
    const text = [name, description, ...domains].map(searchKey).join(' ')
    return words.every((word) => text.includes(word))
  })
}

/** In the order of the reader's language; those alike by name. What is empty comes last either way. */
export function sortedGroups(groups: readonly Group[], { by, descending }: GroupsSort, locale: string): Group[] {
  const { compare } = new Intl.Collator(locale, { numeric: true })
  const sign = descending ? -1 : 1
  return groups.toSorted((a, b) => {
    if (by === 'members') return sign * (a.members - b.members) || compare(a.name, b.name)
    const [one, other] = [textOf(a, by), textOf(b, by)]
    if ((one === '') !== (other === '')) return one === '' ? 1 : -1
    return sign * compare(one, other) || compare(a.name, b.name)
  })
}

function textOf(group: Group, by: Exclude<GroupSort, 'members'>): string {
  return by === 'domains' ? group.domains.join(' ') : group[by]
}
