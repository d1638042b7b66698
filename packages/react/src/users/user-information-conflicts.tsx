import '../messages/en-GB/details.ts'
import '../messages/en-GB/information.ts'
import type { ProfileField } from '@rollcall/core/rules'
import { Bidi } from '../ui/bidi.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { EditConflicts } from './edit-conflicts.tsx'
import { shownValue } from './profile-fields.tsx'
import type { Profile, ProfileDraft } from './use-profile-draft.ts'

/** What somebody else changed of a profile meanwhile, beside what stands in the form. */
export function UserInformationConflicts({ draft, saved }: { draft: ProfileDraft; saved: Profile }) {
  const { t } = useRollcall()
  return (
    <EditConflicts
      conflicts={draft.conflicting.map((field) => ({
        field,
        label: t(`details.${field}`),
        theirs: <ProfileValue field={field} of={saved[field]} />,
        mine: <ProfileValue field={field} of={draft.value(field)} />,
        takeTheirs: () => draft.drop(field),
      }))}
    />
  )
}

interface ProfileValueProps {
  field: ProfileField
  of: string | boolean | null
}

/** A value of the profile as text. */
export function ProfileValue({ field, of }: ProfileValueProps) {
  const { t } = useRollcall()
  if (typeof of === 'boolean') return t(of ? 'information.on' : 'information.off')
  return of === null ? t('common.none') : <Bidi>{shownValue(field, of)}</Bidi>
}
