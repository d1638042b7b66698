/** What became of one field, as short as it can be told. */
export type ToldChange =
  | { readonly kind: 'replaced'; readonly from: string; readonly to: string }
  | { readonly kind: 'members'; readonly added: readonly string[]; readonly taken: readonly string[] }

interface Telling {
  /** What an id is called; the id itself where nobody knows. */
  readonly name: (id: string) => string
  readonly yes: string
  readonly no: string
  readonly nothing: string
}

/** Lists are told by what came and went, everything else by its old and new value. */
export function tellChange(from: unknown, to: unknown, telling: Telling): ToldChange {
  if (!Array.isArray(from) && !Array.isArray(to)) {
    return { kind: 'replaced', from: plain(from, telling), to: plain(to, telling) }
  }
  const before = members(from, telling)
  const after = members(to, telling)
  return {
    kind: 'members',
    added: after.filter((one) => !before.includes(one)),
    taken: before.filter((one) => !after.includes(one)),
  }
}

function members(list: unknown, telling: Telling): string[] {
  return Array.isArray(list) ? list.map((one) => plain(one, telling)) : []
}

function plain(value: unknown, telling: Telling): string {
  if (value === null || value === undefined || value === '') return telling.nothing
  if (typeof value === 'boolean') return value ? telling.yes : telling.no
  if (typeof value === 'string') return telling.name(value)
  if (typeof value === 'object' && 'role' in value) return grant(value as Grant, telling)
  return JSON.stringify(value)
}

interface Grant {
  readonly role: string
  readonly scope?: string | null
}

function grant({ role, scope }: Grant, { name }: Telling): string {
  return scope ? `${name(role)} (${name(scope)})` : name(role)
}
