import type { PageRequest, Position, StatusTime, UserFilter, UserPage } from '@rollcall/core'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Connection } from '../connection.ts'
import { amongAll, amongThose, type Part, partsOf } from './user-parts.ts'
import { recordOf } from './user-rows.ts'
import { statusesAtOnce, stretchesOf } from './user-sort.ts'
import { type Sizes, sizesIn } from './user-sources.ts'
import { type PlacedRow, readStretch } from './user-walk.ts'

/** How many pass the filter; counts no further than `atMost`. */
export async function countUsers(
  { db, dialect }: Connection,
  filter: UserFilter,
  atMost: number,
  time: StatusTime,
): Promise<number> {
  const sizes = sizesIn(db)
  const all: RawBuilder<unknown>[] = []
  for (const { organization, members, conditions } of partsOf(filter, time, dialect)) {
    const inside = { holds: sql<SqlBool>`users.organization = ${organization}`, exact: true }
    const meet = members ? [{ ...inside, source: members }, ...conditions] : conditions
    const found = await sizes.smallest(meet.flatMap(({ source }) => source ?? []))
    all.push(sql`SELECT 1 FROM ${found ? amongThose(dialect, found.source, meet, false) : amongAll(meet, false)}`)
  }
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM (SELECT 1 FROM (${sql.join(all, sql` UNION ALL `)}) AS every_one LIMIT ${atMost}) AS counted
  `.execute(db)
  return rows[0]?.count ?? 0
}

/** One page, from a walk in each direction: the rows, and whether there are any on the other side. */
export async function listUsers(
  connection: Connection,
  filter: UserFilter,
  page: PageRequest,
  time: StatusTime,
): Promise<UserPage> {
  const parts = partsOf(filter, time, connection.dialect)
  const sizes = sizesIn(connection.db)
  const stretches =
    page.by === 'status' && (await allFew(parts, sizes)) ? statusesAtOnce(time) : stretchesOf(page, filter, time)

  /** Up to so many rows from a place on, or up to it, stretch by stretch; with whoever is at that place, or without. */
  async function walk(from: Position | null, backwards: boolean, limit: number, including = false) {
    const order = backwards ? stretches.toReversed() : stretches
    const ahead = from === null ? order : order.slice(order.findIndex(({ has }) => has(from)))
    const rows: PlacedRow[] = []
    for (const [index, stretch] of ahead.entries()) {
      if (rows.length >= limit) break
      const start = index === 0 ? from : null
      const descending = page.descending !== backwards
      const how = { from: start, including, descending, limit: limit - rows.length }
      rows.push(...(await readStretch(connection, parts, stretch, how, sizes)))
    }
    return rows
  }

  const backwards = page.from?.direction === 'before'
  const here = page.from?.position ?? null
  // Whoever the last page ended with is behind this one, and read with it: that takes no statement of its own.
  const met = await walk(here, backwards, page.limit + (here ? 2 : 1), true)
  const there = here !== null && met[0]?.id === here.id && met[0].sort_value === here.value
  const found = there ? met.slice(1) : met
  const more = found.length > page.limit
  const rows = found.slice(0, page.limit)
  if (backwards) rows.reverse()

  const [first, last] = [rows[0], rows.at(-1)].map((row) => row && { value: row.sort_value, id: row.id })
  // They may have gone or moved meanwhile.
  const behind = async (place: Position | undefined) =>
    here !== null && place !== undefined && (there || (await walk(place, !backwards, 1)).length > 0)
  const hasPrevious = backwards ? more : await behind(first)
  const hasNext = backwards ? await behind(last) : more
  return {
    items: rows.map(recordOf),
    next: hasNext ? (last ?? null) : null,
    previous: hasPrevious ? (first ?? null) : null,
  }
}

/** Whether no part has more people than are looked at one by one. */
async function allFew(parts: readonly Part[], sizes: Sizes): Promise<boolean> {
  for (const { members, conditions } of parts) {
    const sources = conditions.flatMap(({ source }) => source ?? [])
    const found = await sizes.smallest(members ? [...sources, members] : sources)
    if (!found?.few) return false
  }
  return true
}
