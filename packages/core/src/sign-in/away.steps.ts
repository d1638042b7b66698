import type { Keyring } from '../kernel/keyring.ts'
import { refuse } from '../kernel/refusals.ts'
import type { Clock } from '../ports/clock.ts'
import type { Cryptography } from '../ports/cryptography.ts'
import type { ProviderMemory } from '../ports/identity-provider.ts'
import { AWAY } from './sign-in.rules.ts'

interface Tools {
  readonly cryptography: Cryptography
  readonly keys: Keyring
  readonly clock: Clock
}

/** What is remembered of somebody who is at a provider. */
export interface Away {
  readonly memory: ProviderMemory
  /** Where they go on afterwards: an absolute address of this site. */
  readonly returnTo: string
  /** Epoch milliseconds. */
  readonly expiresAt: number
}

/** Text for the visitor's browser, which only this host opens, and only for that provider. */
export async function sealAway(
  { cryptography, keys, clock }: Tools,
  provider: string,
  away: Omit<Away, 'expiresAt'>,
): Promise<{ readonly sealed: string; readonly expiresAt: number }> {
  const expiresAt = clock.now() + AWAY
  const text = JSON.stringify({ ...away, expiresAt } satisfies Away)
  return { sealed: await cryptography.seal(await keys.current('sign-in'), text, provider), expiresAt }
}

/** What was sealed for that provider; refuses what is nobody's, somebody else's or too old. */
export async function openAway(
  { cryptography, keys, clock }: Tools,
  provider: string,
  sealed: string | null,
): Promise<Away> {
  const away = sealed === null ? null : await opened(cryptography, await keys.all('sign-in'), provider, sealed)
  return away && clock.now() < away.expiresAt ? away : refuse('sign-in-interrupted')
}

async function opened(
  cryptography: Cryptography,
  all: readonly Uint8Array[],
  provider: string,
  sealed: string,
): Promise<Away | null> {
  for (const key of all) {
    try {
      return JSON.parse(await cryptography.open(key, sealed, provider)) as Away
    } catch {
      // Sealed under another of the host's secrets, or tampered with: the next key tells.
    }
  }
  return null
}
