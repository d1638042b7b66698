export { inviteFirst } from './presets/invite-first.ts'
