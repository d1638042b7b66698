import { readFileSync } from 'node:fs'
import { ACTIONS, type Action, userKeys } from '@rollcall/core/rules'
import { PASSWORD } from '@rollcall/testing'
import { describe, expect, it } from 'vitest'
import { type AppStore, amara, appStore, lena } from './app-store.ts'
import { openSession } from './stored.ts'
import { codeOf, reasonOf, visit } from './visit.ts'

const NEXT = 'marble thunder kite 77'

/** `docs/coverage.md` is what people read, so it is what is tested. */
const lines = readFileSync(new URL('../docs/coverage.md', import.meta.url), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, what, whom, internal, external] = line.split('|').map((cell) => cell.trim().replaceAll('`', ''))
    const isLine = whom !== undefined && ['registered', 'deactivated', 'invited', 'locked', 'oneself'].includes(whom)
    return isLine ? [{ what: what ?? '', whom, internal: internal ?? '', external: external ?? '' }] : []
  })
const ofOthers = lines.filter(({ whom }) => whom !== 'oneself')
const ofOneself = lines.filter(({ whom }) => whom === 'oneself')

/** Somebody in that state, who signs in through a provider or not: there is no provider yet, so the record is made by hand. */
async function person(store: AppStore, whom: string, through: 'internal' | 'external') {
  const { world, admin } = store
  const mei = 'mei.tanaka@contoso.example'
  const email = whom === 'invited' ? mei : lena.email
  if (whom === 'invited') await world.invite(amara.email, mei)
  if (whom === 'deactivated') await admin.client.users.disableUser(await store.seen(email))
  const stranger = visit(world)
  for (let n = 0; whom === 'locked' && n < 5; n += 1) {
    await codeOf(stranger.client.signIn.signIn({ identifier: email, password: 'wrong' }))
  }
  if (through === 'external') {
    const user = await world.storage.users.find(await world.idOf(email))
    if (!user) throw new Error(`${email} has gone.`)
    const authentication = { kind: 'external', provider: 'northwind-sso', subject: 'somebody' } as const
    await world.storage.users.update(user.id, user.version, { fields: { authentication }, keys: userKeys(user) })
  }
  return email
}

/** That action by the administrator, over HTTP. */
async function act({ admin, seen, who }: AppStore, what: string, email: string): Promise<unknown> {
  const { client } = admin
  const at = await seen(email)
  const it = await who(email)
  const message = 'See you on Monday.'
  switch (what as Action) {
    case 'edit':
      return client.users.editUser({ ...at, jobTitle: 'Designer' })
    case 'assign':
      return client.access.setGrants({ ...at, scope: null, roles: ['publisher'] })
    case 'disable':
      return client.users.disableUser(at)
    case 'enable':
      return client.users.enableUser(at)
    case 'delete':
      return client.users.deleteUser(at)
    case 'issueTemporaryPassword':
      return client.passwords.issueTemporaryPassword({ ...at, channel: 'screen' })
    case 'sendResetLink':
      return client.passwords.sendResetLink(it)
    case 'viewSessions':
      return client.sessions.listSessions(it)
    case 'revokeSessions':
      return client.sessions.revokeAllSessions(it)
    case 'viewTokens':
      return client.apiTokens.listTokens(it)
    case 'createToken':
      return client.apiTokens.createToken(it)
    case 'revokeToken': {
      const { id: tokenId } = await client.apiTokens.createToken(it)
      return client.apiTokens.revokeToken({ ...it, tokenId })
    }
    case 'viewFailedSignIns':
      return client.lockout.listFailedSignIns(it)
    case 'viewAudit':
      return client.audit.listEntries(it)
    case 'resend':
      return client.invitations.resendInvitation(it)
    case 'messageOnResend':
      return client.invitations.resendInvitation({ ...it, message })
    case 'revoke':
      return client.invitations.revokeInvitation(it)
    case 'unlock':
      return client.lockout.unlockUser(it)
    case 'messageOnUnlock':
      return client.lockout.unlockUser({ ...it, message })
    default:
      throw new Error(`docs/coverage.md names ${what}, which this test cannot do.`)
  }
}

describe.each(['internal', 'external'] as const)('somebody of %s authentication', (through) => {
  it.each(ofOthers.map((line) => [line.what, line.whom, line[through], line]))(
    '[A3] [A34] %s of somebody %s: %s',
    async (what, whom, expected) => {
      const store = await appStore()
      const email = await person(store, whom, through)
      const { actions, authentication } = await store.admin.client.users.getUser(await store.who(email))
      expect(authentication.kind).toBe(through)
      expect(actions[what as Action]).toBe(expected === 'allowed' ? true : expected)
      expect(await reasonOf(act(store, what, email))).toBe(expected === 'allowed' ? 'done' : expected)
    },
  )

  it.each(ofOneself.map((line) => [line.what, line[through]]))(
    '[A3] [A34] %s of oneself: %s',
    async (what, expected) => {
      const store = await appStore()
      const email = await person(store, 'registered', through)
      // A session as a provider would open one.
      const { client } = visit(store.world, await openSession(store.world, await store.world.idOf(email)))
      const own: Record<string, () => Promise<unknown>> = {
        'signIn.signIn': () => visit(store.world).client.signIn.signIn({ identifier: email, password: PASSWORD }),
        'signIn.confirm': () => client.signIn.confirm({ password: PASSWORD }),
        'passwords.changeOwnPassword': () =>
          client.passwords.changeOwnPassword({ currentPassword: PASSWORD, password: NEXT }),
        'users.editMe': async () =>
          client.users.editMe({ version: (await client.users.getMe()).version, jobTitle: 'Designer' }),
        'sessions.listMySessions': () => client.sessions.listMySessions(),
        'apiTokens.createMyToken': () => client.apiTokens.createMyToken(),
        'users.deleteMe': () => client.users.deleteMe(),
      }
      if (what === 'passwords.requestReset') {
        await client.passwords.requestReset({ identifier: email })
        await store.world.deliver()
        const mailed = store.world.mails.lastTo(email)?.template === 'reset'
        return expect(mailed ? 'mailed' : 'not mailed').toBe(expected)
      }
      const call = own[what]
      if (!call) throw new Error(`docs/coverage.md names ${what}, which this test cannot do.`)
      expect(await reasonOf(call())).toBe(expected === 'allowed' ? 'done' : expected)
    },
  )
})

it('[A3] leaves out no action: looking is for both, and inviting comes before there is anybody', () => {
  // In the app store nobody goes dormant, is welcomed, has a password chosen for them, or is acted as.
  const elsewhere = ['sendWelcome', 'reactivate', 'messageOnReactivate', 'setPassword', 'impersonate']
  const named = [...ofOthers.map(({ what }) => what), 'view', 'messageOnInvite', ...elsewhere]
  expect(named.toSorted()).toEqual(ACTIONS.toSorted())
})
