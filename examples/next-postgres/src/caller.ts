import type { UserActor } from '@rollcall/core'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { rollcall } from './rollcall.ts'

/** Who is signed in; asked once a request, however many components want to know. */
export const callerOrNull = cache(async (): Promise<UserActor | null> => {
  const [sent, told] = await Promise.all([cookies(), headers()])
  const token = sent.get(rollcall().baseUrl.protocol === 'https:' ? '__Host-rollcall' : 'rollcall')?.value
  return token ? rollcall().sessions.authenticate(token, { address: null, agent: told.get('user-agent') }) : null
})

/** For pages of people alone: leads everybody else to where they become somebody. */
export async function caller(): Promise<UserActor> {
  const actor = await callerOrNull()
  if (!actor) redirect('/sign-in')
  if (actor.session.restricted) redirect('/change-password')
  return actor
}
