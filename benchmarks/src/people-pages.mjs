// Pages of 50 out of a crowd: every sort, at the start and far down, with and without the sight of one organization;
// searches; filters. Ours beside a page by hand over the same tables.
import assert from 'node:assert/strict'
import { DAY, group, NOW, organization, resource, TIME } from './crowd.mjs'
import { cost, rounds } from './rounds.mjs'

const ROUNDS = 7
const EVERYBODY = {
  sight: { kind: 'all' },
  search: null,
  status: [],
  role: [],
  organization: [],
  resource: [],
  group: [],
  authentication: null,
  enabled: null,
  lastSignInBefore: null,
}
const STATES_FIRST = 'user_states s JOIN users u ON u.id = s.user_id'
const TABLE = 'users u JOIN user_states s ON s.user_id = u.id'
const BY_NAME = 'u.name_key, u.id'
const CONFIRMED = `u.enabled = 1 AND s.locked_at IS NULL AND u.registered_at IS NOT NULL
  AND NOT (u.auth_kind = 'internal' AND s.active_at <= ${NOW - 243 * DAY})`
const UNUSED = `(s.last_sign_in_at IS NULL OR s.last_sign_in_at < ${NOW - 30 * DAY})`

/** Sort → its column by hand; nulls are left to the other end, which no page here reaches. */
const SORTS = {
  name: 'u.name_key',
  email: 'u.email_key',
  username: 'u.username_key',
  createdAt: 'u.created_at',
  lastSignInAt: 's.last_sign_in_at',
  organization: 'u.organization',
  role: 'u.role_rank',
}

/** Pages of 50 of a storage: by filter and sort, from the start or after a position. */
export const pagesOf =
  (storage) =>
  (filter, by, position = null) => {
    const from = position && { position, direction: 'after' }
    return storage.users.list({ ...EVERYBODY, ...filter }, { by, descending: false, limit: 50, from }, TIME)
  }

/**
 * Compares pages of a crowd that is gathered already.
 * @param {object} crowd
 * @param {import('@rollcall/core').Storage} crowd.storage
 * @param {object} crowd.byHand pages as somebody would write them on that engine
 * @param {(operation: () => Promise<unknown>) => import('./rounds.mjs').Turn} crowd.turn operations a second, one at a time
 */
