import type { RollcallOptions } from '@rollcall/core'
import { createWorld, scenarios } from '@rollcall/testing'
import type { DemoAccount } from './data-folder.ts'

/** Who is shown on the front page, and what one can see as them. */
const SHOWN: readonly { readonly email: string; readonly name: string; readonly note: string }[] = [
  { email: 'amara.okafor@northwind.example', name: 'Amara Okafor', note: 'Admin: may do everything' },
  { email: 'tomasz.wojcik@northwind.example', name: 'Tomasz Wójcik', note: 'User management: invites and unlocks' },
  { email: 'meilin.zhao@fabrikam.example', name: 'Mei-Lin Zhao', note: 'Publisher: sees no users' },
  {
    email: 'oscar.delafuente@fabrikam.example',
    name: 'Óscar de la Fuente y Montenegro',
    note: 'App owner: sees and invites the people of Field Notes',
  },
  { email: 'huda.elsayed@contoso.example', name: 'هدى السيد', note: 'Developer of Field Notes' },
  {
    email: 'jonas.lindqvist@northwind.example',
    name: 'Jonas Lindqvist',
    note: 'Developer, locked by five wrong passwords; opens after 30 minutes, or when somebody unlocks him',
  },
]

/**
 * Thirteen months of an app store, told through the real operations: every invitation goes out by SMTP, every password
 * is hashed. Also leaves an invitation that waits and one that expired.
 */
export async function seed(options: RollcallOptions): Promise<readonly DemoAccount[]> {
  const { clock: _, ...rest } = options
  const world = createWorld({ ...rest, now: Date.now() })
  await scenarios.appStore(world)
  return SHOWN.map((shown) => {
    const account = world.accounts.find(({ email }) => email === shown.email)
    if (!account) throw new Error(`The scenario has nobody at ${shown.email}.`)
    return { ...shown, password: account.password }
  })
}
