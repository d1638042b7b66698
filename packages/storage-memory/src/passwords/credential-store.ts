import type { CredentialStore } from '@rollcall/core'
import type { Tables } from '../tables.ts'

/** Password hashes. */
export function credentialStore({ credentials }: Tables): CredentialStore {
  return {
    async find(userId) {
      return credentials.get(userId) ?? null
    },
    async save(credential) {
      credentials.set(credential.userId, credential)
    },
    async remove(userId) {
      credentials.delete(userId)
    },
    async renew(userId, oldHash, newHash) {
      const credential = credentials.get(userId)
      if (credential?.hash === oldHash) credentials.set(userId, { ...credential, hash: newHash })
    },
  }
}