export async function comparePages({ storage, byHand, turn }) {
  const { page, place, words } = byHand
  const list = pagesOf(storage)
  const lines = []

  /**
   * One line: ours against the page by hand, after both gave the same people; `facts: false` where only speed compares.
   * `besides` are others of ours, in the same rounds.
   */
  async function compare(what, ours, limit, targets, { facts = true, besides = {} } = {}) {
    const [found, wanted] = [(await ours()).items, await limit()]
    if (facts) assert.deepEqual(found, wanted)
    const others = Object.entries(besides).map(([name, other]) => [name, cost(turn(other))])
    const reached = await rounds(ROUNDS, {
      ours: cost(turn(ours)),
      limit: cost(turn(async () => limit())),
      ...Object.fromEntries(others),
    })
    lines.push({ what, unit: 'ms', reached, targets })
  }

  for (const number of [null, 0, 40]) {
    const own = organization(number)
    const inside = number === null ? '' : `organization = '${own}'`
    const sight = number === null ? EVERYBODY.sight : await sightOf(own)
    const where = number === null ? 'all' : `an organization of ${number === 0 ? 'a third' : 'hundreds'}`
    for (const [by, column] of Object.entries(SORTS)) {
      const [table, id] = column.startsWith('s.') ? [STATES_FIRST, 's.user_id'] : [TABLE, 'u.id']
      const here = `${table} WHERE ${column} IS NOT NULL ${inside && `AND ${column[0]}.${inside}`}`
      const order = `${column}, ${id}`
      const targets = [{ of: 'limit', atMost: by === 'role' ? 10 : 3 }]
      const first = () => list({ sight }, by)
      await compare(`list by ${by}, ${where}`, first, page(here, order), targets)
      // So that a page is left before the nulls.
      const share = number === 40 ? 0.5 : 0.99
      const far = await place(here, column, id, share)
      const after = page(`${here} AND (${order}) > (?, ?)`, order)
      const deep = `list by ${by}, ${where}, after ${share * 100} %`
      await compare(
        deep,
        () => list({ sight }, by, far),
        () => after(far.value, far.id),
        [...targets, { of: 'first page', atMost: 1.3 }],
        { besides: { 'first page': first } },
      )
    }
    const named = page(`${TABLE} WHERE 1 = 1 ${inside && `AND u.${inside}`}`, 'u.name_key, u.id')
    const tenfold = [{ of: 'limit', atMost: 10 }]
    await compare(`list by status, ${where}, against a page by name`, () => list({ sight }, 'status'), named, tenfold, {
      facts: false,
    })
  }

  const threefold = [{ of: 'limit', atMost: 3 }]
  const byWalk = (condition) => page(`${TABLE} WHERE ${condition}`, BY_NAME)
  const byIndex = page(`${TABLE} WHERE ${words.found}`, BY_NAME)
  const walkFor = byWalk(words.inside)
  for (const [what, search, limit] of [
    ['a rare term', 'zoe zhang', byIndex],
    ['one person', '.99999@', byIndex],
    ['an absent term', 'nobodyhere', byIndex],
    ['a common term', 'organization', walkFor],
    ['two letters that nobody has', 'xq', walkFor],
  ]) {
    const looked = limit === byIndex ? words.lookedUp(search) : words.walkedFor(search)
    await compare(
      `search for ${what}`,
      () => list({ search }, 'name'),
      () => limit(...looked),
      threefold,
    )
  }
  const within = (atMost) => [{ atMost }]
  for (const [what, search, by] of [
    ['a first name, in the middle of the sort', 'lena', 'name'],
    ['a first name, at the end of the sort', 'zoe', 'email'],
  ]) {
    await alone(`search for ${what}`, () => list({ search }, by), within(100))
  }

  for (const [what, filter, condition] of [
    [
      'most roles',
      { role: ['member'] },
      "EXISTS (SELECT 1 FROM grants g WHERE g.user_id = u.id AND g.role IN ('member'))",
    ],
    ['external', { authentication: 'external' }, words.external],
    ['enabled', { enabled: true }, 'u.enabled = 1'],
    ['confirmed', { status: ['confirmed'] }, CONFIRMED],
    ['unused for a month', { lastSignInBefore: NOW - 30 * DAY }, UNUSED],
    ['the greatest organization', { organization: [organization(0)] }, `u.organization = '${organization(0)}'`],
    ['a small organization', { organization: [organization(300)] }, `u.organization = '${organization(300)}'`],
  ]) {
    await compare(`filter: ${what}`, () => list(filter, 'name'), byWalk(condition), threefold)
  }
  for (const [what, filter, by = 'name'] of [
    ['locked', { status: ['locked'] }],
    ['deactivated', { status: ['deactivated'] }],
    ['dormant', { status: ['dormant'] }],
    ['invitation expired', { status: ['invitation-expired'] }],
    ['not confirmed, by creation', { status: ['not-confirmed'] }, 'createdAt'],
    ['administrators', { role: ['administrator'] }],
    ['the greatest resource', { resource: [resource(0)] }],
    ['a small resource', { resource: [resource(400)] }],
    ['a great group', { group: [group(0)] }],
    ['a small group', { group: [group(30)] }],
    ['unused for three years', { lastSignInBefore: NOW - 1_100 * DAY, status: ['confirmed', 'dormant'] }],
    ['locked administrators', { status: ['locked'], role: ['administrator'] }],
  ]) {
    await alone(`filter: ${what}`, () => list(filter, by), within(50))
  }
  return lines

  /** The sight of somebody in that organization. */
  async function sightOf(own) {
    const { items } = await list({ organization: [own] }, 'createdAt')
    return { kind: 'some', self: items[0].id, organization: own, scopes: [] }
  }

  /** A line that nobody would write in one query. */
  async function alone(what, ours, targets) {
    const reached = await rounds(ROUNDS, { ours: cost(turn(ours)) })
    lines.push({ what, unit: 'ms', reached, targets })
  }
}
