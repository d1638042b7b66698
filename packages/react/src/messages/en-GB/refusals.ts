import type { FieldCode, Reason, RefusalCode } from '@rollcall/core/contract'
import { register } from '../registered.ts'

export const refusals = {
  'not-signed-in': 'You are not signed in. Sign in to go on.',
  'wrong-credentials': 'The email or password is wrong, or the account is locked. A new password also unlocks it.',
  'password-change-required': 'Choose a new password first.',
  'reauthentication-required': 'Enter your password again first.',
  'cross-origin': 'This page may not call the server. Its address is not on the list of allowed origins.',
  'not-allowed': 'You are not allowed to do this.',
  'not-found': 'This does not exist, or you may not see it.',
  'method-not-allowed': 'The server does not offer this.',
  'email-in-use': 'This address already has an account.',
  'changed-meanwhile': 'Somebody else changed this meanwhile. Look at it as it is now, then try again.',
  'not-locked': 'This account is no longer locked.',
  'not-dormant': 'This account is no longer inactive.',
  'already-registered': 'This person has already registered.',
  'already-done': 'This was already done.',
  'token-invalid': 'This link no longer works. It was used, replaced by a newer one, or has expired.',
  'too-large': 'This is too large to send.',
  'invalid-input': 'Some of this is not right yet.',
  'password-too-weak': 'This password is too easy to guess. Choose a longer one.',
  'idempotency-key-reused': 'This was already sent with other content. Reload the page and try again.',
  'version-required': 'The page did not say which version it changes. Reload it and try again.',
  'too-many-requests': 'Too many attempts. Wait a little, then try again.',
  unavailable: 'The server did not answer as it should. Try again in a moment.',
} as const satisfies Record<RefusalCode, string>

export const reasons = {
  'no-right': 'Your role does not include this.',
  'not-covered': 'This person has a role that you may not give.',
  'not-outranked': 'This person’s role is not below yours.',
  self: 'You cannot do this to yourself.',
  protected: 'This person is protected from deletion.',
  'single-sign-on': 'This person signs in through your organization, so it is changed there.',
  'owner-only-field': 'Only the person can change this.',
  impersonating: 'Not while you view as somebody else.',
  'last-administrator': 'This is the last administrator. Appoint another one first.',
  'disabled-by-policy': 'This is switched off here.',
} as const satisfies Record<Reason, string>

export const fields = {
  required: 'This is needed.',
  invalid: 'This is not valid.',
  'too-long': 'This is too long.',
  'too-short': 'This is too short.',
  'unknown-key': 'This is not expected here.',
  'control-character': 'This contains a character that cannot be shown. Type it anew.',
  'in-use': 'This is already taken.',
  'not-a-language': 'This is not a language.',
  'not-a-time-zone': 'This is not a time zone.',
  'not-same': 'The two are not the same.',
  'too-common': 'Too many people use this one. Choose words of your own.',
  'contains-context': 'Contains your name or address. Use words of your own instead.',
  'too-weak': 'This is too easy to guess. Make it longer.',
  'needs-letter': 'Add a letter.',
  'needs-digit': 'Add a number.',
  'needs-symbol': 'Add a symbol, such as a space or a comma.',
  reused: 'This was the password before. Choose a new one.',
  'link-not-allowed': 'Links are not allowed here.',
} as const satisfies Record<FieldCode, string>

register({ refusals, reasons, fields })
