import type { CompiledAccess } from '../access/power.rules.ts'
import { composeMail, type Sealing } from '../outbox/outbox.steps.ts'
import type { Stores } from '../ports/storage.ts'
import type { Links } from '../system/links.rules.ts'
import { nameOf, type User } from '../users/user.rules.ts'
import type { ResourceRecord } from './resource.store.ts'
import type { OwnerlessMail } from './resources.mail.ts'

/** The resources that this person owns and nobody else does. */
export async function solelyOwned(stores: Stores, access: CompiledAccess, user: User): Promise<ResourceRecord[]> {
  const alone: string[] = []
  for (const role of Object.values(access.policy.ownerRoles)) {
    const owned = user.grants.flatMap((grant) => (grant.role === role && grant.scope !== null ? [grant.scope] : []))
    if (owned.length > 0) alone.push(...(await stores.users.scopesWithout(role, owned, user.id)))
  }
  return namesOf(stores, access, user, alone)
}

/**
 * Tells everybody who watches over resources, in the open transaction and after the change, that these have no owner
 * any more: one mail each, listing all. Answers how many were told.
 */
export async function reportOwnerless(
  tx: Stores,
  tools: Sealing & { readonly access: CompiledAccess; readonly links: Links },
  report: {
    /** Ids of the mails begin with it; the audit entry's id, made before the transaction. */
    readonly id: string
    readonly person: User
    readonly because: OwnerlessMail['data']['because']
    readonly resources: readonly ResourceRecord[]
  },
): Promise<void> {
  if (report.resources.length === 0) return
  const watchers = await watchersOf(tx, tools.access)
  const data = {
    resources: report.resources.map(({ type, name }) => ({ type, name })),
    person: { name: nameOf(report.person), email: report.person.email },
    because: report.because,
    usersLink: tools.links.users,
  }
  for (const [index, watcher] of watchers.filter(({ id }) => id !== report.person.id).entries()) {
    const mail = await composeMail(
      tools,
      watcher,
      { template: 'resources-ownerless', data },
      { id: `${report.id}-${index}` },
    )
    await tx.outbox.add([mail])
  }
}

/** Everybody with the right to watch over resources on the whole product. */
export async function watchersOf(stores: Stores, access: CompiledAccess): Promise<readonly User[]> {
  const roles = access.policy.systemRoles.filter(({ rights }) => rights.includes('resources.watch')).map(({ id }) => id)
  return stores.users.listHolders(roles)
}

/** Their records; ids the host has not registered stand for themselves. */
async function namesOf(stores: Stores, access: CompiledAccess, user: User, ids: readonly string[]) {
  const known = new Map((await stores.resources.findMany(ids)).map((each) => [each.id, each]))
  return ids.map((id) => {
    const role = user.grants.find(({ scope }) => scope === id)?.role
    const type = access.policy.scopedRoles.find((each) => each.id === role)?.resourceType ?? ''
    return known.get(id) ?? { id, type, name: id, parent: null, isDefault: false, nextSteps: null }
  })
}
