import '../messages/en-GB/impersonation.ts'
import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { needsPassword, useConfirmation } from '../sign-in/index.ts'
import { ProblemBanner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { useControlled } from '../ui/controlled.ts'
import { Dialog, DialogBody, DialogFoot, DialogForm } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { type FieldErrors, useForm } from '../ui/form.ts'
import { useFrozen } from '../ui/frozen.ts'
import { Icon } from '../ui/icon.tsx'
import { Input } from '../ui/input.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Words } from '../ui/words.tsx'
import { useImpersonationLimit } from './impersonation-query.ts'
import { useStartImpersonation } from './use-start-impersonation.ts'

export interface ImpersonateDialogProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title' | 'children'> {
  /** A user as the server told of them. */
  user: { id: string; name: string }
  /** Leave out to let the dialog keep it itself. */
  open?: boolean
  defaultOpen?: boolean
  onOpenChange?: (open: boolean) => void
  /** One acts as them from now on: the page of the administration may be nothing they see. */
  onStarted?: () => void
}

/** Asks why, says what will happen, and lets one act as somebody else for a while. */
export const ImpersonateDialog = forwardRef<HTMLDivElement, ImpersonateDialogProps>(function ImpersonateDialog(
  { user: current, open: given, defaultOpen = false, onOpenChange, onStarted, ...rest },
  ref,
) {
  const { t } = useRollcall()
  const [open, setOpen] = useControlled(given, defaultOpen, onOpenChange)
  const user = useFrozen(current, open)
  const minutes = useImpersonationLimit()
  const { name } = user
  return (
    <Dialog
      ref={ref}
      open={open}
      onOpenChange={setOpen}
      title={<Words of="impersonation.title" with={{ name }} />}
      description={minutes === undefined ? '…' : t('impersonation.lead', { count: minutes })}
      {...rest}
    >
      <ImpersonateForm
        user={user}
        onCancel={() => setOpen(false)}
        onStarted={() => {
          setOpen(false)
          onStarted?.()
        }}
      />
    </Dialog>
  )
})

const EFFECTS = [
  { icon: 'eye', words: 'rights' },
  { icon: 'lock', words: 'kept' },
  { icon: 'mail', words: 'mail' },
  { icon: 'file', words: 'audit' },
] as const

interface ImpersonateFormProps extends Required<Pick<ImpersonateDialogProps, 'user' | 'onStarted'>> {
  onCancel: () => void
}

function ImpersonateForm({ user, onCancel, onStarted }: ImpersonateFormProps) {
  const { t } = useRollcall()
  const start = useStartImpersonation()
  const confirmation = useConfirmation()
  const form = useForm({
    read: (data) => ({ reason: String(data.get('reason') ?? '').trim() }),
    check: ({ reason }): FieldErrors => (reason ? {} : { reason: 'required' }),
    async send({ reason }) {
      confirmation.attempt(async () => {
        await start.mutateAsync({ userId: user.id, reason })
        onStarted()
      })
    },
  })
  return (
    <DialogForm {...form.props}>
      <DialogBody className="rc-stack">
        <ProblemBanner problem={needsPassword(start.error) ? null : start.error} />
        <Field
          label={t('impersonation.reason')}
          hint={t('impersonation.reasonHint')}
          error={form.error('reason')}
          required
        >
          <Input name="reason" maxLength={500} autoComplete="off" dir="auto" />
        </Field>
        <ul className="rc-impersonation-effects">
          {EFFECTS.map(({ icon, words }) => (
            <li key={words} className="rc-impersonation-effect">
              <Icon name={icon} />
              <span className="rc-grow">
                <Words of={`impersonation.${words}`} with={{ name: user.name }} />
              </span>
            </li>
          ))}
        </ul>
      </DialogBody>
      <DialogFoot>
        <Button variant="ghost" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" icon="eye" pending={start.isPending}>
          {t('impersonation.start')}
        </Button>
      </DialogFoot>
      {confirmation.dialog}
    </DialogForm>
  )
}
