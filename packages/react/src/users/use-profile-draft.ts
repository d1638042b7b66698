import type { ProfileField } from '@rollcall/core/rules'
import { type Draft, useDraft, type Value } from './use-draft.ts'

/** The editable part of a user or of oneself. */
export type Profile = { readonly [Field in ProfileField]: Value }

/** In the order of the form. */
export const FIELDS = [
  'firstName',
  'lastName',
  'displayName',
  'jobTitle',
  'phone',
  'language',
  'timeZone',
  'muteNotifications',
] as const satisfies readonly ProfileField[]

export type ProfileDraft = Draft<ProfileField>

/** What was typed over a saved profile, in the order of the form. */
export function useProfileDraft(saved: Profile): ProfileDraft {
  const draft = useDraft<ProfileField>(saved)
  const inOrder = (fields: readonly ProfileField[]) => FIELDS.filter((field) => fields.includes(field))
  return { ...draft, changed: inOrder(draft.changed), conflicting: inOrder(draft.conflicting) }
}
