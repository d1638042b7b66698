import { emailKey } from '@rollcall/core/rules'
import type { Command, Setting } from '../command.ts'
import { Complaint } from '../explain.ts'

interface Who {
  readonly email?: string
  readonly id?: string
}

/** `rollcall unlock --email | --id`: opens a locked account, for when no administrator can. */
export const unlock: Command<Who> = async (setting, who) => {
  const { lockout, worker, host } = setting.rollcall()
  const userId = await idOf(setting, who)
  const user = await lockout.unlockUser(host('rollcall unlock'), { userId })
  await worker.runOnce()
  setting.say(`${user.email} is unlocked.`)
  return 0
}

async function idOf({ config }: Setting, { email, id }: Who): Promise<string> {
  if ((email === undefined) === (id === undefined)) throw new Complaint('Say who: either --email or --id')
  if (email === undefined) return String(id)
  const key = emailKey(email)
  if (key === null) throw new Complaint(`${email} is no email address.`)
  const user = await config.storage.users.findByKey(key)
  if (user === null) throw new Complaint(`Nobody has the address ${email}.`)
  return user.id
}
