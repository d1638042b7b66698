import type { RefusedError } from '@rollcall/core/contract'
import type { Translate } from '../messages/translate.ts'

/** The refusal in whatever was thrown. By name, because a page may hold two copies of the class. */
export function asRefusal(error: unknown): RefusedError | null {
  return error instanceof Error && error.name === 'RefusedError' ? (error as RefusedError) : null
}

/** One or two sentences on what went wrong: the reason where there is one, and when to try again. */
export function describeProblem(t: Translate, error: unknown): string {
  const refusal = asRefusal(error)
  if (!refusal) return t('refusals.unavailable')
  const { reason, retryAfter } = refusal.details
  const sentence = reason ? t(`reasons.${reason}`) : t(`refusals.${refusal.code}`)
  return retryAfter ? `${sentence} ${t('common.retryIn', { count: Math.ceil(retryAfter) })}` : sentence
}
