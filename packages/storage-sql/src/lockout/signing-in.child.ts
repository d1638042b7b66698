import { createRollcall, type PasswordHasher, RefusedError } from '@rollcall/core'
import { inviteFirst } from '@rollcall/core/presets'
import { argon2idHasher } from '@rollcall/node'
import { storageAt } from '../storage-at.ts'

/** What this process is told to do; `hold`: take attempts and never come to a verdict. */
export interface Order {
  readonly identifier: string
  readonly password: string
  readonly times: number
  readonly hold: boolean
}

/** What came of it. */
export interface Outcome {
  /** Comparisons with the person's own hash. */
  readonly evaluated: number
  readonly signedIn: number
  /** How often each code was refused with. */
  readonly refused: Readonly<Record<string, number>>
}

/** `plain`: as good as none, after a moment. */
export type Hashing = 'plain' | 'argon2id'

const [address = '', hashing = 'plain', ahead = '0'] = process.argv.slice(2)
const storage = storageAt(address)
let evaluated = 0
let hold: (() => void) | undefined

const plain: PasswordHasher = {
  hash: async (password) => `hash of ${password}`,
  async verify(password, hash) {
    await new Promise((resolve) => setTimeout(resolve, 2))
    return hash === `hash of ${password}`
  },
  accepts: () => false,
  needsRehash: () => false,
}

const hasher = hashing === 'plain' ? plain : argon2idHasher()
/** Made in this process, which sets nobody's password. */
const nobodys = new Set<string>()

const counting: PasswordHasher = {
  ...hasher,
  async hash(password) {
    const made = await hasher.hash(password)
    nobodys.add(made)
    return made
  },
  async verify(password, hash) {
    if (!nobodys.has(hash)) evaluated += 1
    hold?.()
    if (hold) await new Promise(() => undefined)
    return hasher.verify(password, hash)
  },
}

const rollcall = createRollcall({
  policy: inviteFirst,
  storage,
  mailer: { send: async () => undefined },
  hasher: counting,
  secrets: [new Uint8Array(32)],
  baseUrl: 'https://rollcall.example',
  logger: { log: () => undefined },
  clock: {
    now: () => Date.now() + Number(ahead),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  },
})

process.on('message', async ({ identifier, password, times, hold: holding }: Order) => {
  evaluated = 0
  let held = 0
  if (holding) {
    hold = () => {
      held += 1
      if (held === times) process.send?.('holding')
    }
  }
  const refused: Record<string, number> = {}
  let signedIn = 0
  const client = (attempt: number) => ({ address: `198.51.100.${attempt % 250}`, agent: null })
  const attempts = Array.from({ length: times }, async (_, attempt) => {
    try {
      await rollcall.signIn.signIn(rollcall.anonymous(client(attempt)), { identifier, password })
      signedIn += 1
    } catch (error) {
      const code = error instanceof RefusedError ? error.code : String(error)
      refused[code] = (refused[code] ?? 0) + 1
    }
  })
  await Promise.all(attempts)
  process.send?.({ evaluated, signedIn, refused } satisfies Outcome)
})

process.send?.('ready')
