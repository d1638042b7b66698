import type { World } from '../create-world.ts'
import { people } from './people.ts'

/** Nobody but the first administrator. */
export async function empty(world: World): Promise<void> {
  const { amara } = people
  await world.createOwner(world.policy.username ? { ...amara, username: 'amara.okafor' } : amara)
}
