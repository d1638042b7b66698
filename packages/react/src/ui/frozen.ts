import { useState } from 'react'

/** A refresh behind an open dialog must not change whom it is about, or what it offers. */
export function useFrozen<Value>(current: Value, frozen: boolean): Value {
  const [held, setHeld] = useState(current)
  if (!frozen && held !== current) setHeld(current)
  return frozen ? held : current
}
