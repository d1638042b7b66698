export { directory } from './presets/directory.ts'
export { inviteFirst } from './presets/invite-first.ts'
export { ladder } from './presets/ladder.ts'
