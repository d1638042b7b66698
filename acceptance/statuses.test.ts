import { PASSWORD, PRESENT } from '@rollcall/testing'
import { beforeEach, describe, expect, it } from 'vitest'
import { cast, others, type Role, type SurveyPlatform, surveyPlatform } from './survey-platform.ts'
import { codeOf, mailedToken, reasonOf, visit } from './visit.ts'

const MESSAGE = 'The first one went out on a holiday.'
const NEXT = 'marble thunder kite 77'
const DAY = 24 * 3_600_000
const BELOW_SUPERUSER: readonly Role[] = [
  'minimal-user',
  'template-user',
  'standard-user',
  'survey-creator',
  'team-leader',
]

let platform: SurveyPlatform
beforeEach(async () => {
  platform = await surveyPlatform()
})

type Person = { readonly email: string }

const statusOf = async (person: Person) => {
  const { client } = await platform.as('system-administrator')
  return (await client.users.getUser(await platform.who(person))).status
}
const actionsOn = async (person: Person, by: Role) => {
  const { client } = await platform.as(by)
  return (await client.users.getUser(await platform.who(person))).actions
}
const resend = async (person: Person, by: Role, message?: string) => {
  const { client } = await platform.as(by)
  const given = message === undefined ? {} : { message }
  await client.invitations.resendInvitation({ ...(await platform.who(person)), ...given })
  await platform.world.deliver()
}
const unlock = async (person: Person, by: Role, message?: string) => {
  const { client } = await platform.as(by)
  const given = message === undefined ? {} : { message }
  await client.lockout.unlockUser({ ...(await platform.who(person)), ...given })
  await platform.world.deliver()
}
const lockOut = async ({ email }: Person) => {
  for (let n = 0; n < platform.world.policy.lockout.threshold; n += 1) {
    await codeOf(visit(platform.world).client.signIn.signIn({ identifier: email, password: 'wrong' }))
  }
}
const signIn = ({ email }: Person, password = PASSWORD) =>
  codeOf(visit(platform.world).client.signIn.signIn({ identifier: email, password }))
const register = ({ email }: Person, token = mailedToken(platform.world, email)) =>
  codeOf(
    visit(platform.world).client.invitations.registerUser({
      token,
      firstName: 'Noor',
      lastName: 'Haddad',
      language: 'de',
      timeZone: 'Europe/Berlin',
      password: PASSWORD,
    }),
  )
const inviteAs = async (role: Role) => {
  const email = `invited.${role}@northwind.example`
  await platform.world.invite(cast['system-administrator'].email, email, [{ role, scope: null }])
  return { email }
}
/** What the latest mail to them says in the sender's own words; null for the standard text. */
const wordsTo = ({ email }: Person) => {
  const mail = platform.world.mails.lastTo(email)
  return mail && 'message' in mail.data ? [mail.template, mail.data.message] : [mail?.template]
}

describe('the status', () => {
  it('[C23] says of everybody whether they finished registering, and narrows the list', async () => {
    const expected = [
      [others.elsewhere, 'confirmed'],
      [others.singleSignOn, 'confirmed'],
      [others.locked, 'locked'],
      [others.dormant, 'dormant'],
      [others.deactivated, 'deactivated'],
      [others.notConfirmed, 'not-confirmed'],
      [others.invitationExpired, 'invitation-expired'],
    ] as const
    const { client } = await platform.as('system-administrator')
    const { items } = await client.users.listUsers()
    for (const [{ email }, status] of expected) {
      expect([email, items.find((user) => user.email === email)?.status]).toEqual([email, status])
      const narrowed = await client.users.listUsers({ status: [status], q: email })
      expect(narrowed.items.map((user) => user.email)).toEqual([email])
      const all = await client.users.listUsers({ status: [status] })
      expect(new Set(all.items.map((user) => user.status))).toEqual(new Set([status]))
    }
  })

  it('[C24] confirms whoever follows the link and completes the account, preferences and password included', async () => {
    expect(await statusOf(others.notConfirmed)).toBe('not-confirmed')
    expect(await register(others.notConfirmed)).toBe('done')
    expect(await statusOf(others.notConfirmed)).toBe('confirmed')
    const { client } = await platform.as('system-administrator')
    expect(await client.users.getUser(await platform.who(others.notConfirmed))).toMatchObject({
      language: 'de',
      timeZone: 'Europe/Berlin',
    })
    expect(await signIn(others.notConfirmed)).toBe('done')
  })

  it('[C25] is not confirmed from the mail until the account is completed, or the link has expired', async () => {
    const { world } = platform
    expect(world.mails.lastTo(others.notConfirmed.email)?.template).toBe('invitation')
    expect(await statusOf(others.notConfirmed)).toBe('not-confirmed')
    const lifetime = world.policy.invitation.lifetimeHours * 3_600_000
    world.clock.set(PRESENT + lifetime - 1)
    expect(await statusOf(others.notConfirmed)).toBe('not-confirmed')
    world.clock.set(PRESENT + lifetime)
    expect(await statusOf(others.notConfirmed)).toBe('invitation-expired')
  })
})

