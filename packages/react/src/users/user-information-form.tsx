import '../messages/en-GB/details.ts'
import '../messages/en-GB/information.ts'
import { useId } from 'react'
import { ProblemBanner } from '../ui/banner.tsx'
import { Bidi } from '../ui/bidi.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { useForm } from '../ui/form.ts'
import { Input } from '../ui/input.tsx'
import { Reason } from '../ui/refused.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { useToast } from '../ui/toast.tsx'
import { Words } from '../ui/words.tsx'
import { LockedHint, ProfileFields } from './profile-fields.tsx'
import { useProfilePolicy } from './profile-policy-query.ts'
import { useEditUser } from './use-edit-user.ts'
import { useProfileDraft } from './use-profile-draft.ts'
import { UserInformationConflicts } from './user-information-conflicts.tsx'
import type { UserWithDetails } from './user-query.ts'

/** The profile of somebody else; a bar to save appears with the first change. */
export function UserInformationForm({ user }: { user: UserWithDetails }) {
  const { t, locale } = useRollcall()
  const toast = useToast()
  const edit = useEditUser()
  const draft = useProfileDraft(user)
  const unsaved = useId()
  const shown = useProfilePolicy()?.registrationFields ?? {}
  // Somebody who has not registered may still leave out what registration will ask them for.
  const required = user.registeredAt === null ? {} : shown
  const verdict = user.actions.edit
  const form = useForm({
    read: () => draft.patch,
    check: (patch) => {
      const emptied = draft.changed.filter((field) => required[field] && patch[field] === null)
      return Object.fromEntries(emptied.map((field) => [field, 'required' as const]))
    },
    async send(patch) {
      if (draft.changed.length === 0) return
      await edit.mutateAsync({ ...patch, userId: user.id, version: user.version } as Parameters<
        typeof edit.mutateAsync
      >[0])
      draft.clear()
      toast({ title: <Words of="information.saved" with={{ name: <Bidi>{user.name}</Bidi> }} /> })
    },
  })
  const list = new Intl.ListFormat(locale, { style: 'short', type: 'unit' })
  return (
    <form className="rc-stack" {...form.props}>
      {verdict !== true && (
        <Reason>{verdict === undefined ? t('information.readOnly') : t(`reasons.${verdict}`)}</Reason>
      )}
      <ProblemBanner problem={draft.conflicting.length === 0 && form.problem} />
      <UserInformationConflicts draft={draft} saved={user} />
      <ProfileFields
        draft={draft}
        editable={user.fields}
        required={required}
        error={form.error}
        reason={(field) => verdict === true && t(field in shown ? 'reasons.owner-only-field' : 'information.nobody')}
      >
        <Field label={t('details.email')} hint={<LockedHint>{t('details.emailFixed')}</LockedHint>}>
          <Input type="email" value={user.email} readOnly dir="ltr" />
        </Field>
        {user.username && (
          <Field label={t('details.username')} hint={<LockedHint>{t('information.nobody')}</LockedHint>}>
            <Input value={user.username} readOnly dir="auto" />
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
