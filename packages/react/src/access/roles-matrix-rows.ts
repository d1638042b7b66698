import { RIGHTS, type Right, searchKey } from '@rollcall/core/rules'
import type { RightKey } from '../messages/en-GB/rights.ts'
import type { Matrix, MatrixRole } from './roles-matrix-query.ts'

export type Heading = 'host' | 'people' | 'roles' | 'operation' | 'reach'

type SliceOf<R extends string> = R extends `${infer Slice}.${string}` ? Slice : never

/** Under which heading the rights of a slice stand. */
const HEADINGS: Readonly<Record<SliceOf<Right>, Heading>> = {
  users: 'people',
  invitations: 'people',
  lockout: 'people',
  passwords: 'people',
  sessions: 'people',
  apiTokens: 'people',
  impersonation: 'people',
  access: 'roles',
  groups: 'roles',
  resources: 'operation',
  settings: 'operation',
  audit: 'operation',
  system: 'operation',
}
const ORDER: readonly Heading[] = ['host', 'people', 'roles', 'operation', 'reach']

/** What somebody may look at closely: a right, a role, or the reach over every resource of a type. */
export interface MatrixSelection {
  readonly kind: 'right' | 'role' | 'reach'
  /** Of the right or the role; the type of resource for `reach`. */
  readonly id: string
}

export interface MatrixRow {
  readonly kind: 'right' | 'reach'
  readonly id: string
  readonly heading: Heading
  readonly name: string
  readonly description: string
  /** Role → true, or the name of the scoped role its holders have on every resource of the type. */
  readonly held: ReadonlyMap<string, true | string>
}

/** Finds the words for rights and types. */
export interface RowWords {
  readonly right: (key: RightKey) => { readonly name: string; readonly description: string }
  readonly reach: (type: string) => { readonly name: string; readonly description: string }
}

/** The types of resource there are scoped roles for, in the order of the roles. */
export function typesOf({ roles }: Matrix): string[] {
  return [...new Set(roles.flatMap(({ resourceType }) => resourceType ?? []))]
}

/** What roles of one kind give: their rights and, for system roles, their reach; by heading. */
export function rowsOf(matrix: Matrix, type: string | null, wordsOf: RowWords): MatrixRow[] {
  const roles = matrix.roles.filter(({ resourceType }) => resourceType === type)
  const rights = matrix.rights.map(({ id, name, description }): MatrixRow => {
    const held = new Map(roles.flatMap((role) => (role.rights.includes(id) ? [[role.id, true] as const] : [])))
    const own = name === null && isOwn(id)
    const words = own ? wordsOf.right(keyOf(id)) : { name: name ?? id, description: description ?? '' }
    return { kind: 'right', id, heading: own ? headingOf(id) : 'host', ...words, held }
  })
  const reach = typesOf(matrix).map((id): MatrixRow => {
    const held = roles.flatMap((role) => {
      const reached = role.reach[id]
      return reached === undefined ? [] : [[role.id, nameOfRole(matrix, reached)] as const]
    })
    return { kind: 'reach', id, heading: 'reach', ...wordsOf.reach(id), held: new Map(held) }
  })
  return [...rights, ...reach]
    .filter(({ held }) => held.size > 0)
    .sort((a, b) => ORDER.indexOf(a.heading) - ORDER.indexOf(b.heading))
}

/** The rows under their headings. */
export function byHeading(rows: readonly MatrixRow[]): [Heading, readonly MatrixRow[]][] {
  return [...new Set(rows.map(({ heading }) => heading))].map((heading) => [
    heading,
    rows.filter((row) => row.heading === heading),
  ])
}

/** Whether these roles do not all give the same of it. */
export function differs({ held }: MatrixRow, roles: readonly string[]): boolean {
  return new Set(roles.map((id) => held.get(id))).size > 1
}

/** Whether each of the words typed is in one of the texts. */
export function isFound(typed: string, texts: readonly string[]): boolean {
  const text = texts.map(searchKey).join(' ')
  return searchKey(typed)
    .split(/\s+/)
    .every((word) => text.includes(word))
}

export function nameOfRole({ roles }: Matrix, id: string): string {
  return roles.find((role) => role.id === id)?.name ?? id
}

/** Names of the roles that are of a kind and have something. */
export function namesWhere(roles: readonly MatrixRole[], type: string | null, has: (role: MatrixRole) => boolean) {
  return roles.filter((role) => role.resourceType === type && has(role)).map(({ name }) => name)
}

function isOwn(id: string): id is Right {
  return RIGHTS.some((right) => right === id)
}

function keyOf(id: Right): RightKey {
  return id.replace('.', '-') as RightKey
}

function headingOf(id: Right): Heading {
  return HEADINGS[id.split('.')[0] as SliceOf<Right>]
}
