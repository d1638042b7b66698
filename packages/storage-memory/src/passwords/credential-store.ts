import type { CredentialStore } from '@rollcall/core'
import type { Tables } from '../tables.ts'

/** Password hashes. */
export function credentialStore({ credentials, formerHashes }: Tables): CredentialStore {
  /** The hashes there were up to now, newest first, the present one included. */
  function known(userId: string): string[] {
    const present = credentials.get(userId)
    const former = formerHashes.get(userId) ?? []
    return present ? [present.hash, ...former] : [...former]
  }

  return {
    async find(userId) {
      return credentials.get(userId) ?? null
    },
    async save(credential, history) {
      formerHashes.set(credential.userId, known(credential.userId).slice(0, history))
      credentials.set(credential.userId, credential)
    },
    async former(userId) {
      return formerHashes.get(userId) ?? []
    },
    async remove(userId) {
      formerHashes.set(userId, known(userId))
      credentials.delete(userId)
    },
    async renew(userId, oldHash, { hash, scheme }) {
      const credential = credentials.get(userId)
      if (credential?.hash === oldHash) credentials.set(userId, { ...credential, hash, scheme })
    },
  }
}
