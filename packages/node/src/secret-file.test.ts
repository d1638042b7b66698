import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { secretFile } from './secret-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'rollcall-secret-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('makes a secret once, for its owner alone, and reads it ever after', () => {
  const path = join(folder, 'secret')
  const secret = secretFile(path)
  expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
  expect(secretFile(path)).toBe(secret)
  expect(statSync(path).mode & 0o777).toBe(0o600)
})

it('says so when the file can be neither read nor written', () => {
  expect(() => secretFile(join(folder, 'missing', 'secret'))).toThrow(/ENOENT/)
})
