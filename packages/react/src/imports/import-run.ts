import { useEffect, useState } from 'react'
import type { Import } from './import-query.ts'
import { useApplyImport } from './use-apply-import.ts'

/** Milliseconds between two calls where nothing moved, because another process has the rows in hand. */
const NO_HURRY = 1_000

/** Between two announcements of how far it is. */
const SAID_EVERY = 10_000

interface Speed {
  /** Rows a second. */
  readonly rate: number
  readonly millisecondsLeft: number
}

export interface ImportRun {
  /** Going on; `pausing` while the last call is on its way. */
  readonly state: 'running' | 'pausing' | 'still'
  /** Known from the second answer on. */
  readonly speed: Speed | null
  /** How far it is, now and then, to be read out. */
  readonly said: Import['done'] | null
  readonly problem: unknown
  readonly start: () => void
  readonly pause: () => void
}

/** Calls for the next rows of an import again and again, until it is finished, paused or left. */
export function useImportRun(importId: string | null): ImportRun {
  const { mutateAsync: apply, isPending } = useApplyImport()
  const [running, setRunning] = useState(false)
  const [speed, setSpeed] = useState<Speed | null>(null)
  const [said, setSaid] = useState<Import['done'] | null>(null)
  const [problem, setProblem] = useState<unknown>(null)

  useEffect(() => {
    if (!running || importId === null) return
    const id = importId
    let over = false

    async function run() {
      let first: { at: number; rows: number } | null = null
      let last = -1
      let spoken = performance.now()
      while (!over) {
        const { state, done, counts } = await apply(id)
        if (state === 'finished') break
        const at = performance.now()
        if (first) setSpeed(speedOf(first, { at, rows: done.rows }, counts.create + counts.update - done.rows))
        first ??= { at, rows: done.rows }
        if (at - spoken > SAID_EVERY) {
          spoken = at
          setSaid(done)
        }
        if (done.rows === last) await new Promise((resolve) => setTimeout(resolve, NO_HURRY))
        last = done.rows
      }
    }

    run()
      .catch((error: unknown) => {
        if (!over) setProblem(error)
      })
      .finally(() => {
        if (!over) setRunning(false)
      })
    return () => {
      over = true
      setSpeed(null)
    }
  }, [running, importId, apply])

  return {
    state: running ? 'running' : isPending ? 'pausing' : 'still',
    speed,
    said,
    problem,
    start() {
      setProblem(null)
      setRunning(true)
    },
    pause: () => setRunning(false),
  }
}

function speedOf(
  first: { readonly at: number; readonly rows: number },
  now: { readonly at: number; readonly rows: number },
  left: number,
): Speed | null {
  const each = (now.at - first.at) / (now.rows - first.rows)
  return Number.isFinite(each) && each > 0 ? { rate: 1_000 / each, millisecondsLeft: left * each } : null
}
