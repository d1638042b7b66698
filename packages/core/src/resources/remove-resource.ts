import type { Effects } from '../effects.ts'

/** Forgets one of the host's resources, with every role held on it. False when there was none. */
export const remove =
  ({ storage }: Effects) =>
  (id: string): Promise<boolean> =>
    storage.resources.remove(id)
