import type { NewUser, UserChanges } from '@rollcall/core'
import { userKeys } from '@rollcall/core/rules'
import { expect } from 'vitest'
import type { TestStorageCase } from '../storage.ts'
import { add, DAY, EVERYBODY, FIRST_PAGE, grant, NOW, person, TIME } from './records.ts'

/** The change of these fields with the keys that follow. */
function change(user: NewUser, fields: UserChanges['fields'], grants?: UserChanges['grants']): UserChanges {
  const keys = userKeys({ ...user, ...fields })
  return grants ? { fields, keys, grants } : { fields, keys }
}

const ANN = person('ann', {
  username: 'annie',
  firstName: 'Ann',
  jobTitle: 'Baker',
  attributes: { a: 1 },
  grants: [grant('Editor', 'app:1')],
})

export function testUserEdits(test: TestStorageCase): void {
  test('changes the fields named, leaves the others and moves the version by one', async ({ users }) => {
    await users.insert(ANN)
    const before = await users.find('ann')
    expect(await users.update('ann', 1, change(ANN, { firstName: 'Anna', jobTitle: null, enabled: false }))).toBe(
      'updated',
    )
    expect(await users.find('ann')).toEqual({
      ...before,
      firstName: 'Anna',
      jobTitle: null,
      enabled: false,
      version: 2,
    })
  })

  test('changes every field there is', async ({ users }) => {
    await users.insert(ANN)
    const fields = {
      externalId: 'x',
      email: 'new@two.example',
      username: null,
      firstName: 'F',
      lastName: 'L',
      displayName: 'D',
      jobTitle: 'J',
      phone: 'P',
      language: 'de',
      timeZone: 'Asia/Tokyo',
      organization: 'two.example',
      authentication: { kind: 'external', provider: 'corp', subject: 'me' },
      enabled: false,
      protected: true,
      muteNotifications: true,
      attributes: { b: [2] },
      invitedAt: 7,
      registeredAt: 8,
    } as const
    expect(await users.update('ann', 1, change(ANN, fields))).toBe('updated')
    expect(await users.find('ann')).toMatchObject({ ...fields, grants: ANN.grants, createdAt: ANN.createdAt })
  })

  test('replaces grants as a whole, and the rank with them', async (storage) => {
    const { users } = storage
    await add(storage, ANN, person('bob', { rank: 5 }))
    const grants = [grant('Owner'), grant('Viewer', 'app:2')]
    expect(await users.update('ann', 1, change(ANN, {}, { all: grants, rank: 9 }))).toBe('updated')
    expect((await users.find('ann'))?.grants).toEqual(grants)
    expect(await users.countHolders(['Owner'])).toBe(1)
    const byRole = await users.list(EVERYBODY, { ...FIRST_PAGE, by: 'role', descending: true }, TIME)
    expect(byRole.items.map(({ id }) => id)).toEqual(['ann', 'bob'])

    expect(await users.update('ann', 2, change(ANN, {}, { all: [], rank: -1 }))).toBe('updated')
    expect((await users.find('ann'))?.grants).toEqual([])
    expect(await users.countHolders(['Owner'])).toBe(0)
  })

  test('keeps grants and rank when only fields change', async (storage) => {
    const { users } = storage
    await add(storage, person('ann', { grants: [grant('Owner')], rank: 9 }), person('bob', { rank: 5 }))
    await users.update('ann', 1, change(person('ann'), { firstName: 'Ann' }))
    expect((await users.find('ann'))?.grants).toEqual([grant('Owner')])
    const byRole = await users.list(EVERYBODY, { ...FIRST_PAGE, by: 'role', descending: true }, TIME)
    expect(byRole.items.map(({ id }) => id)).toEqual(['ann', 'bob'])
  })

  test('refuses a version that moved, that is not there yet, and somebody gone', async ({ users }) => {
    await users.insert(ANN)
    expect(await users.update('ann', 1, change(ANN, { firstName: 'First' }))).toBe('updated')
    expect(await users.update('ann', 1, change(ANN, { firstName: 'Second' }))).toBe('stale')
    expect(await users.update('ann', 3, change(ANN, { firstName: 'Second' }))).toBe('stale')
    expect(await users.update('bob', 1, change(ANN, { firstName: 'Second' }))).toBe('stale')
    expect(await users.find('ann')).toMatchObject({ firstName: 'First', version: 2 })
  })

  test('changes nothing at a stale version, grants and keys included', async (storage) => {
    const { users } = storage
    await add(storage, ANN)
    await users.update('ann', 1, change(ANN, { firstName: 'First' }))
    const late = change(ANN, { email: 'late@one.example' }, { all: [grant('Owner')], rank: 9 })
    expect(await users.update('ann', 1, late)).toBe('stale')
    expect((await users.find('ann'))?.grants).toEqual(ANN.grants)
    expect(await users.countHolders(['Owner'])).toBe(0)
    expect(await users.findByKey('late@one.example')).toBeNull()
    expect((await users.findByKey('ann@one.example'))?.id).toBe('ann')
    await add(storage, person('late'))
  })

  test('refuses identifiers that are somebody else’s, whichever way round', async (storage) => {
    const { users } = storage
    await add(storage, ANN, person('bob', { username: 'bobby' }), person('cat', { username: 'cat@two.example' }))
    const before = await users.find('ann')
    expect(await users.update('ann', 1, change(ANN, { email: 'bob@one.example' }))).toBe('email-in-use')
    expect(await users.update('ann', 1, change(ANN, { email: 'cat@two.example' }))).toBe('email-in-use')
    expect(await users.update('ann', 1, change(ANN, { username: 'bobby' }))).toBe('username-in-use')
    expect(await users.update('ann', 1, change(ANN, { username: 'bob@one.example' }))).toBe('username-in-use')
    const all = change(ANN, { firstName: 'X', username: 'bobby' }, { all: [grant('Owner')], rank: 9 })
    expect(await users.update('ann', 1, all)).toBe('username-in-use')
    expect(await users.find('ann')).toEqual(before)
    expect((await users.findByKey('bobby'))?.id).toBe('bob')
  })

  test('lets somebody keep, restyle and exchange their own identifiers', async ({ users }) => {
    await users.insert(ANN)
    expect(await users.update('ann', 1, change(ANN, { email: 'ANN@one.example', username: 'Annie' }))).toBe('updated')
    expect(await users.update('ann', 2, change(ANN, { email: 'annie@one.example', username: null }))).toBe('updated')
    const exchanged = change(ANN, { email: 'ann@one.example', username: 'annie@one.example' })
    expect(await users.update('ann', 3, exchanged)).toBe('updated')
    expect((await users.findByKey('annie@one.example'))?.id).toBe('ann')
    expect((await users.findByKey('ann@one.example'))?.id).toBe('ann')
    expect(await users.findByKey('annie')).toBeNull()
  })

  test('frees the identifiers given up, for others', async (storage) => {
    await add(storage, ANN)
    await storage.users.update('ann', 1, change(ANN, { email: 'new@one.example', username: null }))
    expect(await storage.users.findByKey('ann@one.example')).toBeNull()
    await add(storage, person('bob', { email: 'ann@one.example', username: 'annie' }))
  })

  test('notes a sign-in without moving the version', async ({ users }) => {
    await users.insert(ANN)
    await users.noteSignIn('ann', NOW)
    const { version, state } = (await users.find('ann')) ?? {}
    expect(version).toBe(1)
    expect(state).toMatchObject({ lastSignInAt: NOW, lastSeenAt: NOW, activeAt: NOW })
    expect(await users.update('ann', 1, change(ANN, { firstName: 'Anna' }))).toBe('updated')
    expect((await users.find('ann'))?.state).toEqual(state)
  })

  test('notes a request by moving lastSeenAt only', async ({ users }) => {
    await users.insert(ANN)
    await users.noteSignIn('ann', NOW)
    await users.noteSeen('ann', NOW + DAY)
    expect(await users.find('ann')).toMatchObject({
      version: 1,
      state: { lastSignInAt: NOW, lastSeenAt: NOW + DAY, activeAt: NOW },
    })
  })

  test('starts the dormancy clock anew by moving activeAt only', async (storage) => {
    const { users } = storage
    await add(storage, ANN, person('bob'))
    await users.noteSignIn('ann', NOW)
    const before = await users.find('bob')
    await users.noteActive('ann', NOW + DAY)
    await users.noteActive('gone', NOW + DAY)
    expect(await users.find('ann')).toMatchObject({
      version: 1,
      state: { lastSignInAt: NOW, lastSeenAt: NOW, activeAt: NOW + DAY },
    })
    expect(await users.find('bob')).toEqual(before)
  })

  test('notes nothing about somebody gone, without an error', async ({ users }) => {
    await users.noteSignIn('ann', NOW)
    await users.noteSeen('ann', NOW)
    expect(await users.find('ann')).toBeNull()
  })

  test('starts the dormancy clock at registration', async ({ users }) => {
    const invited = person('ann', { registeredAt: null })
    await users.insert(invited)
    expect((await users.find('ann'))?.state.activeAt).toBeNull()
    await users.update('ann', 1, change(invited, { registeredAt: NOW }))
    expect((await users.find('ann'))?.state.activeAt).toBe(NOW)
    await users.insert(person('bob', { registeredAt: NOW - DAY }))
    expect((await users.find('bob'))?.state.activeAt).toBe(NOW - DAY)
  })
}
