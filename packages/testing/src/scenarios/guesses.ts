import { RefusedError } from '@rollcall/core'
import type { CLIENT, World } from '../create-world.ts'

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'
const safari =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'
const guesses = [
  { secondsAgo: 227, address: '203.0.113.24', agent: firefox },
  { secondsAgo: 220, address: '198.51.100.7', agent: safari },
  { secondsAgo: 153, address: '198.51.100.7', agent: safari },
  { secondsAgo: 146, address: '203.0.113.24', agent: firefox },
  { secondsAgo: 139, address: '2001:db8:2f::a3:1', agent: null },
]

/** Five wrong passwords from three places in the minutes before `present`; the clock stays at the last. */
export async function guessPassword(world: World, identifier: string, present: number): Promise<void> {
  for (const { secondsAgo, ...client } of guesses) {
    world.clock.set(present - secondsAgo * 1_000)
    await wrongPassword(world, identifier, client)
  }
}

async function wrongPassword({ rollcall }: World, identifier: string, client: typeof CLIENT): Promise<void> {
  try {
    await rollcall.signIn.signIn(rollcall.anonymous(client), { identifier, password: 'not the password' })
  } catch (error) {
    if (error instanceof RefusedError && error.code === 'wrong-credentials') return
    throw error
  }
  throw new Error(`A wrong password signed ${identifier} in.`)
}
