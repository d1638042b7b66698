import '../messages/en-GB/confirm.ts'
import '../messages/en-GB/passwords.ts'
import '../messages/en-GB/sign-in.ts'
import { type ComponentPropsWithoutRef, forwardRef, useState } from 'react'
import { ProblemBanner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { useControlled } from '../ui/controlled.ts'
import { Dialog, DialogBody, DialogFoot, DialogForm } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { type FieldErrors, useForm } from '../ui/form.ts'
import { PasswordInput } from '../ui/input.tsx'
import { asRefusal } from '../ui/refusal.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { useOwnProvider } from './own-provider-query.ts'
import { ProviderLink } from './provider-link.tsx'
import { useConfirm } from './use-confirm.ts'

export interface ConfirmPasswordDialogProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title' | 'children'> {
  /** Leave out to let the dialog keep it itself. */
  open?: boolean
  defaultOpen?: boolean
  onOpenChange?: (open: boolean) => void
  /** The password was right; what was refused before may be tried again. */
  onConfirmed?: () => void
}

/**
 * Asks for the password again before a sensitive act on oneself. Whoever signs in through a provider is led there and back
 * to this page.
 */
export const ConfirmPasswordDialog = forwardRef<HTMLDivElement, ConfirmPasswordDialogProps>(
  function ConfirmPasswordDialog({ open: given, defaultOpen = false, onOpenChange, onConfirmed, ...rest }, ref) {
    const { t } = useRollcall()
    const [open, setOpen] = useControlled(given, defaultOpen, onOpenChange)
    const provider = useOwnProvider()
    const close = () => setOpen(false)
    return (
      <Dialog
        ref={ref}
        size="small"
        open={open}
        onOpenChange={setOpen}
        title={t('confirm.title')}
        description={provider ? t('signIn.throughLead') : t('confirm.lead')}
        {...rest}
      >
        {provider ? (
          <DialogFoot>
            <Button variant="ghost" onClick={close}>
              {t('common.cancel')}
            </Button>
            <ProviderLink provider={provider} variant="primary" compact fresh returnTo={window.location.href} />
          </DialogFoot>
        ) : (
          <PasswordAgain
            onCancel={close}
            onConfirmed={() => {
              close()
              onConfirmed?.()
            }}
          />
        )}
      </Dialog>
    )
  },
)

function PasswordAgain({ onCancel, onConfirmed }: { onCancel: () => void; onConfirmed: () => void }) {
  const { t } = useRollcall()
  const [wrong, setWrong] = useState(false)
  const confirm = useConfirm()
  const form = useForm({
    read: (data) => ({ password: String(data.get('password')) }),
    check({ password }): FieldErrors {
      setWrong(false)
      return password ? {} : { password: 'required' }
    },
    async send(values) {
      try {
        await confirm.mutateAsync(values)
      } catch (error) {
        if (asRefusal(error)?.code !== 'wrong-credentials') throw error
        return setWrong(true)
      }
      onConfirmed()
    },
  })
  return (
    <DialogForm {...form.props}>
      <DialogBody className="rc-stack">
        <ProblemBanner problem={form.problem} />
        <Field
          label={t('signIn.password')}
          error={wrong ? t('passwords.currentWrong') : form.error('password')}
          required
        >
          <PasswordInput name="password" autoComplete="current-password" />
        </Field>
      </DialogBody>
      <DialogFoot>
        <Button variant="ghost" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" pending={form.pending}>
          {t('confirm.confirm')}
        </Button>
      </DialogFoot>
    </DialogForm>
  )
}
