import '../messages/en-GB/profile.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { useToast } from '../ui/toast.tsx'
import { ChangeEmail } from './change-email.tsx'
import type { Me } from './me-query.ts'
import { ProfileEditor } from './profile-editor.tsx'
import { LockedHint } from './profile-fields.tsx'
import { useProfilePolicy } from './profile-policy-query.ts'
import { type EditMeInput, useEditMe } from './use-edit-me.ts'

/** One's own profile. */
export function ProfileFormFields({ me }: { me: Me }) {
  const { t } = useRollcall()
  const toast = useToast()
  const edit = useEditMe()
  const required = useProfilePolicy()?.registrationFields ?? {}
  return (
    <ProfileEditor
      saved={me}
      required={required}
      reason={() => t('profile.fixed')}
      emailAside={me.mayChangeEmail && <ChangeEmail email={me.email} />}
      emailHint={!me.mayChangeEmail && <LockedHint>{t('profile.emailFixed')}</LockedHint>}
      usernameHint={t('profile.fixed')}
      onSave={async (patch) => {
        await edit.mutateAsync({ ...patch, version: me.version } as EditMeInput)
        toast({ title: t('profile.saved') })
      }}
    />
  )
}
