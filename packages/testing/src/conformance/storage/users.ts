import { expect } from 'vitest'
import type { TestStorageCase } from '../storage.ts'
import {
  add,
  apiToken,
  attempt,
  EVERYBODY,
  entry,
  FIRST_PAGE,
  grant,
  group,
  join,
  lock,
  mail,
  NOW,
  person,
  reserved,
  session,
  TIME,
  token,
} from './records.ts'

const RICH = person('ann-1', {
  externalId: 'HR/4711',
  email: 'Ann.Ørsted@One.Example',
  username: 'Ann Ørsted',
  firstName: 'Ann',
  lastName: 'O’Hara "\\%_',
  displayName: 'A\u0301nn \u{1f600} 山田',
  jobTitle: '',
  phone: '+49 30 123456',
  language: 'pt-BR',
  timeZone: 'America/Argentina/Buenos_Aires',
  organization: 'one.example',
  authentication: { kind: 'external', provider: 'corp', subject: 'S-1-5' },
  enabled: false,
  protected: true,
  muteNotifications: true,
  attributes: { desk: { floor: 3, tags: ['a', 'á', 'a\u0301'] }, on: true, off: false, none: null, ratio: 0.1 },
  createdAt: 8_640_000_000_000_000,
  invitedAt: 0,
  registeredAt: 1,
  grants: [grant('Owner'), { role: 'Editor', scope: 'app:1', source: 'import' }],
  rank: 30,
})

