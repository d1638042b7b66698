import '../messages/en-GB/details.ts'
import '../messages/en-GB/information.ts'
import type { ProfileField } from '@rollcall/core/rules'
import { type ReactNode, useId } from 'react'
import { ProblemBanner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { useForm } from '../ui/form.ts'
import { Input } from '../ui/input.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { LockedHint, ProfileFields } from './profile-fields.tsx'
import { type Profile, type ProfileDraft, useProfileDraft } from './use-profile-draft.ts'
import { UserInformationConflicts } from './user-information-conflicts.tsx'

interface ProfileEditorProps {
  saved: Profile & {
    readonly email: string
    readonly username: string | null
    readonly fields: { readonly [Name in ProfileField]: boolean }
  }
  required: { readonly [Name in ProfileField]?: boolean }
  /** Why a field may not be changed; nothing where that is said elsewhere. */
  reason: (field: ProfileField) => ReactNode
  /** At the end of the line of the address. */
  emailAside?: ReactNode
  emailHint: ReactNode
  usernameHint: string
  onSave: (patch: ProfileDraft['patch']) => Promise<unknown>
}

/** A profile to be edited; a bar to save appears with the first change. */
export function ProfileEditor({ saved, required, reason, onSave, ...fixed }: ProfileEditorProps) {
  const { t, locale } = useRollcall()
  const draft = useProfileDraft(saved)
  const unsaved = useId()
  const form = useForm({
    read: () => draft.patch,
    check: (patch) => {
      const emptied = draft.changed.filter((field) => required[field] && patch[field] === null)
      return Object.fromEntries(emptied.map((field) => [field, 'required' as const]))
    },
    async send(patch) {
      if (draft.changed.length === 0) return
      await onSave(patch)
      draft.clear()
    },
  })
  const list = new Intl.ListFormat(locale, { style: 'short', type: 'unit' })
  return (
    <form className="rc-stack" {...form.props}>
      <ProblemBanner problem={draft.conflicting.length === 0 && form.problem} />
      <UserInformationConflicts draft={draft} saved={saved} />
      <ProfileFields draft={draft} editable={saved.fields} required={required} error={form.error} reason={reason}>
        <Field
          className={saved.username ? undefined : 'rc-profile-wide'}
          label={t('details.email')}
          aside={fixed.emailAside}
          hint={fixed.emailHint}
        >
          <Input type="email" value={saved.email} readOnly dir="ltr" />
        </Field>
        {saved.username && (
          <Field label={t('details.username')} hint={<LockedHint>{fixed.usernameHint}</LockedHint>}>
            <Input value={saved.username} readOnly dir="auto" />
          </Field>
        )}
      </ProfileFields>
      {draft.changed.length > 0 && (
        <div className="rc-save-bar">
          <p className="rc-grow" id={unsaved} role="status">
            {t('information.unsaved', {
              count: draft.changed.length,
              fields: list.format(draft.changed.map((field) => t(`information.${field}`))),
            })}
          </p>
          <Button variant="quiet" onClick={draft.clear}>
            {t('common.discard')}
          </Button>
          <Button type="submit" pending={form.pending} aria-describedby={unsaved}>
            {t('common.save')}
          </Button>
        </div>
      )}
    </form>
  )
}
