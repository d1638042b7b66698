import type { ProfileField } from '@rollcall/core/rules'
import { useState } from 'react'

type Value = string | boolean | null

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

type Draft = { readonly [Field in ProfileField]?: { readonly from: Value; readonly to: Value } }

export interface ProfileDraft {
  /** As typed, else as saved. */
  readonly value: (field: ProfileField) => Value
  /** Empty text is null. */
  readonly change: (field: ProfileField, to: Value) => void
  /** What differs from what is saved. */
  readonly changed: readonly ProfileField[]
  /** What was changed here, and elsewhere meanwhile to something else. */
  readonly conflicting: readonly ProfileField[]
  /** What to send. */
  readonly patch: { readonly [Field in ProfileField]?: Value }
  readonly drop: (field: ProfileField) => void
  readonly clear: () => void
}

/**
 * What was typed over a saved profile. Each change remembers what it began from, so that a newer record shows through
 * everywhere else, and what both changed is known.
 */
export function useProfileDraft(saved: Profile): ProfileDraft {
  const [draft, setDraft] = useState<Draft>({})
  const changed = FIELDS.filter((field) => draft[field] && draft[field].to !== saved[field])
  return {
    changed,
    conflicting: changed.filter((field) => draft[field]?.from !== saved[field]),
    patch: Object.fromEntries(changed.map((field) => [field, draft[field]?.to])),
    value: (field) => (draft[field] ? draft[field].to : saved[field]),
    change(field, typed) {
      const to = typed === '' ? null : typed
      setDraft(({ [field]: before, ...others }) => {
        const from = before ? before.from : saved[field]
        return to === from ? others : { ...others, [field]: { from, to } }
      })
    },
    drop: (field) => setDraft(({ [field]: _, ...others }) => others),
    clear: () => setDraft({}),
  }
}
