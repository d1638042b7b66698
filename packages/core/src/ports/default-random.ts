import type { Random } from './random.ts'

/** The platform's WebCrypto. */
export const webRandom: Random = {
  bytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
}
