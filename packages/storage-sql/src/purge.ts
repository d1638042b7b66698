import { FAILED_SIGN_INS_KEPT, UNKNOWN_ATTEMPTS_KEPT } from '@rollcall/core/rules'
import type { Connection } from './connection.ts'

/** Forgets what is over at `now`. */
export async function purge({ db }: Connection, now: number): Promise<void> {
  await db.deleteFrom('sessions').where('expires_at', '<=', now).execute()
  await db.deleteFrom('tokens').where('kind', '!=', 'invitation').where('expires_at', '<=', now).execute()
  await db.deleteFrom('api_tokens').where('expires_at', '<=', now).execute()
  await db.deleteFrom('answers').where('expires_at', '<=', now).execute()
  await db.deleteFrom('imports').where('expires_at', '<=', now).execute()
  await db
    .deleteFrom('failed_sign_ins')
    .where('at', '<=', now - FAILED_SIGN_INS_KEPT.for)
    .execute()
  const unknown = db.deleteFrom('lockouts').where('key', '>=', '?').where('key', '<', '@')
  await unknown.where('attempted_at', '<=', now - UNKNOWN_ATTEMPTS_KEPT).execute()
}
