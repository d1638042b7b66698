import { env } from 'node:process'
import { expect, it } from 'vitest'
import { tellStories } from './escalation/story.ts'

/** The same stories every time, so that a red run is about the change and not about luck. */
const seed = 20_260_614

/** `node acceptance/run.mjs --mutants` sets the number, and needs no short story. */
const { ROLLCALL_STORIES } = env

it('lets no coalition come by a role that none of them held or could give', async () => {
  const endOnFailure = ROLLCALL_STORIES !== undefined
  const tally = await tellStories(Number(ROLLCALL_STORIES ?? 300), { seed, endOnFailure })
  const never = [...tally].filter(([, times]) => times === 0).map(([move]) => move)
  expect(never).toEqual([])
}, 120_000)
