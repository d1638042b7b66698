import '../messages/en-GB/deletion.ts'
import type { Reason } from '@rollcall/core/contract'
import type { Translate } from '../messages/translate.ts'
import type { User } from './users-query.ts'

/** Why somebody may not be deleted, and what lifts it where the reader can: the account is edited whole, and they may edit it. */
export function deletionRefused(
  t: Translate,
  reason: Reason,
  { edit }: Pick<User['actions'], 'edit'>,
  editsWhole: boolean,
): string {
  const why = t(`reasons.${reason}`)
  return reason === 'protected' && edit === true && editsWhole ? `${why} ${t('deletion.unprotect')}` : why
}
