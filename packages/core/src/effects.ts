import type * as z from 'zod/mini'
import type { CompiledAccess } from './access/power.rules.ts'
import type { Actor } from './kernel/actor.ts'
import type { Endpoint, Result } from './kernel/endpoint.ts'
import type { Keyring } from './kernel/keyring.ts'
import type { RightOfWay } from './kernel/right-of-way.ts'
import type { WaitingRoom } from './kernel/waiting-room.ts'
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
import type { Links } from './system/links.rules.ts'
import type { Policy } from './system/policy.rules.ts'
import type { AttributeDefinitions } from './users/attribute.rules.ts'

/** Everything a use case may touch beside its input: the one place where rules meet the world. */
export interface Effects {
  readonly policy: Policy
  readonly access: CompiledAccess
  /** The host's own fields of a person. */
  readonly attributes: AttributeDefinitions
  readonly storage: Storage
  readonly hasher: PasswordHasher
  /** Null: only the length rules judge. */
  readonly strength: PasswordStrength | null
  readonly cryptography: Cryptography
  readonly keys: Keyring
  readonly random: Random
  readonly clock: Clock
  readonly mailer: Mailer
  /** Those of the policy that this host reaches. */
  readonly identityProviders: readonly IdentityProvider[]
  /** The host's own ways to hand over a temporary password, by name. */
  readonly channels: Readonly<Record<string, SecretChannel>>
  /** Null: files cannot be read, and no import begins. */
  readonly csv: CsvParser | null
  /** Null: nobody listens, and no event is written. */
  readonly events: EventSink | null
  readonly links: Links
  readonly logger: Logger
  /** Where sign-in attempts wait for others' verdicts. */
  readonly attempts: WaitingRoom
  /** Whoever signs in takes it, and an import gives it between two chunks. */
  readonly rightOfWay: RightOfWay
  /** A hash of nobody's password, verified for people who have none, so that they take as long. */
  nobodysHash(): Promise<string>
  /** Tells the delivery that mail was committed; returns at once. */
  nudge(): void
}

/** A use case of the contract: effects in, a checked call out. */
export type UseCase<E extends Endpoint> = (
  effects: Effects,
) => (actor: Actor, input: z.output<E['input']>) => Promise<Result<E>>
