import {
  type Client,
  createRollcall,
  type Logger,
  type Rollcall,
  type RollcallOptions,
  type Storage,
  type UserActor,
} from '@rollcall/core'
import { inviteFirst } from '@rollcall/core/presets'
import type { Grant, Policy, ProfileField } from '@rollcall/core/rules'
import { identifierKey } from '@rollcall/core/rules'
import { csvParser } from '@rollcall/node/csv'
import { createMemoryStorage } from '@rollcall/storage-memory'
import { cheapHasher } from './cheap-hasher.ts'
import { type MovableClock, movableClock } from './clock.ts'
import { type Mailbox, mailbox } from './mailbox.ts'
import { seededRandom } from './seeded-random.ts'
import { standInProvider } from './stand-in-provider.ts'

/** The present of a world that is told no other: 14 June 2026, 14:05 in Berlin. */
export const PRESENT = Date.UTC(2026, 5, 14, 12, 5)

/** Everybody's password, unless they registered with another. */
export const PASSWORD = 'Walnut lantern orbit 42'

/** Where everybody calls from, unless the call says otherwise. */
export const CLIENT: Client = {
  address: '203.0.113.7',
  agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
}

/** What a world is made of; everything has a default that needs no network, no disk and no time. */
export interface WorldOptions extends Partial<Omit<RollcallOptions, 'clock'>> {
  /** Where the clock stands at first, in epoch milliseconds. */
  readonly now?: number
}

/** Somebody's profile as they register. */
export interface Profile {
  readonly email: string
  readonly firstName: string
  readonly lastName: string
  readonly displayName?: string
  /** Where the policy gives people user names. */
  readonly username?: string
  readonly jobTitle?: string
  /** BCP 47. */
  readonly language?: string
  /** IANA. */
  readonly timeZone?: string
  readonly password?: string
}

/** Somebody's account as whoever administers people sets it up. */
export type NewAccount = Parameters<Rollcall['users']['createUser']>[1]

/** Somebody who can sign in. */
export interface Account {
  readonly userId: string
  readonly email: string
  readonly password: string
}

/** A whole Rollcall over a storage, with a clock and a mailbox in the hand of who made it. */
export interface World {
  readonly rollcall: Rollcall
  readonly policy: Policy
  readonly storage: Storage
  readonly clock: MovableClock
  /** Everything that was mailed; `deliver` sends what waits. */
  readonly mails: Mailbox
  /** Everybody who registered here, in that order. */
  readonly accounts: readonly Account[]
  /** Invites the first administrator and lets them register. */
  createOwner(profile: Profile): Promise<Account>
  /** Lets somebody with an account invite an address; the mail is delivered. */
  invite(by: string, email: string, grants?: readonly Pick<Grant, 'role' | 'scope'>[]): Promise<void>
  /** Lets somebody with an account set somebody up; the welcome mail is delivered. Answers their id. */
  create(by: string, account: NewAccount): Promise<string>
  /** Lets somebody register with the invitation or welcome mailed to them, and what of the profile the policy leaves to its owner. */
  register(profile: Profile): Promise<Account>
  /** Signs somebody with an account in, with the password or through their provider; answers the session's token. */
  signIn(email: string, client?: Client): Promise<string>
  /** Somebody with an account, signed in, as an actor for use cases. */
  as(email: string): Promise<UserActor>
  /** The id of whoever has that address. Throws when nobody does. */
  idOf(email: string): Promise<string>
  /** Sends what waits in the outbox, and does the rest of the worker's round. */
  deliver(): Promise<void>
}

