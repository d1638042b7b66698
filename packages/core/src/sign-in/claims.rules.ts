import { hasUnseenCharacters, isLanguage, isTimeZone } from '../users/identifier.rules.ts'
import type { FieldRule, ProfileField, User } from '../users/user.rules.ts'

/** What a provider says of a profile; fields as `ProviderIdentity` has them. */
export type Claims = {
  readonly [Field in 'firstName' | 'lastName' | 'displayName' | 'language' | 'timeZone']: string | null
}

type Profile = Partial<Pick<User, keyof Claims>>

/** Whether such a claim may stand in a profile: what no form here would take is left out, whoever says it. */
const HOLDS_UP: { readonly [Field in keyof Claims]: (claim: string) => boolean } = {
  firstName: (claim) => isLine(claim, 100),
  lastName: (claim) => isLine(claim, 100),
  displayName: (claim) => isLine(claim, 200),
  language: (claim) => claim !== '' && isLanguage(claim),
  timeZone: isTimeZone,
}

function isLine(claim: string, longest: number): boolean {
  return claim.length <= longest && !hasUnseenCharacters(claim)
}

/** The claims that fill a profile: those that hold up, of fields in use, where nothing is written yet. */
export function claimedProfile(
  fields: Readonly<Record<ProfileField, FieldRule>>,
  claims: Claims,
  before: Pick<User, keyof Claims> | null,
): Profile {
  const filled = (Object.keys(HOLDS_UP) as (keyof Claims)[]).flatMap((field) => {
    const claim = claims[field]?.trim()
    const open = fields[field].editableBy !== 'nobody' && !before?.[field]
    return claim && open && HOLDS_UP[field](claim) ? [[field, claim] as const] : []
  })
  return Object.fromEntries(filled)
}
