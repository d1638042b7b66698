import type { IconName } from '../ui/icon.tsx'
import type { Role, UsersPolicy } from './roles-query.ts'
import type { User } from './users-query.ts'

/** What the bar above the table does to everybody selected, and what a row's menu offers; named as in `actions`. */
export const BULK_ACTS = [
  'unlock',
  'resend',
  'sendWelcome',
  'reactivate',
  'enable',
  'disable',
  'assign',
  'changeSignIn',
  'delete',
] as const
export type BulkAct = (typeof BULK_ACTS)[number]

const ROW_ACTS = ['edit', 'sendWelcome', 'unlock', 'reactivate', 'resend', 'impersonate', 'revoke', 'delete'] as const

/** What a row's menu offers. Accounts are edited whole where they are created so; elsewhere the details page edits. */
export function rowActs(creates: boolean): readonly (typeof ROW_ACTS)[number][] {
  return creates ? ROW_ACTS : ROW_ACTS.filter((act) => act !== 'edit')
}

export const ACT_ICONS = {
  edit: 'pencil',
  impersonate: 'users',
  unlock: 'unlock',
  resend: 'mail',
  sendWelcome: 'mail',
  revoke: 'trash',
  reactivate: 'clock',
  enable: 'check',
  disable: 'slash',
  assign: 'shield',
  changeSignIn: 'key',
  delete: 'trash',
} as const satisfies Record<BulkAct | (typeof ROW_ACTS)[number], IconName>

type Verdict = NonNullable<User['actions'][Exclude<BulkAct, 'changeSignIn'>]>

/** The word on somebody: how they sign in is part of their account. */
const wordOn = (act: BulkAct | 'impersonate', { actions }: User) => actions[act === 'changeSignIn' ? 'edit' : act]

/** Verdicts that leave open whether the reader could do it to anybody else. */
const TELLING_NOTHING: readonly unknown[] = [undefined, 'no-right', 'self', 'protected', 'single-sign-on']

/** Whether the reader could ever do this to somebody here; what they could not is not shown to them at all. */
export function isOffered(
  act: BulkAct | 'impersonate',
  users: readonly User[],
  { roles, providers }: Pick<UsersPolicy, 'roles' | 'providers'>,
): boolean {
  if (act === 'assign' && grantable(roles).length === 0) return false
  if (act === 'changeSignIn' && providers.length === 0) return false
  return users.some((user) => !TELLING_NOTHING.includes(wordOn(act, user)))
}

/** The roles on the whole product that the reader may give. */
export function grantable(roles: readonly Role[]): Role[] {
  return roles.filter(({ rank, mayGrant }) => rank !== null && mayGrant)
}

/** True when somebody selected would be changed, else why nobody would; undefined when it makes sense for none. */
export function verdictOn(act: BulkAct | 'impersonate', selected: readonly User[]): Verdict | undefined {
  const verdicts = selected.map((user) => wordOn(act, user))
  return verdicts.find((verdict) => verdict === true) ?? verdicts.find((verdict) => verdict !== undefined)
}
