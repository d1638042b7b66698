import { type Account, type AccountDraft, roleField, roleOf } from './account-fields.ts'
import type { AccountPolicy, AccountResource } from './account-policy-query.ts'
import type { UserWithDetails } from './user-query.ts'

export interface Instance {
  readonly id: string
  readonly name: string
  readonly isDefault: boolean
  readonly nextSteps: string | null
  /** What ticking gives; null where the reader may give nothing. */
  readonly role: string | null
  /** All the roles there that the reader may give and take. */
  readonly mayGrant: readonly string[]
}

export interface App {
  /** Null for instances that stand in no app. */
  readonly id: string | null
  readonly name: string | null
  readonly nextSteps: string | null
  readonly instances: readonly Instance[]
}

type Placed = Pick<UserWithDetails['resources'][number], 'id' | 'type' | 'name' | 'parent'>

/** Apps by name, each with its instances; also those somebody has that the reader has nothing else to do with. */
export function appsOf(
  containers: AccountPolicy['containers'],
  resources: readonly AccountResource[],
  held: readonly Placed[],
  locale: string,
): App[] {
  const { compare } = new Intl.Collator(locale, { numeric: true })
  const known = new Map(resources.map((one) => [one.id, one]))
  const instances = [
    ...resources.map((one) => ({ ...one, parentName: known.get(one.parent ?? '')?.name })),
    ...held
      .filter(({ id }) => !known.has(id))
      .map(({ parent, ...one }) => {
        const nothing = { isDefault: false, nextSteps: null, mayGrant: [] }
        return { ...nothing, ...one, parent: parent?.id ?? null, parentName: parent?.name }
      }),
  ].filter(({ type }) => type in containers)
  const apps = new Map<string | null, App & { instances: Instance[] }>()
  for (const { id, name, isDefault, nextSteps, mayGrant, parent, parentName } of instances) {
    const place = parentName === undefined ? null : parent
    const app = apps.get(place) ?? {
      id: place,
      name: parentName ?? null,
      nextSteps: known.get(place ?? '')?.nextSteps ?? null,
      instances: [],
    }
    app.instances.push({ id, name, isDefault, nextSteps, mayGrant, role: mayGrant[0] ?? null })
    apps.set(place, app)
  }
  for (const { instances: own } of apps.values()) own.sort((one, other) => compare(one.name, other.name))
  return [...apps.values()].sort((one, other) => {
    if (one.name === null || other.name === null) return one.name === null ? 1 : -1
    return compare(one.name, other.name)
  })
}

/** Only what has the text in its name or identifier; the whole app where its own name has it. */
export function matching(apps: readonly App[], text: string): App[] {
  const sought = text.trim().toLowerCase()
  const has = (...words: readonly (string | null)[]) => words.some((word) => word?.toLowerCase().includes(sought))
  return apps.flatMap((app) => {
    const instances = has(app.name) ? app.instances : app.instances.filter(({ id, name }) => has(id, name))
    return instances.length > 0 ? [{ ...app, instances }] : []
  })
}

export function isTicked(account: Account, instance: string): boolean {
  return rolesAt(account, instance).length > 0
}

/** The roles somebody has there directly. */
export function rolesAt(account: Account, instance: string): string[] {
  return Object.keys(account).flatMap((field) => {
    const held = account[field] === true ? roleOf(field) : null
    return held?.scope === instance ? [held.role] : []
  })
}

/** Ticking again what was saved gives back what it was. */
export function tick(
  draft: AccountDraft,
  { saved, account }: { readonly saved: Account; readonly account: Account },
  { id, role }: Instance,
  on: boolean,
): void {
  if (on === isTicked(account, id)) return
  const before = rolesAt(saved, id)
  const given = before.length > 0 ? before : [role].filter((one) => one !== null)
  for (const one of on ? given : rolesAt(account, id)) draft.change(roleField(one, id), on || null)
}
