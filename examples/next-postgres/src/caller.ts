import type { UserActor } from '@rollcall/core'
import { type CallerOf, createCallerOf } from '@rollcall/http'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { rollcall } from './rollcall.ts'

let callerOf: CallerOf | undefined

/** Who is signed in; asked once a request, however many components want to know. */
export const callerOrNull = cache(async (): Promise<UserActor | null> => {
  // First: where Next has no request, while it builds, it goes no further.
  const told = await headers()
  callerOf ??= createCallerOf(rollcall())
  // A server component knows the headers of its request, not the address.
  const actor = await callerOf(new Request(rollcall().baseUrl, { headers: told }))
  return actor.kind === 'user' ? actor : null
})

/** For pages of people alone: leads everybody else to where they become somebody. */
export async function caller(): Promise<UserActor> {
  const actor = await callerOrNull()
  if (!actor) redirect('/sign-in')
  if (actor.session.restricted) redirect('/change-password')
  return actor
}
