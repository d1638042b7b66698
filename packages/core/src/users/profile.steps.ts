import type { FieldCode } from '../kernel/refusals.ts'
import type { Policy } from '../system/policy.rules.ts'
import { PROFILE_FIELDS, type ProfileField, type User } from './user.rules.ts'

/** Fields that are being emptied although the policy wants them filled. */
export function emptiedFields(policy: Policy, fields: Partial<Pick<User, ProfileField>>): string[] {
  return PROFILE_FIELDS.filter((field) => fields[field] === null && policy.fields[field].requiredAtRegistration)
}

/** Fields that this person lacks and that nobody registers without. */
export function missingFields(policy: Policy, user: Pick<User, ProfileField>): string[] {
  return PROFILE_FIELDS.filter((field) => policy.fields[field].requiredAtRegistration && user[field] === null)
}

/** The same code beside each of these fields. */
export function allCoded(names: readonly string[], code: FieldCode): Record<string, FieldCode> {
  return Object.fromEntries(names.map((name) => [name, code]))
}
