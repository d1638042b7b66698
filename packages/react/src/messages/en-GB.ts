import { common } from './en-GB/common.ts'
import { details } from './en-GB/details.ts'
import { invitations } from './en-GB/invitations.ts'
import { lockout } from './en-GB/lockout.ts'
import { passwords } from './en-GB/passwords.ts'
import { fields, reasons, refusals } from './en-GB/refusals.ts'
import { registration } from './en-GB/registration.ts'
import { sessions } from './en-GB/sessions.ts'
import { signIn } from './en-GB/sign-in.ts'
import { users } from './en-GB/users.ts'

/** The catalogue every other one is typed by. */
export const enGB = {
  common,
  refusals,
  reasons,
  fields,
  users,
  details,
  invitations,
  registration,
  lockout,
  passwords,
  signIn,
  sessions,
}