describe('an invitation', () => {
  it('[C28] that expired is sent again, and its new link works', async () => {
    expect(await register(others.invitationExpired)).toBe('token-invalid')
    await resend(others.invitationExpired, 'team-leader')
    expect(await statusOf(others.invitationExpired)).toBe('not-confirmed')
    expect(await register(others.invitationExpired)).toBe('done')
  })

  it('[C30] that still waits is sent again as well, and the earlier link dies', async () => {
    const earlier = mailedToken(platform.world, others.notConfirmed.email)
    expect(await actionsOn(others.notConfirmed, 'team-leader')).toMatchObject({ resend: true })
    await resend(others.notConfirmed, 'team-leader')
    expect(await register(others.notConfirmed, earlier)).toBe('token-invalid')
    expect(await register(others.notConfirmed)).toBe('done')
  })

  it('[C31] carries the words of whoever outranks the invitee', async () => {
    expect(await actionsOn(others.notConfirmed, 'team-leader')).toMatchObject({ messageOnResend: true })
    await resend(others.notConfirmed, 'team-leader', MESSAGE)
    expect(wordsTo(others.notConfirmed)).toEqual(['invitation', MESSAGE])
    expect(await register(others.notConfirmed)).toBe('done')
  })

  it('[C32] is sent in the standard words to equals and to those above', async () => {
    for (const role of ['team-leader', 'superuser', 'system-administrator'] as const) {
      const invitee = await inviteAs(role)
      const { client } = await platform.as('team-leader')
      const it = await platform.who(invitee)
      expect(await actionsOn(invitee, 'team-leader')).toMatchObject({ resend: true, messageOnResend: 'not-outranked' })
      expect(await reasonOf(client.invitations.resendInvitation({ ...it, message: MESSAGE }))).toBe('not-outranked')
      await resend(invitee, 'team-leader')
      expect(wordsTo(invitee)).toEqual(['invitation', null])
      expect(await register(invitee)).toBe('done')
    }
  })

  it('[C33] is sent again by team leaders and above only', async () => {
    for (const role of ['standard-user', 'survey-creator'] as const) {
      const { client } = await platform.as(role)
      const it = await platform.who(others.notConfirmed)
      expect(await reasonOf(client.invitations.resendInvitation(it))).toBe('no-right')
      expect(await actionsOn(others.notConfirmed, role)).toMatchObject({ resend: 'no-right' })
    }
  })
})

