import { type Sight, sees, sightOf } from '../access/access.rules.ts'
import { type KnownActor, subjectOf, targetOf } from '../kernel/actor.ts'
import { authorise } from '../kernel/authorise.ts'
import { RefusedError } from '../kernel/refusals.ts'
import type { PasswordHasher } from '../ports/password-hasher.ts'
import { decideCreation, decideEdit } from '../users/account.steps.ts'
import { type AccountTools, type Change, decideChange } from '../users/change.steps.ts'
import { ATTRIBUTE_COLUMN, COLUMNS, cellsOf, PASSWORD_HASH } from '../users/csv-columns.rules.ts'
import { emailKey, usernameKey } from '../users/identifier.rules.ts'
import type { User, UserRecord } from '../users/user.rules.ts'
import { askedFields, askedGrants, type Place } from './asked.rules.ts'
import type { AnyColumn } from './header.rules.ts'
import { HIDDEN_CELL, type RowProblem, type Verdict } from './import.rules.ts'
import { requireFirstPassword } from './imported-password.steps.ts'
import type { ReadRow, Sheet } from './sheet.steps.ts'

/** What judging rows needs. */
export interface Judging extends AccountTools {
  readonly hasher: PasswordHasher
  /** Registered resources by id. */
  readonly places: ReadonlyMap<string, Place>
}

/** What a row amounts to, as things stand. */
export interface Judgement {
  readonly row: ReadRow
  readonly verdict: Verdict
  /** Whom it is about, as far as the caller may know them. */
  readonly user: UserRecord | null
  /** Who would come into being. */
  readonly created: User | null
  /** With the person as they would be. */
  readonly change: (Pick<Change, 'fields' | 'grants'> & { readonly changed: User }) | null
  /** Column → the cell as it is and as it would be. */
  readonly changes: Readonly<Record<string, readonly [string | null, string]>>
  readonly problems: readonly RowProblem[]
}

/** Judges rows as the screen would judge what each asks for: the same rules, the same rights, people looked up at once. */
export async function judgeRows(
  tools: Judging,
  actor: KnownActor,
  sheet: Sheet,
  rows: readonly ReadRow[],
): Promise<readonly Judgement[]> {
  const keys = new Set(rows.flatMap((row) => [row.emailKey, row.usernameKey].filter((key) => key !== null)))
  const people = new Map<string, UserRecord>()
  for (const user of await tools.storage.users.findByKeys([...keys])) {
    for (const key of keysOf(user)) people.set(key, user)
  }
  const sight: Sight = actor.kind === 'system' ? { kind: 'all' } : sightOf(tools.access, subjectOf(actor))
  const judgements: Judgement[] = []
  for (const row of rows) {
    judgements.push(await judged(tools, actor, sheet, row, found(tools, sheet, sight, people, row)))
  }
  return judgements
}

/** Whom a row is about, or why it can be about nobody. */
interface Found {
  readonly user: UserRecord | null
  readonly problems: readonly RowProblem[]
}

/**
 * By user name where people have them, else by address; by address also whoever has no user name yet. Beyond the
 * caller's sight nobody is found, but what is taken is taken.
 */
function found(
  { policy }: Judging,
  sheet: Sheet,
  sight: Sight,
  people: ReadonlyMap<string, UserRecord>,
  row: ReadRow,
): Found {
  const byName = row.usernameKey === null ? null : (people.get(row.usernameKey) ?? null)
  const byEmail = row.emailKey === null ? null : (people.get(row.emailKey) ?? null)
  const named = policy.username !== null && row.usernameKey !== null
  const holder = named ? byName : byEmail
  const isTheirs =
    holder !== null &&
    (named
      ? holder.username !== null && usernameKey(holder.username) === row.usernameKey
      : emailKey(holder.email) === row.emailKey)
  const problems: RowProblem[] = []
  const user = holder && isTheirs && sees(sight, targetOf(holder)) ? holder : null
  if (named && byName && !user) problems.push(sheet.problem('username', 'username-in-use'))
  if (byEmail && byEmail.id !== user?.id) problems.push(sheet.problem('email', 'email-in-use'))
  if (user && !named && policy.username && user.username !== null) {
    return { user: null, problems: [sheet.problem('username', 'required')] }
  }
  return { user, problems }
}

