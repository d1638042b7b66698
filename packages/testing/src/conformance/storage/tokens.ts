import { expect } from 'vitest'
import type { TestStorageCase } from '../storage.ts'
import { add, DAY, MINUTE, NOW, person, token } from './records.ts'

export function testTokens(test: TestStorageCase): void {
  test('finds a token by its link and by its code, of its kind only, and changes nothing', async (storage) => {
    await add(storage, person('ann'))
    const issued = token('t', 'ann', { senderId: 'bob', sends: 3 })
    await storage.tokens.issue(issued)
    for (const digest of ['link-t', 'code-t', 'link-t']) {
      expect(await storage.tokens.find('reset', digest, NOW)).toEqual(issued)
      expect(await storage.tokens.find('invitation', digest, NOW)).toBeNull()
    }
    expect(await storage.tokens.find('reset', 'LINK-T', NOW)).toBeNull()
    expect(await storage.tokens.find('reset', '', NOW)).toBeNull()
  })

  for (const [way, digest, lifetime] of [
    ['link', 'link-t', DAY],
    ['code', 'code-t', 15 * MINUTE],
  ] as const) {
    test(`lets the ${way} live until its own expiry and not a millisecond longer`, async ({ tokens, ...storage }) => {
      await storage.users.insert(person('ann'))
      await tokens.issue(token('t', 'ann'))
      expect(await tokens.find('reset', digest, NOW + lifetime - 1)).not.toBeNull()
      expect(await tokens.find('reset', digest, NOW + lifetime)).toBeNull()
      expect(await tokens.find('reset', digest, NOW + lifetime + 1)).toBeNull()
      expect(await tokens.consume('reset', digest, NOW + lifetime)).toBeNull()
      expect(await tokens.consume('reset', digest, NOW + lifetime + 1)).toBeNull()
      expect(await tokens.consume('reset', digest, NOW + lifetime - 1)).toMatchObject({ id: 't' })
    })
  }

  test('voids the earlier token of a kind when a new one is issued, code included', async ({ tokens, users }) => {
    await users.insert(person('ann'))
    await tokens.issue(token('old', 'ann'))
    await tokens.issue(token('new', 'ann'))
    for (const digest of ['link-old', 'code-old']) {
      expect(await tokens.find('reset', digest, NOW)).toBeNull()
      expect(await tokens.consume('reset', digest, NOW)).toBeNull()
    }
    expect(await tokens.findByUser('reset', 'ann')).toMatchObject({ id: 'new' })
    expect(await tokens.consume('reset', 'link-new', NOW)).toMatchObject({ id: 'new' })
    expect(await tokens.consume('reset', 'link-old', NOW)).toBeNull()
    expect(await tokens.findByUser('reset', 'ann')).toBeNull()
  })

  test('leaves tokens of other kinds and other people alone', async (storage) => {
    const { tokens } = storage
    await add(storage, person('ann'), person('bob'))
    await tokens.issue(token('invitation', 'ann', { kind: 'invitation' }))
    await tokens.issue(token('bobs', 'bob'))
    await tokens.issue(token('reset', 'ann'))
    await tokens.issue(token('again', 'ann'))
    await tokens.revoke('reset', 'ann')
    expect(await tokens.find('reset', 'link-again', NOW)).toBeNull()
    expect(await tokens.findByUser('reset', 'ann')).toBeNull()
    expect(await tokens.find('invitation', 'link-invitation', NOW)).not.toBeNull()
    expect(await tokens.consume('reset', 'code-bobs', NOW)).not.toBeNull()
    expect(await tokens.find('invitation', 'link-invitation', NOW)).not.toBeNull()
  })

  test('takes link and code out of the world together', async ({ tokens, users }) => {
    await users.insert(person('ann'))
    const issued = token('t', 'ann')
    await tokens.issue(issued)
    expect(await tokens.consume('invitation', 'code-t', NOW)).toBeNull()
    expect(await tokens.consume('reset', 'code-t', NOW)).toEqual(issued)
    expect(await tokens.consume('reset', 'code-t', NOW)).toBeNull()
    expect(await tokens.consume('reset', 'link-t', NOW)).toBeNull()
    expect(await tokens.find('reset', 'link-t', NOW)).toBeNull()
  })

  test('takes a token of which link and code are the same secret, once', async ({ tokens, users }) => {
    await users.insert(person('ann'))
    const fields = { kind: 'temporary-password', digest: 'one', codeDigest: 'one', codeExpiresAt: NOW + DAY } as const
    const issued = token('t', 'ann', fields)
    await tokens.issue(token('old', 'ann', { ...fields, digest: 'old', codeDigest: 'old' }))
    await tokens.issue(issued)
    await tokens.issue(token('reset', 'ann'))
    expect(await tokens.find('temporary-password', 'old', NOW)).toBeNull()
    expect(await tokens.find('reset', 'one', NOW)).toBeNull()
    expect(await tokens.find('temporary-password', 'one', NOW + DAY - 1)).toEqual(issued)
    expect(await tokens.find('temporary-password', 'one', NOW + DAY)).toBeNull()
    expect(await tokens.consume('temporary-password', 'one', NOW)).toEqual(issued)
    expect(await tokens.consume('temporary-password', 'one', NOW)).toBeNull()
    expect((await users.find('ann'))?.state.invitationExpiresAt).toBeNull()
    expect(await tokens.find('reset', 'link-reset', NOW)).not.toBeNull()
  })

  test('keeps the address that a token confirms, as typed', async ({ tokens, users }) => {
    await users.insert(person('ann'))
    const issued = token('t', 'ann', { kind: 'email-change', email: 'Ann.Ørsted@Two.Example' })
    await tokens.issue(issued)
    expect(await tokens.find('email-change', 'code-t', NOW)).toEqual(issued)
    expect(await tokens.findByUser('email-change', 'ann')).toEqual(issued)
    expect((await users.find('ann'))?.state.invitationExpiresAt).toBeNull()
    expect(await tokens.consume('email-change', 'link-t', NOW)).toEqual(issued)
  })

  test('tells a person’s latest token, expired or not', async ({ tokens, users }) => {
    await users.insert(person('ann'))
    expect(await tokens.findByUser('invitation', 'ann')).toBeNull()
    const expired = token('t', 'ann', { kind: 'invitation', expiresAt: NOW - DAY, sends: 2 })
    await tokens.issue(expired)
    expect(await tokens.findByUser('invitation', 'ann')).toEqual(expired)
    expect(await tokens.findByUser('reset', 'ann')).toBeNull()
    await tokens.consume('invitation', 'link-t', NOW)
    expect(await tokens.findByUser('invitation', 'ann')).toEqual(expired)
  })

  test('moves the invitation’s end on the person, for invitations only', async ({ tokens, users }) => {
    await users.insert(person('ann'))
    const endsAt = async () => (await users.find('ann'))?.state.invitationExpiresAt
    await tokens.issue(token('reset', 'ann'))
    expect(await endsAt()).toBeNull()
    await tokens.issue(token('one', 'ann', { kind: 'invitation', expiresAt: NOW + 1 }))
    expect(await endsAt()).toBe(NOW + 1)
    await tokens.issue(token('two', 'ann', { kind: 'invitation', expiresAt: NOW + 2 }))
    await tokens.revoke('reset', 'ann')
    expect(await endsAt()).toBe(NOW + 2)
    await tokens.revoke('invitation', 'ann')
    expect(await endsAt()).toBeNull()
    await tokens.issue(token('three', 'ann', { kind: 'invitation' }))
    await tokens.consume('invitation', 'code-three', NOW)
    expect(await endsAt()).toBeNull()
    expect((await users.find('ann'))?.version).toBe(1)
  })

  test('gives a consumed token back when the transaction is rolled back', async ({ tokens, users, transaction }) => {
    await users.insert(person('ann'))
    const issued = token('t', 'ann', { kind: 'invitation' })
    await tokens.issue(issued)
    const weak = new Error('password too weak')
    const attempt = transaction(async (tx) => {
      expect(await tx.tokens.consume('invitation', 'link-t', NOW)).toEqual(issued)
      expect(await tx.tokens.consume('invitation', 'link-t', NOW)).toBeNull()
      throw weak
    })
    await expect(attempt).rejects.toBe(weak)
    expect((await users.find('ann'))?.state.invitationExpiresAt).toBe(issued.expiresAt)
    expect(await tokens.consume('invitation', 'link-t', NOW)).toEqual(issued)
  })
}
