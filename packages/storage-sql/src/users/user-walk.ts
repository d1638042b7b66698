import type { Position } from '@rollcall/core'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Connection } from '../connection.ts'
import type { SqlDialect } from '../dialects/sql-dialect.ts'
import type { Condition } from './user-filter.ts'
import { amongAll, amongIds, amongThose, every, type Part } from './user-parts.ts'
import { recordColumns, type UserRow } from './user-rows.ts'
import type { SortValue, Stretch } from './user-sort.ts'
import { commonTo, FEW, type Sizes, type Smallest, type Source, someOf } from './user-sources.ts'

/** People a walk meets before it is asked whether looking at those of one condition is the shorter way. */
const NEAR = 500
/** People it meets before it is left. */
const FAR = 3_000
const NEVER = 2 ** 31 - 1

/** People of one condition who are counted at most to find out. */
const MOST = 10_000

export interface Walk {
  /** Null: from the start. */
  readonly from: Position | null
  /** Whoever is at that place too. */
  readonly including: boolean
  readonly descending: boolean
  readonly limit: number
}

interface Place {
  readonly place_id: string
  readonly sort_value: SortValue
}

export type PlacedRow = UserRow & Pick<Place, 'sort_value'>

/**
 * The rows of one stretch in order. Where a condition lets few through, they are looked at and sorted; otherwise the
 * index of the sort is walked, and left when that leads too far: people who meet a condition may all be at its end.
 */
export async function readStretch(
  connection: Connection,
  parts: readonly Part[],
  everywhere: Stretch,
  how: Walk,
  sizes: Sizes,
): Promise<readonly PlacedRow[]> {
  const [sole, another] = parts
  const few = sole && !another ? await readIfFew(connection, sole, everywhere, how, sizes) : null
  if (few) return few
  const { dialect } = connection
  const all = parts.map((part) => through(part, everywhere, how, dialect))
  const apart = all.some(({ sources }) => sources.some((one) => one.apart && sizes.unknown(one)))
  let ways: Way[] = []
  for (const here of all) ways.push(apart ? walking(here, how) : await wayOf(dialect, here, how, sizes))
  for (const far of apart ? [2 * how.limit, NEAR, FAR] : [NEAR, FAR]) {
    const rows = await readPlaces(connection, ways, how, far)
    if (rows.length === how.limit) return rows
    // To fill the page a walk would have to meet as many, if the others lay as far apart; rounded, so that texts are few.
    const expected = 2 ** Math.ceil(Math.log2((far * how.limit) / rows.length))
    let ended = true
    const next: Way[] = []
    for (const way of ways) {
      if (!way.here || (await ends(connection, how, way.here, far))) {
        next.push({ places: () => way.places(far) })
      } else {
        ended = false
        next.push(await wayOf(dialect, way.here, how, sizes, { atMost: Math.min(expected, MOST), leave: far === FAR }))
      }
    }
    if (ended) return rows
    ways = next
  }
  return readPlaces(connection, ways, how, FAR)
}

/** How one part is read. */
interface Way {
  /** Of a walk, those among the first so many; null where there is nobody. */
  readonly places: (far: number) => RawBuilder<Place> | null
  /** What is walked, as long as that may lead too far. */
  readonly here?: Here
}

function walking(here: Here, how: Walk): Way {
  return { places: (far) => walked(here, how, far), here }
}

/** By those of the smallest source where these are few enough, or where the walk is to be left; by a walk otherwise. */
async function wayOf(
  dialect: SqlDialect,
  here: Here,
  how: Walk,
  sizes: Sizes,
  { atMost, leave } = { atMost: FEW, leave: false },
): Promise<Way> {
  const found = await sizes.smallest(here.sources, atMost)
  if (found === null) return { places: () => walked(here, how, NEVER) }
  if (found.none) return { places: () => null }
  return found.few || leave ? { places: () => shortest(dialect, here, how, found) } : walking(here, how)
}

/** One part of a stretch. */
interface Here {
  readonly stretch: Stretch
  /** What the index has in order. */
  readonly along: readonly Condition[]
  /** What each met on it is asked. */
  readonly meet: readonly Condition[]
  /** What narrows it; last the members of its organization. */
  readonly sources: readonly Source[]
  readonly members: Source | null
}

function through(
  { organization, members, conditions }: Part,
  everywhere: Stretch,
  how: Walk,
  dialect: SqlDialect,
): Here {
  const stretch = organization === null ? everywhere : within(everywhere)
  const inside = organization === null ? [] : [{ holds: isIn(stretch, organization) }]
  const along = [...inside, ...stretch.bounds, ...beyond(stretch, how, dialect)]
  const meet = [...stretch.conditions, ...conditions]
  const sources = meet.flatMap(({ source }) => source ?? [])
  return { stretch, along, meet, sources: members && sources.length > 0 ? [...sources, members] : sources, members }
}

/** Those of a source, sorted; a small organization is walked to its end rather. */
function shortest(dialect: SqlDialect, here: Here, how: Walk, { source, others }: Smallest): RawBuilder<Place> {
  const { stretch, along, meet, members } = here
  if (source === members) return walked(here, how, NEVER)
  const those = commonTo(source, others)
  return sorted(stretch, how, amongThose(dialect, those, [...along, ...meet], stretch.states))
}

