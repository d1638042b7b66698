import type { IdentityProvider, Rollcall, RollcallOptions } from '@rollcall/core'
import type { Policy } from '@rollcall/core/rules'
import type { World } from '@rollcall/testing'
import type { Hono } from 'hono'
import type { Bindings } from './caller.ts'
import type { Account } from './data-folder.ts'

/** One of the products of this console: a host with a preset, people and pages of its own. */
export interface Product {
  /** The first part of its addresses, and the folder it keeps everything in. */
  readonly id: string
  readonly name: string
  readonly policy: Policy
  /** The colour of its mails. */
  readonly accent: string
  /** The page that mails to administrators lead to. */
  readonly usersPage: string
  /** Opens the host's own records, kept in a file. */
  open(file: string): Host
  /** Starts what some of its people sign in with elsewhere; `url` is where the product hangs. */
  signOn?(url: string): Promise<SignOn>
}

/** An identity provider that runs, as the product reaches it. */
export interface SignOn {
  readonly identityProvider: IdentityProvider
  stop(): Promise<void>
}

/** Somebody of the story, and what one can see by signing in as them. */
export type Shown = Pick<Account, 'email' | 'name' | 'note'>

/** What a product does itself. Who people are, and what they may, is Rollcall's to answer. */
export interface Host {
  readonly options?: Pick<RollcallOptions, 'attributes' | 'channels' | 'events'>
  /** Tells the story of its first months; answers who is shown on the front page. */
  seed(world: World): Promise<readonly Shown[]>
  /** Registers the resources it keeps itself, each time it starts. */
  register?(rollcall: Rollcall): Promise<void>
  /** Its routes, below `/api`. */
  routes(rollcall: Rollcall): Hono<{ Bindings: Bindings }>
  /** What else leaves it, for whoever looks: by the name of the demo's page. */
  readonly outgoing?: Readonly<Record<string, () => readonly object[]>>
}
