import { it } from 'vitest'
import { tellStories } from './escalation/story.ts'

it('lets no coalition come by a role that none of them held or could give, 10,000 times', () => tellStories(10_000))
