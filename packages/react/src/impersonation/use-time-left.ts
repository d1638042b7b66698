import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react'
import { useRollcall } from '../ui/rollcall-context.ts'

/** Seconds until then, whole minutes while there is more than one, so that it changes no oftener than what is read. */
export function useTimeLeft(endsAt: string): number | null {
  const { clock } = useRollcall()
  const read = useCallback(() => {
    const seconds = Math.max(0, Math.ceil((Date.parse(endsAt) - clock.now()) / 1000))
    return seconds > 60 ? Math.ceil(seconds / 60) * 60 : seconds
  }, [endsAt, clock])
  return useSyncExternalStore(everySecond, read, () => null)
}

function everySecond(changed: () => void): () => void {
  const timer = setInterval(changed, 1000)
  return () => clearInterval(timer)
}

/** Calls once when that moment has come, at the latest when the page is looked at again after a sleep. */
export function useMoment(at: number, come: () => void): void {
  const { clock } = useRollcall()
  const newest = useRef(come)
  useEffect(() => {
    newest.current = come
  })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    function check() {
      clearTimeout(timer)
      const rest = at - clock.now()
      if (rest > 0) {
        timer = setTimeout(check, rest)
        return
      }
      document.removeEventListener('visibilitychange', check)
      newest.current()
    }
    document.addEventListener('visibilitychange', check)
    check()
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', check)
    }
  }, [at, clock])
}
