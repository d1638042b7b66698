import { SORTS } from '@rollcall/core'
import type { Sight } from '@rollcall/core/rules'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DatabaseServer, findPostgres, startPostgres } from '../../../../scripts/database-servers.mjs'
import { EVERYBODY, lena, TIME } from '../lena.ts'
import { type PostgresStatement, postgresStorage } from '../postgres.ts'
import type { SqlStorage } from '../sql-storage.ts'

/** A node of a query plan of PostgreSQL. */
interface Node {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly Plans?: readonly Node[]
}

const PEOPLE = 5_000

/** Lena many times over, in dozens of organizations; some without a username, some who never signed in. */
const CROWD = `
  INSERT INTO users SELECT (jsonb_populate_record(lena, jsonb_build_object(
    'id', md5(n::text), 'number', 10 + n, 'email', n || '@crowd.example', 'email_key', n || '@crowd.example',
    'username', CASE WHEN n % 3 > 0 THEN 'u' || n END, 'username_key', CASE WHEN n % 3 > 0 THEN 'u' || n END,
    'name_key', md5('name ' || n), 'search_key', md5('search ' || n), 'created_at', n, 'role_rank', n % 5,
    'organization', CASE WHEN n % 20 > 0 THEN 'organization-' || n % 50 END
  ))).* FROM users AS lena, generate_series(1, ${PEOPLE}) AS n WHERE lena.id = 'lena';
  INSERT INTO user_states SELECT (jsonb_populate_record(lena, jsonb_build_object(
    'user_id', md5(n::text), 'last_sign_in_at', CASE WHEN n % 9 > 0 THEN n END,
    'organization', CASE WHEN n % 20 > 0 THEN 'organization-' || n % 50 END
  ))).* FROM user_states AS lena, generate_series(1, ${PEOPLE}) AS n WHERE lena.user_id = 'lena'`

/** Everybody holds a role, holds one on a resource, and is in a group: more than are looked up one by one. */
const MANY = `
  INSERT INTO grants (user_id, role, scope, source) SELECT id, 'admin', '', 'direct' FROM users ON CONFLICT DO NOTHING;
  INSERT INTO grants (user_id, role, scope, source) SELECT id, 'maker', 'app', 'direct' FROM users ON CONFLICT DO NOTHING;
  INSERT INTO groups VALUES ('group', 'Group', 'group', '', '[]', '[]', 1, 1) ON CONFLICT DO NOTHING;
  INSERT INTO group_members (group_id, user_id) SELECT 'group', id FROM users ON CONFLICT DO NOTHING;
  ANALYZE`

