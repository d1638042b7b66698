import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'

/**
 * A secret for one machine: reads it from the file, or makes 32 random bytes and writes them there (base64url, readable
 * by the owner alone). For development and single servers; where several machines share a database, give all of them
 * the same secret by other means. Throws the file system's error when the file can neither be read nor written.
 */
export function secretFile(path: string): string {
  try {
    writeFileSync(path, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return readFileSync(path, 'utf8').trim()
}
