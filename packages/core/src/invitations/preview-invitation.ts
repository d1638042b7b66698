import type { UseCase } from '../effects.ts'
import { isoOf } from '../kernel/instant.ts'
import { refuse } from '../kernel/refusals.ts'
import { tokenDigest } from '../tokens/token.steps.ts'
import { nameOf } from '../users/user.rules.ts'
import type { invitationsContract } from './invitations.contract.ts'

/** What an invitation is for. Looking changes nothing, so that mail scanners burn nothing. */
export const previewInvitation: UseCase<typeof invitationsContract.previewInvitation> =
  (effects) => async (_actor, input) => {
    const { storage, clock } = effects
    const digest = await tokenDigest(effects, input.token)
    const token = (await storage.tokens.find('invitation', digest, clock.now())) ?? refuse('token-invalid')
    const user = (await storage.users.find(token.userId)) ?? refuse('token-invalid')
    const inviter = token.senderId === null ? null : await storage.users.find(token.senderId)
    return {
      email: user.email,
      username: user.username,
      inviter: inviter && { name: nameOf(inviter) },
      firstName: user.firstName,
      lastName: user.lastName,
      language: user.language,
      timeZone: user.timeZone,
      expiresAt: isoOf(token.expiresAt),
    }
  }
