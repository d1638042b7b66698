import '../messages/en-GB/details.ts'
import '../messages/en-GB/information.ts'
import '../messages/en-GB/profile.ts'
import { useId } from 'react'
import { ProblemBanner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { useForm } from '../ui/form.ts'
import { Input } from '../ui/input.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { useToast } from '../ui/toast.tsx'
import type { Me } from './me-query.ts'
import { LockedHint, ProfileFields } from './profile-fields.tsx'
import { useProfilePolicy } from './profile-policy-query.ts'
import { type EditMeInput, useEditMe } from './use-edit-me.ts'
import { useProfileDraft } from './use-profile-draft.ts'
import { UserInformationConflicts } from './user-information-conflicts.tsx'

/** One's own profile; a bar to save appears with the first change. */
export function ProfileFormFields({ me }: { me: Me }) {
  const { t, locale } = useRollcall()
  const toast = useToast()
  const edit = useEditMe()
  const draft = useProfileDraft(me)
  const unsaved = useId()
  const required = useProfilePolicy()?.registrationFields ?? {}
  const form = useForm({
    read: () => draft.patch,
    check: (patch) => {
      const emptied = draft.changed.filter((field) => required[field] && patch[field] === null)
      return Object.fromEntries(emptied.map((field) => [field, 'required' as const]))
    },
    async send(patch) {
      if (draft.changed.length === 0) return
      await edit.mutateAsync({ ...patch, version: me.version } as EditMeInput)
      draft.clear()
      toast({ title: t('profile.saved') })
    },
  })
  const list = new Intl.ListFormat(locale, { style: 'short', type: 'unit' })
  return (
    <form className="rc-stack" {...form.props}>
      <ProblemBanner problem={draft.conflicting.length === 0 && form.problem} />
      <UserInformationConflicts draft={draft} saved={me} />
      <ProfileFields
        draft={draft}
        editable={me.fields}
        required={required}
        error={form.error}
        reason={() => t('profile.fixed')}
      >
        <Field
          className="rc-profile-wide"
          label={t('details.email')}
          hint={<LockedHint>{t('profile.emailFixed')}</LockedHint>}
        >
          <Input type="email" value={me.email} readOnly dir="ltr" />
        </Field>
        {me.username && (
          <Field label={t('details.username')} hint={<LockedHint>{t('profile.fixed')}</LockedHint>}>
            <Input value={me.username} readOnly dir="auto" />
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
