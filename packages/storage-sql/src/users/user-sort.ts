import type { PageRequest, Position, StatusTime, UserFilter } from '@rollcall/core'
import { STATUSES } from '@rollcall/core/rules'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { impliedBy, rankOf, sourceOfStatus, statusRank } from './status-sql.ts'
import type { Condition } from './user-filter.ts'

export type SortValue = string | number | null

/** A part of a sorted list that one index has in order. */
export interface Stretch {
  /** The table whose index that is. */
  readonly table: 'users' | 'user_states'
  /** Whether what it is sorted by is in `user_states`, or there as well. */
  readonly states: boolean
  readonly id: RawBuilder<string>
  /** What rows are sorted by, before their id. */
  readonly value: RawBuilder<SortValue>
  /** Whether all have the same. */
  readonly constant: boolean
  /** Whether all of one organization have. */
  readonly constantWithin: boolean
  /** Where it lies in the index. */
  readonly bounds: readonly Condition[]
  /** What belongs here beside that. */
  readonly conditions: readonly Condition[]
  /** Whether a place in the list is inside. */
  readonly has: (position: Position) => boolean
}

const COLUMNS = {
  name: ['users', 'name_key', false],
  email: ['users', 'email_key', false],
  username: ['users', 'username_key', true],
  createdAt: ['users', 'created_at', false],
  organization: ['users', 'organization', true],
  role: ['users', 'role_rank', false],
  lastSignInAt: ['user_states', 'last_sign_in_at', true],
} as const

/** The stretches of a list, first to last: nulls come last in both directions, statuses one after the other. */
export function stretchesOf({ by, descending }: PageRequest, filter: UserFilter, time: StatusTime): Stretch[] {
  if (by === 'status') return statuses(descending, filter, time)
  const [table, column, nullable] = COLUMNS[by]
  const value = sql.ref<SortValue>(`${table}.${column}`)
  const states = table === 'user_states'
  const id = sql.ref<string>(states ? 'user_states.user_id' : 'users.id')
  const sorted = { table, states, id, value, constantWithin: by === 'organization', conditions: [] }
  if (!nullable) return [{ ...sorted, constant: false, bounds: [], has: () => true }]
  const bounds = (holds: RawBuilder<SqlBool>) => [{ holds }]
  return [
    { ...sorted, constant: false, bounds: bounds(sql`${value} IS NOT NULL`), has: (place) => place.value !== null },
    { ...sorted, constant: true, bounds: bounds(sql`${value} IS NULL`), has: (place) => place.value === null },
  ]
}

/** The whole list by status at once: for so few that they are sorted rather than met status by status. */
export function statusesAtOnce(time: StatusTime): Stretch[] {
  const value = statusRank(time)
  const id = sql.ref<string>('users.id')
  const all = { constant: false, constantWithin: false, bounds: [], conditions: [], has: () => true }
  return [{ table: 'users', states: true, id, value, ...all }]
}

function statuses(descending: boolean, { status }: UserFilter, time: StatusTime): Stretch[] {
  const wanted = STATUSES.filter((one) => status.length === 0 || status.includes(one))
  const stretches = wanted.map((one): Stretch => {
    const rank = rankOf(one)
    const implied = impliedBy(one)
    return {
      table: 'users',
      states: false,
      id: sql.ref('users.id'),
      value: sql.lit(rank),
      constant: true,
      constantWithin: true,
      bounds: implied ? [{ holds: implied }] : [],
      conditions: [
        {
          holds: sql`${statusRank(time)} = ${rank}`,
          source: sourceOfStatus(one, time),
          states: true,
        },
      ],
      has: ({ value }) => value === rank,
    }
  })
  return descending ? stretches.reverse() : stretches
}
