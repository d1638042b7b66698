import type { Command } from '../command.ts'
import { Complaint } from '../explain.ts'

/** `rollcall create-owner --email --username`: invites the first administrator. */
export const createOwner: Command<{ email?: string; username?: string }> = async ({ rollcall, say }, options) => {
  const { email, username } = options
  if (email === undefined) throw new Complaint('Say who: --email owner@your.example')
  const { users, worker, host } = rollcall()
  const actor = host('rollcall create-owner')
  const { userId, link } = await users.createOwner(actor, username === undefined ? { email } : { email, username })
  await worker.runOnce()
  const { invitation } = await users.getUser(actor, { userId })
  say(`${email.trim()} is invited as an administrator. The link to register:`)
  say('')
  say(`  ${link}`)
  say('')
  const { state, error } = invitation?.delivery ?? { state: 'waiting', error: null }
  if (state === 'delivered') say('It was mailed as well.')
  else say(`The mail could not be sent yet${error ? ` (${error})` : ''}; the worker goes on trying.`)
  return 0
}
