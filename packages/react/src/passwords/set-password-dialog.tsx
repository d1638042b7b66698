import '../messages/en-GB/passwords.ts'
import '../messages/en-GB/resetPassword.ts'
import { ProblemBanner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogBody, DialogFoot, DialogForm } from '../ui/dialog.tsx'
import { type FieldErrors, useForm } from '../ui/form.ts'
import { useFrozen } from '../ui/frozen.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { useToast } from '../ui/toast.tsx'
import { Words } from '../ui/words.tsx'
import type { UserWithDetails } from '../users/index.ts'
import { lengthProblem, NewPasswordField, type PasswordRules } from './new-password-field.tsx'
import { useSetPassword } from './use-set-password.ts'

interface SetPasswordDialogProps {
  user: UserWithDetails
  rules: PasswordRules
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Says what ends, and asks for the password somebody gets until they choose their own. */
export function SetPasswordDialog({ user: current, rules, open, onOpenChange }: SetPasswordDialogProps) {
  const { t } = useRollcall()
  const toast = useToast()
  const user = useFrozen(current, open)
  const choose = useSetPassword()
  const { name } = user
  const form = useForm({
    read: (data) => ({ password: String(data.get('password')) }),
    check({ password }): FieldErrors {
      const problem = lengthProblem(password, rules)
      return problem ? { password: problem } : {}
    },
    async send({ password }) {
      await choose.mutateAsync({ userId: user.id, version: user.version, password })
      onOpenChange(false)
      toast({ title: <Words of="resetPassword.chosen" with={{ name }} />, detail: t('resetPassword.chosenDetail') })
    },
  })
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={<Words of="resetPassword.chooseTitle" with={{ name }} />}
      description={`${t('resetPassword.issueEnds')} ${t('resetPassword.chooseThen')}`}
    >
      <DialogForm {...form.props}>
        <DialogBody className="rc-stack">
          <ProblemBanner problem={form.problem} />
          {user.status === 'locked' && <p className="rc-lead">{t('resetPassword.issueUnlocks')}</p>}
          <NewPasswordField label={t('passwords.new')} rules={rules} owner={user} error={form.error('password')} />
        </DialogBody>
        <DialogFoot>
          <Button variant="ghost" onClick={() => onOpenChange(false)}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" tone="danger" pending={form.pending}>
            {t('passwords.set')}
          </Button>
        </DialogFoot>
      </DialogForm>
    </Dialog>
  )
}
