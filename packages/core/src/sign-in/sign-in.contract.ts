import * as z from 'zod/mini'
import { endpoint } from '../kernel/endpoint.ts'
import { id, instant, secret } from '../kernel/wire.ts'

/** A session was opened: how the handler hands it over. */
const signedIn = z.object({
  userId: id,
  /** `password-change-required` reaches only the change of the password and signing out. */
  session: z.enum(['full', 'password-change-required']),
})

export const signInContract = {
  signIn: endpoint({
    method: 'POST',
    path: '/sign-in',
    summary: 'Sign in with identifier and password',
    caller: 'anyone',
    input: z.strictObject({ identifier: secret(320), password: secret(1_024) }),
    output: signedIn,
    refuses: ['wrong-credentials', 'not-allowed'],
    session: 'opens',
    password: true,
    limit: 'sign-in',
  }),
  identify: endpoint({
    method: 'POST',
    path: '/sign-in/identify',
    summary: 'How somebody with that identifier signs in, by its domain alone',
    caller: 'anyone',
    input: z.strictObject({ identifier: secret(320) }),
    output: z.object({
      /** Null: with a password. */
      provider: z.nullable(z.object({ id, name: z.string(), startUrl: z.string() })),
    }),
    refuses: [],
    limit: 'sign-in',
  }),
  confirm: endpoint({
    method: 'POST',
    path: '/sign-in/confirm',
    summary: 'Give the password again, for sensitive acts on oneself',
    caller: 'signed-in',
    input: z.strictObject({ password: secret(1_024) }),
    output: z.object({ confirmedUntil: instant }),
    refuses: ['wrong-credentials', 'not-allowed'],
    session: 'opens',
    personal: true,
    password: true,
    limit: 'sign-in',
  }),
  signOut: endpoint({
    method: 'POST',
    path: '/sign-out',
    summary: 'End this session',
    caller: 'restricted',
    input: z.strictObject({}),
    output: z.object({
      /** Where the person's session goes on: the handler's page `/sign-out/provider` ends it. Null: nowhere. */
      provider: z.nullable(id),
    }),
    refuses: [],
    session: 'closes',
  }),
}