describe.skipIf(!findPostgres())('on PostgreSQL', () => {
  let server: DatabaseServer
  let storage: SqlStorage
  let client: pg.Client
  let ran: PostgresStatement[] = []

  beforeAll(async () => {
    server = await startPostgres()
    const connectionString = server.url('postgres')
    storage = postgresStorage({
      connectionString,
      open(config) {
        const pool = new pg.Pool(config)
        const query = (statement: PostgresStatement) => {
          ran.push(statement)
          return pool.query(statement)
        }
        return { query, connect: () => pool.connect(), end: () => pool.end() }
      },
    })
    await storage.migrate()
    await storage.users.insert(lena())
    client = new pg.Client({ connectionString, options: '-c search_path=rollcall' })
    await client.connect()
    await client.query(CROWD)
    await client.query('ANALYZE')
    // Where little is to be read, all of it is read: what is left when that is forbidden is what an index offers.
    await client.query('SET enable_seqscan = off')
  }, 60_000)
  afterAll(async () => {
    await client?.end()
    await storage?.close()
    await server?.stop()
  })

  /** The plans of the statements that some calls need, without sorts where those can be avoided. */
  async function plansOf(calls: () => Promise<unknown>, sort: 'on' | 'off' = 'off'): Promise<Node[]> {
    ran = []
    await calls()
    await client.query(`SET enable_sort = ${sort}`)
    await client.query(`SET enable_bitmapscan = ${sort}`)
    const plans: Node[] = []
    for (const { text, values } of ran) {
      const { rows } = await client.query(`EXPLAIN (FORMAT JSON) ${text}`, values)
      plans.push(rows[0]['QUERY PLAN'][0].Plan)
    }
    return plans
  }

  const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]
  /** The walks that choose the people of a page: under limits of their own, beside the one for oneself. */
  const walksOf = (plan: Node) =>
    nodesOf(plan)
      .slice(1)
      .filter((node) => node['Node Type'] === 'Limit' && !JSON.stringify(node).includes("'leo'"))
      .map(nodesOf)

  const SIGHTS: readonly (readonly [string, Sight])[] = [
    ['everybody', { kind: 'all' }],
    ['an organization', { kind: 'some', self: 'leo', organization: 'organization-7', scopes: [] }],
  ]
  const sorts = SORTS.filter((by) => by !== 'status').flatMap((by) =>
    [false, true].map((descending) => ({ by, descending })),
  )

  for (const [whose, sight] of SIGHTS) {
    test.each(sorts)(
      `a list of ${whose} by $by, descending: $descending, walks an index from any place and sorts nothing`,
      async (sort) => {
        const plans = await plansOf(async () => {
          const filter = { ...EVERYBODY, sight }
          const page = { ...sort, limit: 20 }
          const { next } = await storage.users.list(filter, { ...page, from: null }, TIME)
          if (next === null) throw new Error('twenty are not all of them')
          for (const direction of ['after', 'before'] as const) {
            await storage.users.list(filter, { ...page, from: { position: next, direction } }, TIME)
          }
        })
        expect(plans.length).toBeGreaterThanOrEqual(3)
        const walks = plans.flatMap(walksOf)
        expect(walks.length).toBeGreaterThanOrEqual(plans.length)
        for (const walk of walks) {
          expect(walk.map((node) => node['Node Type']).join()).not.toMatch(/Sort|Seq Scan/)
          const indexes = walk.flatMap((node) => node['Index Name'] ?? [])
          expect(indexes.join()).toMatch(sight.kind === 'all' ? /^(users|user_states)_by_/ : /by_organization/)
          expect(new Set(walk.flatMap((node) => node['Relation Name'] ?? [])).size, 'one table is walked').toBe(1)
        }
        for (const { name } of ran) expect(name, 'a page is prepared once').toBeDefined()
      },
    )
  }

  test('a search looks its letters up; a check of a session or API token reads no table as a whole', async () => {
    const page = { by: 'name', descending: false, limit: 1, from: null } as const
    const search = await plansOf(() => storage.users.list({ ...EVERYBODY, search: 'nobody' }, page, TIME), 'on')
    expect(search.flatMap(nodesOf).flatMap((node) => node['Index Name'] ?? [])).toContain('users_by_search')
    const checks = await plansOf(async () => {
      await storage.sessions.find('d', 1)
      await storage.apiTokens.find('d', 1)
    })
    expect(checks).toHaveLength(2)
    for (const node of checks.flatMap(nodesOf)) expect(node['Node Type']).not.toBe('Seq Scan')
  })

  test('filters are prepared while their texts are few, and what is hot after that too', async () => {
    const page = { by: 'name', descending: false, limit: 1, from: null } as const
    const list = (roles: number) => {
      const role = Array.from({ length: roles }, (_, index) => `role ${index}`)
      return storage.users.list({ ...EVERYBODY, role }, page, TIME)
    }
    for (let roles = 1; roles < 200; roles += 1) await list(roles)
    ran = []
    await list(1)
    await list(199)
    await storage.users.findByKey('lena@lena.example')
    expect(ran.map(({ name }) => name !== undefined)).toEqual([true, false, true])
  })

  test.each([
    ['a role', { role: ['admin'] }],
    ['a resource', { resource: ['app'] }],
    ['a group', { group: ['group'] }],
  ] as const)('%s is looked up for each who is met, and not for everybody beforehand', async (_, filter) => {
    await client.query(MANY)
    ran = []
    await storage.users.list(
      { ...EVERYBODY, ...filter },
      { by: 'name', descending: false, limit: 20, from: null },
      TIME,
    )
    // As it is planned once a statement is run again and again: for any value.
    await client.query('SET plan_cache_mode = force_generic_plan')
    await client.query(`PREPARE walk AS ${ran.at(-1)?.text}`)
    const { rows } = await client.query(`EXPLAIN (VERBOSE) EXECUTE walk ('${Object.values(filter)}')`)
    await client.query('DEALLOCATE walk')
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    expect(plan).toMatch(/SubPlan/)
    expect(plan).not.toMatch(/hashed SubPlan/)
  })

  test('many people of one condition are read as rows, not looked up by their ids', async () => {
    await client.query(
      `UPDATE user_states SET locked_at = 1 WHERE user_id IN (SELECT user_id FROM user_states LIMIT 2000)`,
    )
    const page = { by: 'name', descending: false, limit: 2_000, from: null } as const
    const locked = { ...EVERYBODY, status: ['locked'] } as const
    const plans = await plansOf(() => storage.users.list(locked, page, TIME), 'on')
    const [last] = plans.slice(-1)
    if (!last) throw new Error('nothing was read')
    expect(nodesOf(last).filter((node) => node['Index Name'] === 'user_states_locked')).toHaveLength(1)
    expect(nodesOf(last).filter((node) => node['Relation Name'] === 'user_states')).toHaveLength(2)
  })

  test('those of two conditions are compared by their ids before anybody is looked at', async () => {
    await client.query(MANY)
    await client.query(
      `UPDATE user_states SET locked_at = 1 WHERE user_id IN (SELECT user_id FROM user_states LIMIT 2000)`,
    )
    ran = []
    const page = { by: 'name', descending: false, limit: 2_000, from: null } as const
    const { items } = await storage.users.list({ ...EVERYBODY, status: ['locked'], role: ['admin'] }, page, TIME)
    expect(items).toHaveLength(2_000)
    expect(ran.at(-1)?.text).toMatch(
      /WHERE user_states\.locked_at [^)]+\) AS ids WHERE user_id IN \(SELECT user_id FROM/,
    )
  })

  test('a search is counted no further than whether it has few', async () => {
    // At the far end of the names, where no walk comes to.
    await client.query(`UPDATE users SET search_key = 'far away' WHERE name_key >= 'c'`)
    ran = []
    const page = { by: 'name', descending: false, limit: 20, from: null } as const
    const { items } = await storage.users.list({ ...EVERYBODY, search: 'far away' }, page, TIME)
    expect(items).toHaveLength(20)
    const counts = ran.flatMap(({ text }) => /count\(\*\).* LIMIT (\d+)/s.exec(text)?.[1] ?? [])
    expect(counts).toEqual(['501'])
  })

  test.each([
    ['a role', { role: ['admin'] }, 'grants_by_role'],
    ['a resource', { resource: ['app'] }, 'grants_by_scope'],
    ['being locked', { status: ['locked'] }, 'user_states_locked'],
    ['being deactivated', { status: ['deactivated'] }, 'users_disabled'],
    ['an invitation', { status: ['not-confirmed', 'invitation-expired'] }, 'users_invited'],
    ['a provider', { authentication: 'external' }, 'users_by_authentication'],
  ] as const)('a count by %s goes by its index', async (_, filter, index) => {
    const plans = await plansOf(() => storage.users.count({ ...EVERYBODY, ...filter }, 10, TIME))
    // Or by one that has the organization as well.
    expect(
      plans
        .flatMap(nodesOf)
        .flatMap((node) => node['Index Name'] ?? [])
        .join(),
    ).toContain(index)
  })
})
