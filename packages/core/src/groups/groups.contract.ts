import * as z from 'zod/mini'
import { endpoint } from '../kernel/endpoint.ts'
import { id, line, version } from '../kernel/wire.ts'
import { domainOf } from '../users/identifier.rules.ts'
import { resource } from '../users/user.contract.ts'

/** The domain of an address, as IDNA. */
const domain = z.pipe(
  line({ max: 253, min: 1 }).check(z.refine((text) => domainOf(`x@${text}`) !== null, { error: 'invalid' })),
  z.transform((text) => domainOf(`x@${text}`) ?? text),
)

const given = {
  name: line({ max: 100, min: 1 }),
  description: line({ max: 500 }),
  domains: z.array(domain).check(z.maxLength(50, { error: 'too-long' })),
  grants: z.array(z.strictObject({ role: id, scope: id })).check(z.maxLength(200, { error: 'too-long' })),
}

/** A group as lists show it. */
const group = z.object({
  id,
  name: z.string(),
  description: z.string(),
  domains: z.array(z.string()),
  /** Roles on resources that every member inherits. */
  grants: z.array(z.object({ role: id, scope: id })),
  version: z.int(),
  /** Members the caller may see. */
  members: z.int(),
})

const people = z.array(id).check(z.maxLength(200, { error: 'too-long' }))

export const groupsContract = {
  listGroups: endpoint({
    method: 'GET',
    path: '/groups',
    summary: 'Every group, with how many members one may see',
    caller: 'signed-in',
    input: z.strictObject({}),
    output: z.object({
      items: z.array(group),
      /** The resources the roles are held on, as far as the host has registered them. */
      resources: z.array(resource),
      /** Scoped roles a group can give: all but those that own a resource. */
      roles: z.array(id),
      /** Whether the caller may change groups. */
      manage: z.boolean(),
    }),
    refuses: ['not-allowed'],
  }),
  listMembers: endpoint({
    method: 'GET',
    path: '/groups/:groupId/members',
    summary: 'The members of a group one may see, by name, a page at a time',
    caller: 'signed-in',
    input: z.strictObject({
      groupId: id,
      limit: z.optional(z.int().check(z.gte(1), z.lte(200))),
      cursor: z.optional(z.string().check(z.maxLength(2_000, { error: 'too-long' }))),
    }),
    output: z.object({
      items: z.array(z.object({ id, name: z.string(), email: z.string(), by: z.enum(['hand', 'domain']) })),
      nextCursor: z.nullable(z.string()),
    }),
    refuses: ['not-found', 'not-allowed'],
  }),
  createGroup: endpoint({
    method: 'POST',
    path: '/groups',
    summary: 'Make a group',
    caller: 'signed-in',
    input: z.strictObject(given),
    output: group,
    refuses: ['not-allowed'],
    status: 201,
  }),
  editGroup: endpoint({
    method: 'PATCH',
    path: '/groups/:groupId',
    summary: 'Change name, description, domains or roles of a group',
    caller: 'signed-in',
    input: z.strictObject({
      groupId: id,
      name: z.optional(given.name),
      description: z.optional(given.description),
      domains: z.optional(given.domains),
      grants: z.optional(given.grants),
      version,
    }),
    output: group,
    refuses: ['not-found', 'not-allowed', 'changed-meanwhile'],
    versioned: true,
  }),
  setMembers: endpoint({
    method: 'PUT',
    path: '/groups/:groupId/members',
    summary: 'Put people in and take people out by hand; members by domain stay as they are',
    caller: 'signed-in',
    input: z.strictObject({ groupId: id, add: people, remove: people, version }),
    output: group,
    refuses: ['not-found', 'not-allowed', 'changed-meanwhile'],
    versioned: true,
  }),
  deleteGroup: endpoint({
    method: 'DELETE',
    path: '/groups/:groupId',
    summary: 'Remove a group; its members lose what they had by it',
    caller: 'signed-in',
    input: z.strictObject({ groupId: id, version }),
    output: z.object({}),
    refuses: ['not-found', 'not-allowed', 'changed-meanwhile'],
    versioned: true,
  }),
}
