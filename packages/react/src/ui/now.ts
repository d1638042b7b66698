import { useSyncExternalStore } from 'react'
import { useRollcall } from './rollcall-context.ts'

/** Epoch milliseconds, moving on by itself; null on the server, which does not know the reader's clock. */
export function useNow(): number | null {
  const { clock } = useRollcall()
  return useSyncExternalStore(clock.subscribe, clock.read, () => null)
}
