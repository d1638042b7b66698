import type { Storage } from '@rollcall/core'
import { describe, it } from 'vitest'
import { testAnswers } from './storage/answers.ts'
import { testApiTokens } from './storage/api-tokens.ts'
import { testAudit } from './storage/audit.ts'
import { testAuditFilters } from './storage/audit-filters.ts'
import { testCredentials } from './storage/credentials.ts'
import { testCrowd } from './storage/crowd.ts'
import { testFailedSignIns } from './storage/failed-sign-ins.ts'
import { testFilters } from './storage/filters.ts'
import { testGroups } from './storage/groups.ts'
import { testHolders } from './storage/holders.ts'
import { testImpersonation } from './storage/impersonation.ts'
import { testImports } from './storage/imports.ts'
import { testInheritance } from './storage/inheritance.ts'
import { testListing } from './storage/listing.ts'
import { testLockout } from './storage/lockout.ts'
import { testOutbox } from './storage/outbox.ts'
import { testPurge } from './storage/purge.ts'
import { testRaces } from './storage/races.ts'
import { testResources } from './storage/resources.ts'
import { testSearch } from './storage/search.ts'
import { testSessions } from './storage/sessions.ts'
import { testSettings } from './storage/settings.ts'
import { testStatus } from './storage/status.ts'
import { testTokens } from './storage/tokens.ts'
import { testTransactions } from './storage/transactions.ts'
import { testUserEdits } from './storage/user-edits.ts'
import { testUsers } from './storage/users.ts'

/** How the suite comes by a storage. */
export interface StorageAdapter {
  /** An empty storage, for one case alone. */
  create(): Promise<Storage>
  /** A further handle on the same data over connections of its own; the suite closes it. Without it, races share one. */
  open?(storage: Storage): Promise<Storage>
  /** Whether there is one connection to the data and no more: cases that need several handles are counted as skipped. */
  readonly oneConnection?: boolean
  /** Takes a created storage away with its data; absent: closes it. */
  destroy?(storage: Storage): Promise<void>
}

/** The storage of one case, and `count` handles on its data: distinct ones where the adapter can open them. */
export type StorageCase = (storage: Storage, handles: (count: number) => Promise<readonly Storage[]>) => Promise<void>

/** Declares one case; each gets a storage of its own. */
export type TestStorageCase = (name: string, run: StorageCase) => void

/**
 * Declares, with Vitest's `describe` and `it`, every promise of the `Storage` port as cases for one adapter. Their names
 * are the same for all adapters.
 */
export function testStorage(name: string, adapter: StorageAdapter): void {
  const test: TestStorageCase = (title, run) => {
    const needsHandles = run.length > 1
    it.skipIf(adapter.oneConnection && needsHandles)(title, async () => {
      const storage = await adapter.create()
      const opened: Storage[] = []
      const handles = async (count: number) => {
        if (!adapter.open) return Array.from({ length: count }, () => storage)
        while (opened.length < count - 1) opened.push(await adapter.open(storage))
        return [storage, ...opened]
      }
      try {
        await run(storage, handles)
      } finally {
        await Promise.all(opened.map((handle) => handle.close()))
        await (adapter.destroy ? adapter.destroy(storage) : storage.close())
      }
    })
  }

  describe(`${name} storage`, () => {
    describe('users', () => testUsers(test))
    describe('user edits', () => testUserEdits(test))
    describe('holders of roles', () => testHolders(test))
    describe('user list', () => testListing(test))
    describe('user filters', () => testFilters(test))
    describe('user search', () => testSearch(test))
    describe('a crowd', () => testCrowd(test))
    describe('settings', () => testSettings(test))
    describe('status', () => testStatus(test))
    describe('credentials', () => testCredentials(test))
    describe('tokens', () => testTokens(test))
    describe('lockout', () => testLockout(test))
    describe('failed sign-ins', () => testFailedSignIns(test))
    describe('sessions', () => testSessions(test))
    describe('impersonation', () => testImpersonation(test))
    describe('API tokens', () => testApiTokens(test))
    describe('resources', () => testResources(test))
    describe('groups', () => testGroups(test))
    describe('inherited grants', () => testInheritance(test))
    describe('imports', () => testImports(test))
    describe('outbox', () => testOutbox(test))
    describe('audit', () => testAudit(test))
    describe('audit filters', () => testAuditFilters(test))
    describe('answers', () => testAnswers(test))
    describe('purge', () => testPurge(test))
    describe('transactions', () => testTransactions(test))
    describe('races', () => testRaces(test))
  })
}
