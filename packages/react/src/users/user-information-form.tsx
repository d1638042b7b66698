import '../messages/en-GB/details.ts'
import '../messages/en-GB/information.ts'
import { Reason } from '../ui/refused.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { useToast } from '../ui/toast.tsx'
import { Words } from '../ui/words.tsx'
import { useOnboarding } from './onboarding-query.ts'
import { ProfileEditor } from './profile-editor.tsx'
import { LockedHint } from './profile-fields.tsx'
import { useProfilePolicy } from './profile-policy-query.ts'
import { type EditUserInput, useEditUser } from './use-edit-user.ts'
import type { UserWithDetails } from './user-query.ts'

/** The profile of somebody else. */
export function UserInformationForm({ user }: { user: UserWithDetails }) {
  const { t } = useRollcall()
  const toast = useToast()
  const edit = useEditUser()
  const policy = useProfilePolicy()
  const editsWhole = useOnboarding().includes('creation')
  const shown = policy?.registrationFields ?? {}
  const verdict = user.actions.edit
  return (
    <div className="rc-stack">
      {verdict !== true && (
        <Reason>{verdict === undefined ? t('information.readOnly') : t(`reasons.${verdict}`)}</Reason>
      )}
      <ProfileEditor
        saved={user}
        // Somebody who has not registered may still leave out what registration will ask them for.
        required={user.registeredAt === null ? {} : shown}
        reason={(field) => verdict === true && t(field in shown ? 'reasons.owner-only-field' : 'information.nobody')}
        emailHint={
          <LockedHint>
            {t(
              editsWhole && user.fields.email
                ? 'information.inEditUser'
                : policy?.emailChange
                  ? 'reasons.owner-only-field'
                  : 'details.emailFixed',
            )}
          </LockedHint>
        }
        usernameHint={t('information.nobody')}
        onSave={async (patch) => {
          await edit.mutateAsync({ ...patch, userId: user.id, version: user.version } as EditUserInput)
          toast({ title: <Words of="information.saved" with={{ name: user.name }} /> })
        }}
      />
    </div>
  )
}
