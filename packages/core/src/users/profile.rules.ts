import { PROFILE_FIELDS, type ProfileField, type User } from './user.rules.ts'

type Profile = Partial<Pick<User, ProfileField>>

/** The profile fields that were given, empty text as null. */
export function profileOf(given: { readonly [Field in ProfileField]?: User[Field] | undefined }): Profile {
  const entries = PROFILE_FIELDS.flatMap((field) => {
    const value = given[field]
    if (value === undefined) return []
    return [[field, value === '' ? null : value] as const]
  })
  return Object.fromEntries(entries)
}