/** Those of the one source of a part, counted and read at once; null where that is not how it is read. */
async function readIfFew(
  connection: Connection,
  part: Part,
  everywhere: Stretch,
  how: Walk,
  sizes: Sizes,
): Promise<readonly PlacedRow[] | null> {
  const { dialect } = connection
  const { stretch, along, meet, sources } = through(part, everywhere, how, dialect)
  const [source, another] = sources
  if (!source || another || source.apart || !sizes.unknown(source)) return null
  const conditions = [{ holds: sql<SqlBool>`(SELECT count(*) FROM few) <= ${sql.lit(FEW)}` }, ...along, ...meet]
  const those = amongIds(sql`SELECT * FROM few`, source, conditions, stretch.states)
  const rows = await connection.recurring(sql<PlacedRow & { size: number }>`WITH few AS (${someOf(source, FEW)})
    SELECT counted.size, ${recordColumns(dialect)}, places.sort_value
    FROM (SELECT count(*) AS size FROM few) AS counted
    LEFT JOIN (${sorted(stretch, how, those)}) AS places ON 1 = 1
    LEFT JOIN users ON users.id = places.place_id LEFT JOIN user_states ON user_states.user_id = users.id
    ${inOrder(how)}`)
  const size = rows[0]?.size ?? 0
  sizes.learn(source, size)
  return size > FEW ? null : rows.filter(({ id }) => id !== null)
}

function walked(here: Here, how: Walk, far: number): RawBuilder<Place> {
  const { stretch, along, meet } = here
  if (meet.length === 0) return sorted(stretch, how, allOf(here))
  const { id, value } = stretch
  const all = amongAll(along, stretch.states || meet.some(({ states }) => states))
  return sql`SELECT place_id, sort_value FROM (
    SELECT ${id} AS place_id, ${value} AS sort_value, ${every(meet.map(({ holds, met = holds }) => ({ holds: met })))} AS met
    FROM ${all} ORDER BY ${orderOf(stretch, how)} LIMIT ${sql.lit(far)}
  ) AS walked WHERE met LIMIT ${sql.lit(how.limit)}`
}

/** Whether a walk comes to the end of the stretch before it has met as many. */
async function ends({ db }: Connection, how: Walk, here: Here, far: number): Promise<boolean> {
  const { rows } = await sql`SELECT 1 FROM ${allOf(here)}
    ORDER BY ${orderOf(here.stretch, how)} LIMIT 1 OFFSET ${far}`.execute(db)
  return rows.length === 0
}

/** All of it, from the table whose index that is: the other one is joined for whoever is on the page. */
function allOf({ stretch, along }: Here): RawBuilder<unknown> {
  return stretch.table === 'user_states' ? sql`user_states WHERE ${every(along)}` : amongAll(along, stretch.states)
}

function sorted(stretch: Stretch, how: Walk, from: RawBuilder<unknown>): RawBuilder<Place> {
  return sql`SELECT ${stretch.id} AS place_id, ${stretch.value} AS sort_value
    FROM ${from} ORDER BY ${orderOf(stretch, how)} LIMIT ${sql.lit(how.limit)}`
}

function orderOf({ value, id, constant }: Stretch, { descending }: Walk): RawBuilder<unknown> {
  const direction = sql.raw(descending ? 'DESC' : 'ASC')
  return constant ? sql`${id} ${direction}` : sql`${value} ${direction}, ${id} ${direction}`
}

/** The order of places. */
function inOrder({ descending }: Walk): RawBuilder<unknown> {
  const direction = sql.raw(descending ? 'DESC' : 'ASC')
  return sql`ORDER BY places.sort_value ${direction}, places.place_id ${direction}`
}

/** What comes after the place a walk starts from. */
function beyond(
  { value, id, constant, has }: Stretch,
  { from, including, descending }: Walk,
  dialect: SqlDialect,
): Condition[] {
  if (from === null || !has(from)) return []
  const side = including ? (descending ? '<=' : '>=') : descending ? '<' : '>'
  const holds = constant
    ? sql<SqlBool>`${id} ${sql.raw(side)} ${from.id}`
    : dialect.beyond([value, id], side, [from.value, from.id])
  return [{ holds }]
}

/** The stretch as one organization has it. */
function within(stretch: Stretch): Stretch {
  return { ...stretch, constant: stretch.constant || stretch.constantWithin }
}

function isIn({ table }: Stretch, organization: string): RawBuilder<SqlBool> {
  return sql`${sql.ref(`${table}.organization`)} = ${organization}`
}

/** The whole records of places, in their order. Limits are part of the text, so that plans are made for few rows. */
async function readPlaces(
  connection: Connection,
  ways: readonly Way[],
  how: Walk,
  far: number,
): Promise<readonly PlacedRow[]> {
  const arms = ways.flatMap(({ places }) => {
    const those = places(far)
    return those === null ? [] : [sql`SELECT * FROM (${those}) AS those`]
  })
  if (arms.length === 0) return []
  return connection.recurring(sql<PlacedRow>`SELECT ${recordColumns(connection.dialect)}, places.sort_value
    FROM (${sql.join(arms, sql` UNION ALL `)}) AS places
    JOIN users ON users.id = places.place_id JOIN user_states ON user_states.user_id = users.id
    ${inOrder(how)} LIMIT ${sql.lit(how.limit)}`)
}
