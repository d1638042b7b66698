// The `actions` of a page of 50 invited people, who have the most of them: what the list operation costs an
// administrator beyond what it costs the host, for whom nothing is decided.
import assert from 'node:assert/strict'
import { createMemoryStorage } from '@rollcall/storage-memory'
import { settle } from '../people.mjs'
import { RANKS } from '../policy.mjs'
import { CLIENT, product } from '../product.mjs'
import { rounds, steady } from '../rounds.mjs'

const PAGE = { limit: 50 }

export default async function pageActions() {
  const storage = createMemoryStorage()
  const tokens = await settle(storage, { count: 50 + RANKS, hash: 'free:', invitedFrom: RANKS })
  const rollcall = product(storage)
  const { users } = rollcall
  const administrator = await rollcall.sessions.authenticate(tokens[RANKS - 1], CLIENT)
  const host = rollcall.host('benchmark')
  const [decided, undecided] = [await users.listUsers(administrator, PAGE), await users.listUsers(host, PAGE)]
  assert.equal(decided.items.length, 50)
  assert.ok(decided.items.filter(({ actions }) => actions.revoke).length > 40)
  assert.deepEqual(
    decided.items.map(({ actions, ...rest }) => ({ ...rest, actions: {} })),
    undecided.items,
  )

  const cost = (actor) => {
    const turn = steady(1, () => users.listUsers(actor, PAGE))
    return async () => 1000 / (await turn())
  }
  const { page, bare } = await rounds(15, { page: cost(administrator), bare: cost(host) })
  const ours = page.map((figure, round) => figure - bare[round])
  return [
    {
      what: '`actions` of a page of 50',
      unit: 'ms',
      reached: { ours, 'the whole list operation, memory': page },
      targets: [{ atMost: 1 }],
    },
  ]
}
