// Pages of 50 out of 100,000 people on SQLite.
import { join } from 'node:path'
import { gather } from '../crowd.mjs'
import { peopleByHand } from '../people-by-hand.mjs'
import { comparePages } from '../people-pages.mjs'
import { directory, freshSqlite } from '../product.mjs'
import { steady } from '../rounds.mjs'

export default async function people() {
  const path = directory()
  const storage = await freshSqlite(path)
  await gather(storage, 100_000)
  const turn = (operation) => steady(1, operation, 40)
  return comparePages({ storage, byHand: peopleByHand(join(path, 'rollcall.sqlite')), turn })
}
