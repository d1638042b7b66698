import type { Clock } from './ports/clock.ts'
import type { Cryptography } from './ports/cryptography.ts'
import type { CsvParser } from './ports/csv-parser.ts'
import type { EventSink } from './ports/event-sink.ts'
import type { IdentityProvider } from './ports/identity-provider.ts'
import type { Logger } from './ports/logger.ts'
import type { Mailer } from './ports/mailer.ts'
import type { PasswordHasher } from './ports/password-hasher.ts'
import type { PasswordStrength } from './ports/password-strength.ts'
import type { Random } from './ports/random.ts'
import type { SecretChannel } from './ports/secret-channel.ts'
import type { Storage } from './ports/storage.ts'
import type { LinkTemplates } from './system/links.rules.ts'
import type { Policy } from './system/policy.rules.ts'
import type { AttributeDefinitions } from './users/attribute.rules.ts'

/** What a host gives. */
export interface RollcallOptions {
  /** A preset from `@rollcall/core/presets`, with the host's own changes. */
  readonly policy: Policy
  readonly storage: Storage
  readonly mailer: Mailer
  readonly hasher: PasswordHasher
  /** Judges new passwords beyond their length; without it only the length rules do. */
  readonly strength?: PasswordStrength
  /** The current secret first, then previous ones that still read: 32 bytes each, as base64 text or bytes. */
  readonly secrets: readonly (string | Uint8Array)[]
  /** The address of the host's own pages, for example `https://app.example.com`; builds every link in mails. */
  readonly baseUrl: string
  /** Paths below `baseUrl`, or absolute addresses, of the pages that mails lead to. */
  readonly links?: Partial<LinkTemplates>
  /** The host's own fields of a person, from `defineAttributes`. */
  readonly attributes?: AttributeDefinitions
  /** The host's own ways to hand over a temporary password, by the names the policy lists. */
  readonly channels?: Readonly<Record<string, SecretChannel>>
  /** Reads the files of imports; `csvParser()` from `@rollcall/node/csv`. Without it, no import begins. */
  readonly csv?: CsvParser
  /** What reaches the providers the policy lists in `signIn.providers`; `oidcProvider()` from `@rollcall/oidc`. */
  readonly identityProviders?: readonly IdentityProvider[]
  /** Receives what happened, at least once each. */
  readonly events?: EventSink
  readonly logger?: Logger
  readonly clock?: Clock
  readonly random?: Random
  /** Node hosts pass `nodeCryptography()` from `@rollcall/node`, which is synchronous and faster. */
  readonly cryptography?: Cryptography
}
