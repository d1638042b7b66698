import { useState } from 'react'

export type Value = string | boolean | null

/** Field → what it began from, and what it is to become. */
export type Changes = { readonly [field: string]: { readonly from: Value; readonly to: Value } }

export interface Draft<Field extends string> {
  /** As typed, else as saved. */
  readonly value: (field: Field) => Value
  /** Empty text is null. */
  readonly change: (field: Field, to: Value) => void
  /** What differs from what is saved. */
  readonly changed: readonly Field[]
  /** What was changed here, and elsewhere meanwhile to something else. */
  readonly conflicting: readonly Field[]
  /** What to send. */
  readonly patch: { readonly [Name in Field]?: Value }
  readonly drop: (field: Field) => void
  readonly clear: () => void
  /** The whole of it, to go on with later. */
  readonly changes: Changes
}

/**
 * What was typed over something saved. Each change remembers what it began from, so that a newer record shows through
 * everywhere else, and what both changed is known. A field that is not saved is null.
 */
export function useDraft<Field extends string>(
  saved: { readonly [Name in Field]?: Value },
  begun: () => Changes = () => ({}),
): Draft<Field> {
  const [changes, setChanges] = useState(begun)
  const savedOf = (field: Field) => saved[field] ?? null
  const changed = (Object.keys(changes) as Field[]).filter((field) => changes[field]?.to !== savedOf(field))
  return {
    changed,
    changes,
    conflicting: changed.filter((field) => changes[field]?.from !== savedOf(field)),
    patch: Object.fromEntries(changed.map((field) => [field, changes[field]?.to])) as Draft<Field>['patch'],
    value: (field) => (changes[field] ? changes[field].to : savedOf(field)),
    change(field, typed) {
      const to = typed === '' ? null : typed
      setChanges(({ [field]: before, ...others }) => {
        const from = before ? before.from : savedOf(field)
        return to === from ? others : { ...others, [field]: { from, to } }
      })
    },
    drop: (field) => setChanges(({ [field]: _, ...others }) => others),
    clear: () => setChanges({}),
  }
}
