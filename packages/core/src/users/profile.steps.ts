import type { FieldCode } from '../kernel/refusals.ts'
import type { Policy } from '../system/policy.rules.ts'
import type { ProfileField, User } from './user.rules.ts'

/** Fields that are being emptied although the policy wants them filled. */
export function emptiedFields(policy: Policy, fields: Partial<Pick<User, ProfileField>>): string[] {
  return Object.entries(fields)
    .filter(([field, value]) => value === null && policy.fields[field as ProfileField].requiredAtRegistration)
    .map(([field]) => field)
}

/** The same code beside each of these fields. */
export function allCoded(names: readonly string[], code: FieldCode): Record<string, FieldCode> {
  return Object.fromEntries(names.map((name) => [name, code]))
}