async function judged(
  tools: Judging,
  actor: KnownActor,
  sheet: Sheet,
  row: ReadRow,
  { user, problems }: Found,
): Promise<Judgement> {
  const all = [...row.problems, ...problems]
  const hash = row.given[PASSWORD_HASH] ?? null
  if (hash !== null && !tools.hasher.accepts(hash)) all.push(sheet.problem(PASSWORD_HASH, 'invalid'))
  const { grants, wrong } = askedGrants(tools, user, row.given)
  for (const column of wrong) all.push(sheet.problem(column, 'invalid'))
  const asked = { ...askedFields(tools, user, row.given), ...(grants ? { grants } : {}) }
  const nothing = { row, user, created: null, change: null, changes: {}, problems: [] }
  // What was refused by its key has nobody whose rules would apply.
  const decided = user || problems.length === 0 ? await decide(tools, actor, user, asked, hash !== null) : {}
  if (decided instanceof RefusedError) {
    for (const more of problemsOf(sheet, decided)) {
      if (more.column === null || all.every(({ column }) => column !== more.column)) all.push(more)
    }
  }
  if (all.length > 0 || decided instanceof RefusedError) return { ...nothing, verdict: 'refused', problems: all }
  const { created = null, change = null } = decided
  if (created) return { ...nothing, verdict: 'create', created }
  const hidden = hash === null ? {} : { [PASSWORD_HASH]: [null, HIDDEN_CELL] as const }
  const changes = user && change ? { ...changedCells(tools, user, change.changed), ...hidden } : {}
  if (Object.keys(changes).length === 0) return { ...nothing, verdict: 'unchanged' }
  return { ...nothing, verdict: 'update', change, changes }
}

async function decide(
  tools: Judging,
  actor: KnownActor,
  user: UserRecord | null,
  asked: Parameters<typeof decideEdit>[3],
  registers: boolean,
): Promise<Partial<Pick<Judgement, 'created' | 'change'>> | RefusedError> {
  try {
    const now = registers ? { registeredAt: tools.clock.now() } : {}
    if (!user) {
      const created = { ...decideCreation(tools, actor, asked, 'file'), ...now }
      if (registers) requireFirstPassword(tools, actor, null, created)
      return { created }
    }
    if (Object.keys(asked).length === 0 && !registers) return {}
    authorise(tools.access, actor, 'edit', user)
    const { fields: edited, grants } = decideEdit(tools, actor, user, asked, 'file')
    const fields = { ...edited, ...now }
    const held = grants ? { grants } : {}
    const { changed } = await decideChange(tools, actor, user, { fields, ...held })
    if (registers) requireFirstPassword(tools, actor, user, changed)
    return { change: { fields, ...held, changed } }
  } catch (error) {
    if (error instanceof RefusedError) return error
    throw error
  }
}

function changedCells({ policy, attributes }: Judging, user: User, changed: User) {
  const roles = policy.access.scopedRoles
  const before = cellsOf(user, attributes, roles)
  const after = cellsOf(changed, attributes, roles)
  const columns = Object.keys(after) as (keyof typeof after)[]
  const differ = columns.filter((column) => before[column] !== after[column])
  return Object.fromEntries(differ.map((column) => [column, [before[column] ?? null, after[column] ?? ''] as const]))
}

function problemsOf(sheet: Sheet, { code, details }: RefusedError): RowProblem[] {
  const { fields, reason = null } = details
  if (!fields) return [sheet.problem(null, code, { reason })]
  return Object.entries(fields).map(([path, problem]) => {
    return sheet.problem(columnOf(sheet, path), code === 'invalid-input' ? problem : code, { reason })
  })
}

/** The column that gave a field of an account. */
function columnOf(sheet: Sheet, path: string): AnyColumn | null {
  if (path === 'grants') return sheet.has('instances') && !sheet.has('roles') ? 'instances' : 'roles'
  if (path === 'authentication' && sheet.has('provider') && !sheet.has('authentication')) return 'provider'
  const [head = '', key] = path.split('.')
  if (head === PASSWORD_HASH) return head
  if (head === 'attributes') return `${ATTRIBUTE_COLUMN}${key}`
  return Object.hasOwn(COLUMNS, head) ? (head as keyof typeof COLUMNS) : null
}

function keysOf({ email, username }: User): string[] {
  const keys = [emailKey(email) ?? email]
  if (username !== null) keys.push(usernameKey(username))
  return keys
}