export function testUsers(test: TestStorageCase): void {
  test('stores a person whole and gives the same back by id, key and list', async ({ users }) => {
    expect(await users.insert(RICH)).toBe('inserted')
    const { keys, rank, ...fields } = RICH
    const state = { lastSignInAt: null, lastSeenAt: null, activeAt: 1, lockedAt: null, invitationExpiresAt: null }
    const record = { ...fields, version: 1, state }

    expect(await users.find('ann-1')).toEqual(record)
    expect(await users.findByKey(keys.email)).toEqual(record)
    expect(await users.findByKey('ann ørsted')).toEqual(record)
    expect(await users.findMany(['ann-1'])).toEqual([record])
    expect((await users.list(EVERYBODY, FIRST_PAGE, TIME)).items).toEqual([record])
  })

  test('stores a person with nothing but the required fields', async ({ users }) => {
    const bare = person('bare', { registeredAt: null })
    await users.insert(bare)
    const { keys, rank, ...fields } = bare
    const state = { lastSignInAt: null, lastSeenAt: null, activeAt: null, lockedAt: null, invitationExpiresAt: null }
    expect(await users.find('bare')).toEqual({ ...fields, version: 1, state })
  })

  test('finds by the key only, not by what was typed', async ({ users }) => {
    await users.insert(RICH)
    expect(await users.findByKey(RICH.email)).toBeNull()
    expect(await users.findByKey('Ann Ørsted')).toBeNull()
    expect(await users.findByKey('ann orsted')).toBeNull()
  })

  test('finds whoever a provider knows by a subject, compared exactly', async ({ users }) => {
    await users.insert(RICH)
    await users.insert(person('bob', { authentication: { kind: 'external', provider: 'corp', subject: null } }))
    expect((await users.findBySubject('corp', 'S-1-5'))?.id).toBe('ann-1')
    for (const [provider, subject] of [
      ['corp', 's-1-5'],
      ['corp', 'S-1-5 '],
      ['Corp', 'S-1-5'],
      ['other', 'S-1-5'],
      ['corp', ''],
    ] as const) {
      expect(await users.findBySubject(provider, subject)).toBeNull()
    }
  })

  test('gives a provider’s subject to one person only, until they are somebody else there', async (storage) => {
    const { users } = storage
    const at = (provider: string, subject: string | null) => ({ kind: 'external', provider, subject }) as const
    const ann = person('ann', { authentication: at('corp', 'A') })
    const bob = person('bob', { authentication: at('other', 'A') })
    await add(storage, ann, bob, person('cat', { authentication: at('corp', null) }))
    const dan = person('dan', { authentication: at('corp', 'A') })
    await expect(storage.transaction((tx) => tx.users.insert(dan))).rejects.toThrow()
    const moved = { fields: { authentication: at('corp', 'A') }, keys: bob.keys }
    await expect(storage.transaction((tx) => tx.users.update('bob', 1, moved))).rejects.toThrow()
    expect((await users.findBySubject('corp', 'A'))?.id).toBe('ann')
    expect(await users.find('dan')).toBeNull()

    const leaves = { kind: 'internal', provider: null, subject: null } as const
    await storage.transaction((tx) => tx.users.update('ann', 1, { fields: { authentication: leaves }, keys: ann.keys }))
    expect(await users.findBySubject('corp', 'A')).toBeNull()
    expect(await storage.transaction((tx) => tx.users.update('bob', 1, moved))).toBe('updated')
    expect((await users.findBySubject('corp', 'A'))?.id).toBe('bob')
  })

  test('keeps ids apart that differ in case only', async (storage) => {
    await add(storage, person('ab'), person('AB', { email: 'other@one.example' }))
    expect((await storage.users.find('AB'))?.email).toBe('other@one.example')
    expect((await storage.users.find('ab'))?.email).toBe('ab@one.example')
    expect(await storage.users.find('Ab')).toBeNull()
  })

  test('finds nobody where nobody is', async ({ users }) => {
    await users.insert(person('ann'))
    expect(await users.find('bob')).toBeNull()
    expect(await users.findByKey('bob@one.example')).toBeNull()
    expect(await users.findMany([])).toEqual([])
    expect((await users.findMany(['bob', 'ann', 'ann'])).map(({ id }) => id)).toEqual(['ann'])
  })

  test('refuses an email that is somebody’s email', async ({ users }) => {
    await users.insert(person('ann', { email: 'A@one.example' }))
    expect(await users.insert(person('bob', { email: 'a@ONE.example' }))).toBe('email-in-use')
    expect(await users.find('bob')).toBeNull()
  })

  test('refuses a user name that is somebody’s user name', async ({ users }) => {
    await users.insert(person('ann', { username: 'Straße' }))
    expect(await users.insert(person('bob', { username: 'STRASSE' }))).toBe('username-in-use')
    expect(await users.find('bob')).toBeNull()
    expect(await users.findByKey('bob@one.example')).toBeNull()
  })

  test('refuses an email that is somebody’s user name', async ({ users }) => {
    await users.insert(person('ann', { username: 'bob@one.example' }))
    expect(await users.insert(person('bob'))).toBe('email-in-use')
    expect(await users.find('bob')).toBeNull()
  })

  test('refuses a user name that is somebody’s email', async ({ users }) => {
    await users.insert(person('ann'))
    expect(await users.insert(person('bob', { username: 'ann@one.example' }))).toBe('username-in-use')
    expect(await users.find('bob')).toBeNull()
  })

  test('lets somebody’s user name be their own email', async ({ users }) => {
    expect(await users.insert(person('ann', { username: 'Ann@one.example' }))).toBe('inserted')
    expect((await users.findByKey('ann@one.example'))?.id).toBe('ann')
    expect(await users.remove('ann')).toBe(true)
    expect(await users.findByKey('ann@one.example')).toBeNull()
  })

  test('keeps identifiers apart that fold to different keys, accents included', async (storage) => {
    await add(storage, person('ann', { username: 'jose' }), person('bob', { username: 'josé' }))
    expect((await storage.users.findByKey('josé'))?.id).toBe('bob')
    const padded = { ...person('cat').keys, username: 'jose ' }
    await add(storage, person('cat', { username: 'jose', keys: padded }), person('dan', { username: 'jose.' }))
    expect((await storage.users.findByKey('jose'))?.id).toBe('ann')
  })

  test('removes a person and all that hangs on them, and nothing of others', async (storage) => {
    const { users, credentials, tokens, lockout, sessions, apiTokens, groups, outbox, audit } = storage
    await groups.insert(group('g'))
    for (const id of ['ann', 'bob']) {
      await add(storage, person(id, { username: `${id}-name`, grants: [grant('Owner')] }))
      await credentials.save({ userId: id, hash: `hash-${id}`, scheme: 1, changedAt: NOW, setBy: null }, 0)
      await tokens.issue(token(`reset-${id}`, id))
      await tokens.issue(token(`invitation-${id}`, id, { kind: 'invitation' }))
      await tokens.issue(token(`temporary-${id}`, id, { kind: 'temporary-password' }))
      await sessions.add(session(`session-${id}`, id))
      await apiTokens.add(apiToken(`api-${id}`, id), 1, NOW)
      await outbox.add([mail(`mail-${id}`, id)])
      await join(storage, 'g', id)
      await lockout.addFailedSignIn(
        { id: `failure-${id}`, userId: id, at: NOW, cause: 'wrong-password', address: null, agent: null },
        100,
      )
      await lock(lockout, id)
      await audit.append(entry(`entry-${id}`, { target: { id, name: id } }))
    }

    expect(await users.remove('ann')).toBe(true)

    const left = async (id: string) => ({
      found: (await users.find(id)) !== null,
      byName: (await users.findByKey(`${id}-name`)) !== null,
      credential: (await credentials.find(id)) !== null,
      reset: (await tokens.find('reset', `link-reset-${id}`, NOW)) !== null,
      invitation: (await tokens.findByUser('invitation', id)) !== null,
      temporary: (await tokens.findByUser('temporary-password', id)) !== null,
      apiToken: (await apiTokens.find(`digest-api-${id}`, NOW)) !== null,
      session: (await sessions.find(`digest-session-${id}`, NOW)) !== null,
      sessions: (await sessions.list(id, NOW)).length,
      mail: (await outbox.delivery(`mail-${id}`)) !== null,
      failures: (await lockout.listFailedSignIns(id, 10)).length,
      locked: (await lockout.lockedAt(id)) !== null,
    })
    expect(await left('ann')).toEqual({
      found: false,
      byName: false,
      credential: false,
      reset: false,
      invitation: false,
      temporary: false,
      apiToken: false,
      session: false,
      sessions: 0,
      mail: false,
      failures: 0,
      locked: false,
    })
    expect(await left('bob')).toEqual({
      found: true,
      byName: true,
      credential: true,
      reset: true,
      invitation: true,
      temporary: true,
      apiToken: true,
      session: true,
      sessions: 1,
      mail: true,
      failures: 1,
      locked: true,
    })
    const leased = await outbox.lease({ now: NOW, lease: 1_000, limit: 10, leaseToken: 'x' })
    expect(leased.map(({ id }) => id)).toEqual(['mail-bob'])
    expect(await users.countHolders(['Owner'])).toBe(1)
    expect(await groups.byHand('g', ['ann', 'bob'])).toEqual(['bob'])
    expect(await audit.countUnsealed()).toBe(2)
    await add(storage, person('ann-2', { email: 'ann@one.example', username: 'ann-name' }))
  })

  test('fences the attempts still out of somebody removed', async (storage) => {
    await add(storage, person('ann'))
    const out = await reserved(storage.lockout, 'ann')
    await storage.users.remove('ann')
    expect(await storage.lockout.fail(out, attempt())).toEqual({ kind: 'lost' })
    expect(await storage.lockout.succeed(out, NOW)).toBe(false)
  })

  test('says false when there is nobody to remove', async (storage) => {
    await add(storage, person('ann'))
    expect(await storage.users.remove('bob')).toBe(false)
    expect(await storage.users.remove('ann')).toBe(true)
    expect(await storage.users.remove('ann')).toBe(false)
  })

  test('keeps what was stored when the caller changes what it gave or got', async ({ users }) => {
    const given = person('ann', { attributes: { desk: { floor: 3 } }, grants: [grant('Owner')] })
    await users.insert(given)
    const spoil = ({ attributes, grants }: { attributes: object; grants: unknown }) => {
      try {
        Object.assign(Reflect.get(attributes, 'desk'), { floor: 4 })
        Object.assign(grants as object, { 0: grant('Nobody') })
      } catch {
        // Frozen is as good as copied.
      }
    }
    spoil(given)
    const got = await users.find('ann')
    expect(got).toMatchObject({ attributes: { desk: { floor: 3 } }, grants: [grant('Owner')] })
    if (got) spoil(got)
    expect(await users.find('ann')).toMatchObject({ attributes: { desk: { floor: 3 } }, grants: [grant('Owner')] })
  })
}
