import type { Resource } from '../access/resources-query.ts'

export interface App {
  /** Null for what nothing contains. */
  readonly id: string | null
  readonly name: string | null
  readonly instances: readonly Resource[]
}

/** What contains others, by name, each with what it contains; what nothing contains comes last. */
export function appsOf(resources: readonly Resource[], containers: readonly string[]): App[] {
  const apps = resources.filter(({ type }) => containers.includes(type))
  const known = new Set(apps.map(({ id }) => id))
  const alone = resources.filter(({ type, parent }) => !containers.includes(type) && !(parent && known.has(parent)))
  return [
    ...apps.map(({ id, name }) => ({ id, name, instances: resources.filter(({ parent }) => parent === id) })),
    ...(alone.length > 0 ? [{ id: null, name: null, instances: alone }] : []),
  ]
}