/** An empty world; a scenario fills it. Ids and tokens repeat from run to run unless `random` is given. */
export function createWorld(options: WorldOptions = {}): World {
  const { now = PRESENT, policy = inviteFirst, storage = createMemoryStorage(), ...rest } = options
  const clock = movableClock(now)
  const mails = mailbox(options.mailer)
  const accounts: Account[] = []
  const providers = options.identityProviders ? [] : policy.signIn.providers.map(({ id }) => standInProvider(id))
  const rollcall = createRollcall({
    hasher: cheapHasher(),
    secrets: [new Uint8Array(32).fill(7)],
    baseUrl: 'https://apps.northwind.example',
    random: seededRandom(),
    logger: silent,
    csv: csvParser(),
    identityProviders: providers,
    ...rest,
    policy,
    storage,
    mailer: mails,
    clock,
  })

  async function deliver(): Promise<void> {
    await rollcall.worker.runOnce()
  }

  async function register({ password = PASSWORD, email, username: _, ...profile }: Profile): Promise<Account> {
    const token = new URL(mails.linkTo(email)).hash.replace('#token=', '')
    const own = Object.entries(profile).filter(([field]) => {
      return ['owner', 'both'].includes(policy.fields[field as ProfileField].editableBy)
    })
    const { answer } = await rollcall.invitations.registerUser(rollcall.anonymous(CLIENT), {
      token,
      password,
      ...Object.fromEntries(own),
    })
    await deliver()
    const account = { userId: answer.userId, email, password }
    accounts.push(account)
    return account
  }

  /** What somebody types to sign in. */
  async function identifierOf(email: string): Promise<string> {
    if (policy.identifier === 'email') return email
    return (await storage.users.findByKey(identifierKey(email)))?.username ?? email
  }

  /** Comes back from their provider as who they are there; null for people with a password. */
  async function signInElsewhere(email: string, client: Client): Promise<string | null> {
    const user = await storage.users.findByKey(identifierKey(email))
    const provider = providers.find(({ id }) => id === user?.authentication.provider)
    if (!user || !provider) return null
    const { subject } = user.authentication
    provider.expect({ subject: subject ?? user.id, email: user.email, authenticatedAt: clock.now() })
    const url = rollcall.baseUrl
    const start = { provider: provider.id, callbackUrl: url.href, returnTo: null, identifier: null, fresh: false }
    const { sealed } = await rollcall.signIn.startProviderSignIn(start)
    const finish = { provider: provider.id, url, sealed }
    return (await rollcall.signIn.finishProviderSignIn(rollcall.anonymous(client), finish)).session.token
  }

  async function signIn(email: string, client = CLIENT): Promise<string> {
    const elsewhere = await signInElsewhere(email, client)
    if (elsewhere !== null) return elsewhere
    const account = accounts.find((each) => each.email === email)
    if (!account) throw new Error(`Nobody registered as ${email} in this world.`)
    const { session } = await rollcall.signIn.signIn(rollcall.anonymous(client), {
      identifier: await identifierOf(email),
      password: account.password,
    })
    if (session === null || session === 'closed') throw new Error(`Signing in as ${email} opened no session.`)
    return session.token
  }

  async function as(email: string): Promise<UserActor> {
    const actor = await rollcall.sessions.authenticate(await signIn(email), CLIENT)
    if (!actor) throw new Error(`The session of ${email} is not live.`)
    return actor
  }

  return {
    rollcall,
    policy,
    storage,
    clock,
    mails,
    accounts,
    deliver,
    register,
    signIn,
    as,
    async createOwner(profile) {
      const { email, username } = profile
      await rollcall.users.createOwner(
        rollcall.host('scenario'),
        username === undefined ? { email } : { email, username },
      )
      await deliver()
      return register(profile)
    },
    async create(by, account) {
      const { id } = await rollcall.users.createUser(await as(by), account)
      await deliver()
      return id
    },
    async invite(by, email, grants = []) {
      const { results } = await rollcall.invitations.inviteUsers(await as(by), { emails: [email], grants: [...grants] })
      const verdict = results[0]?.verdict
      if (verdict !== 'invited' && verdict !== 'invited-again') throw new Error(`Inviting ${email}: ${verdict}.`)
      await deliver()
    },
    async idOf(email) {
      const user = await storage.users.findByKey(identifierKey(email))
      if (!user) throw new Error(`Nobody in this world has the address ${email}.`)
      return user.id
    },
  }
}

/** What happens in a world is read off its mails and records. */
const silent: Logger = { log: () => undefined }
