import { emailProblem, usernameProblem } from '@rollcall/core/rules'
import type { FieldErrors } from '../ui/form.ts'
import { type Account, roleOf } from './account-fields.ts'
import type { AccountPolicy } from './account-policy-query.ts'

/** What the browser already knows to be wrong; the server looks at everything again. Null as `changed` is somebody new. */
export function accountErrors(policy: AccountPolicy, account: Account, changed: readonly string[] | null): FieldErrors {
  const looksAt = (field: string) => changed === null || changed.includes(field)
  const text = (field: string) => String(account[field] ?? '')
  const required = Object.entries(policy.creationFields).flatMap(([field, isRequired]) => {
    return isRequired && looksAt(field) && text(field).trim() === '' ? [[field, 'required'] as const] : []
  })
  const numbers = policy.attributes.flatMap(({ key, type }) => {
    const field = `attributes.${key}`
    return type === 'number' && Number.isNaN(Number(account[field] ?? 0)) ? [[field, 'invalid'] as const] : []
  })
  const email = looksAt('email') ? emailProblem(text('email')) : null
  const username = policy.username && looksAt('username') ? usernameProblem(text('username'), policy.username) : null
  return {
    ...Object.fromEntries([...required, ...numbers]),
    ...(email ? { email } : {}),
    ...(username ? { username } : {}),
    ...(lacksRole(policy, account) ? { grants: 'required' as const } : {}),
  }
}

/** Where everybody has exactly one role on the whole product, and there is none for people who are given none. */
function lacksRole({ systemRolesPerUser, defaultRole }: AccountPolicy, account: Account): boolean {
  if (systemRolesPerUser === 'many' || defaultRole !== null) return false
  return !Object.keys(account).some((field) => roleOf(field)?.scope === null && account[field] === true)
}