describe('a lock', () => {
  it('[C26] [C36] is opened by a superuser, and the password works again', async () => {
    expect(await signIn(others.locked)).toBe('wrong-credentials')
    expect(await actionsOn(others.locked, 'superuser')).toMatchObject({ unlock: true })
    await unlock(others.locked, 'superuser')
    expect(await statusOf(others.locked)).toBe('confirmed')
    expect(wordsTo(others.locked)).toEqual(['unlocked', null])
    expect(await signIn(others.locked)).toBe('done')
  })

  it('[C34] [C35] [C48] comes with the fifth wrong password, and its owner opens it by a new one', async () => {
    const { email } = cast['standard-user']
    const { client } = visit(platform.world)
    for (let n = 1; n <= 5; n += 1) {
      expect(await statusOf(cast['standard-user'])).toBe('confirmed')
      await codeOf(client.signIn.signIn({ identifier: email, password: 'wrong' }))
    }
    expect(await statusOf(cast['standard-user'])).toBe('locked')
    await client.passwords.requestReset({ identifier: email })
    await platform.world.deliver()
    await client.passwords.completeReset({ token: mailedToken(platform.world, email), password: NEXT })
    expect(await statusOf(cast['standard-user'])).toBe('confirmed')
    expect(await signIn(cast['standard-user'], NEXT)).toBe('done')
  })

  it('[C38] is opened in the words of whoever outranks the person', async () => {
    expect(await actionsOn(others.locked, 'superuser')).toMatchObject({ messageOnUnlock: true })
    await unlock(others.locked, 'superuser', MESSAGE)
    expect(wordsTo(others.locked)).toEqual(['unlocked', MESSAGE])
  })

  it('[C39] is opened in the standard words for those above', async () => {
    const above = cast['system-administrator']
    await lockOut(above)
    const { client } = await platform.as('superuser')
    const it = await platform.who(above)
    expect(await actionsOn(above, 'superuser')).toMatchObject({ unlock: true, messageOnUnlock: 'not-outranked' })
    expect(await reasonOf(client.lockout.unlockUser({ ...it, message: MESSAGE }))).toBe('not-outranked')
    await unlock(above, 'superuser')
    expect(wordsTo(above)).toEqual(['unlocked', null])
    expect(await signIn(above)).toBe('done')
  })

  it('[C40] is opened by nobody below superuser', async () => {
    for (const role of BELOW_SUPERUSER) {
      const { client } = await platform.as(role)
      expect(await codeOf(client.lockout.unlockUser(await platform.who(others.locked)))).toMatch(
        /^not-(?:allowed|found)$/,
      )
    }
    expect(await statusOf(others.locked)).toBe('locked')
  })
})

describe('a dormant account', () => {
  it('[C27] is one of eight months unused; reactivated, it is used again and its time starts anew', async () => {
    const { world, as, who } = platform
    expect(await signIn(others.dormant)).toBe('wrong-credentials')
    const { client } = await as('superuser')
    await client.users.reactivateUser(await who(others.dormant))
    expect(await statusOf(others.dormant)).toBe('confirmed')

    const days = world.policy.dormantAfterDays ?? 0
    expect(days).toBeGreaterThanOrEqual(240)
    world.clock.set(PRESENT + (days - 1) * DAY)
    expect(await signIn(others.dormant)).toBe('done')
  })

  it('[C27] becomes one at the end of eight months, not before', async () => {
    const { world, as } = platform
    const days = world.policy.dormantAfterDays ?? 0
    const watcher = await as('superuser')
    await watcher.client.users.reactivateUser(await platform.who(others.dormant))
    world.clock.set(PRESENT + days * DAY)
    expect(await signIn(others.dormant)).toBe('wrong-credentials')
  })
})

describe('single sign-on', () => {
  it('[C29] leaves nothing to unlock, to reactivate or to send again', async () => {
    const it = await platform.who(others.singleSignOn)
    const { client } = await platform.as('system-administrator')
    expect(await reasonOf(client.lockout.unlockUser(it))).toBe('single-sign-on')
    expect(await reasonOf(client.users.reactivateUser(it))).toBe('single-sign-on')
    expect(await reasonOf(client.invitations.resendInvitation(it))).toBe('single-sign-on')
    await lockOut(others.singleSignOn)
    expect(await actionsOn(others.singleSignOn, 'system-administrator')).not.toMatchObject({ unlock: true })
    platform.world.clock.set(PRESENT + 200 * DAY)
    expect(await statusOf(others.singleSignOn)).toBe('confirmed')
  })
})
