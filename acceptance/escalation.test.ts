import { env } from 'node:process'
import { expect, it } from 'vitest'
import type { SettingName } from './escalation/settings.ts'
import { tellStories } from './escalation/story.ts'

/** The same stories every time, so that a red run is about the change and not about luck. */
const seed = 20_260_614

/** `node acceptance/run.mjs --mutants` sets the number and the setting, and needs no short story. */
const { ROLLCALL_STORIES, ROLLCALL_SETTING } = env
const SETTINGS = (['invite-first', 'ladder', 'directory', 'generated'] as const).filter((name) => {
  return ROLLCALL_SETTING === undefined || name === ROLLCALL_SETTING
})

/** For accounts that are set up in full. */
const ACCOUNTS = [
  ...['createUser', 'editGrants', 'switchByEdit', 'editEmail', 'renameUser', 'sendWelcome', 'registerByWelcome'],
]

/** What the setting has no room for, or must never let through. */
const NEVER: Readonly<Record<SettingName, readonly string[]>> = {
  'invite-first': [
    'startImpersonation',
    'stopImpersonation',
    'setPassword',
    'requestEmailChange',
    'confirmEmailChange',
    'reactivateUser',
    ...ACCOUNTS,
  ],
  ladder: ['deleteMe', ...ACCOUNTS],
  // Nobody is invited, gets a password from somebody else, is acted as, or manages others' API tokens.
  directory: [
    ...['confirmEmailChange', 'createToken', 'deleteMe', 'inviteAgain', 'inviteSomebodyNew', 'issueTemporaryPassword'],
    ...['listTokens', 'mailTemporaryPassword', 'reactivateUser', 'registerUser', 'renameUser', 'requestEmailChange'],
    ...['resendInvitation', 'revokeInvitation', 'revokeToken', 'setPassword', 'startImpersonation'],
    ...['stopImpersonation', 'takeOver'],
  ],
  generated: ACCOUNTS,
}

it.each(SETTINGS)(
  'lets no coalition come by a role that none of them held or could give: %s',
  async (name) => {
    const endOnFailure = ROLLCALL_STORIES !== undefined
    const tally = await tellStories(name, Number(ROLLCALL_STORIES ?? 300), { seed, endOnFailure })
    const kinds = [...tally].filter(([, times]) => times > 0)
    console.info(`${name}, seed ${seed}: ${kinds.map(([move, times]) => `${move} ${times}`).join(', ')}`)
    const never = [...tally].filter(([, times]) => times === 0).map(([move]) => move)
    expect(never.sort()).toEqual([...NEVER[name]].sort())
    expect(kinds.length).toBeGreaterThanOrEqual(20)
  },
  180_000,
)
