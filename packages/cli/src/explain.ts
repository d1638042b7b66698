import type { RefusalCode } from '@rollcall/core'

/** Something the person at the shell can mend; its message is all they need. */
export class Complaint extends Error {
  override readonly name = 'Complaint'
}

const REFUSED: Partial<Record<RefusalCode, string>> = {
  'email-in-use': 'Somebody with this address exists already.',
  'invalid-input': 'This is no email address.',
  'not-found': 'There is no such user.',
  'not-locked': 'The account is not locked.',
}

/** One sentence for whatever was thrown. */
export function explain(error: unknown): string {
  // By name: the host's configuration may bring a core of its own, whose classes are not ours.
  if (nameOf(error) === 'RefusedError') {
    const { code } = error as { code: RefusalCode }
    return REFUSED[code] ?? `Refused: ${code}.`
  }
  const message = messageOf(error)
  return isExpected(error) ? message : `Something unexpected happened: ${message} (--verbose shows where)`
}

/** Whether the person at the shell caused it with what they typed. */
export function isUsage(error: unknown): boolean {
  return nameOf(error) === 'CACError'
}

export function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).trim()
}

function isExpected(error: unknown): boolean {
  const rollcallRefusedOptions = nameOf(error) === 'TypeError' && messageOf(error).startsWith('Rollcall: ')
  return rollcallRefusedOptions || ['Complaint', 'CopyError', 'StorageError', 'CACError'].includes(nameOf(error))
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : ''
}
