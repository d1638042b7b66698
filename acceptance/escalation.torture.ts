import { it } from 'vitest'
import { tellStories } from './escalation/story.ts'

const HOUR = 3_600_000

it.each(['invite-first', 'ladder', 'directory', 'generated'] as const)(
  'lets no coalition come by a role that none of them held or could give, 10,000 times: %s',
  async (name) => {
    await tellStories(name, 10_000)
  },
  HOUR,
)
