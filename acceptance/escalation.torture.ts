import { it } from 'vitest'
import { tellStories } from './escalation/story.ts'

const HOUR = 3_600_000

it(
  'lets no coalition come by a role that none of them held or could give, 10,000 times',
  async () => {
    await tellStories(10_000)
  },
  HOUR,
)
