import type { World } from '../create-world.ts'
import { people } from './people.ts'

/** Nobody but the first administrator. */
export async function empty(world: World): Promise<void> {
  await world.createOwner(people.amara)
}
