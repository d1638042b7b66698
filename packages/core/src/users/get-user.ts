import type { UseCase } from '../effects.ts'
import { requireKnown } from '../kernel/actor.ts'
import { authorise, visible } from '../kernel/authorise.ts'
import { isoOf } from '../kernel/instant.ts'
import { nameOf } from './user.rules.ts'
import { presentUser } from './user.steps.ts'
import type { usersContract } from './users.contract.ts'

/** Everything the details page shows about one person. */
export const getUser: UseCase<typeof usersContract.getUser> =
  (effects) =>
  async (caller, { userId }) => {
    const { storage, clock, access } = effects
    const actor = requireKnown(caller)
    const user = visible(access, actor, await storage.users.find(userId))
    authorise(access, actor, 'view', user)
    const token = user.registeredAt === null ? await storage.tokens.findByUser('invitation', user.id) : null
    const sender = token?.senderId ? await storage.users.find(token.senderId) : null
    const delivery = token && (await storage.outbox.delivery(token.mailId))
    return {
      ...presentUser(effects, actor, user, clock.now()),
      invitation: token && {
        sentAt: isoOf(token.createdAt),
        expiresAt: isoOf(token.expiresAt),
        sends: token.sends,
        sender: sender && { id: sender.id, name: nameOf(sender) },
        delivery: delivery && { ...delivery, at: isoOf(delivery.at) },
      },
    }
  }
