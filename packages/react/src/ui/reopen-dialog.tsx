import type { RefusalCode, Reason as Word } from '@rollcall/core/contract'
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useState } from 'react'
import { ProblemBanner } from './banner.tsx'
import { Button } from './button.tsx'
import { Dialog, DialogBody, DialogFoot, DialogForm } from './dialog.tsx'
import { Field } from './field.tsx'
import { useForm } from './form.ts'
import type { IconName } from './icon.tsx'
import { Textarea } from './input.tsx'
import { asRefusal } from './refusal.ts'
import { Reason } from './refused.tsx'
import { useRollcall } from './rollcall-context.ts'

export interface ReopenDialogProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title' | 'children'> {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: ReactNode
  /** What will happen, in a sentence. */
  what: ReactNode
  /** What the mail about it says. */
  mail: ReactNode
  message: { readonly label: ReactNode; readonly hint: ReactNode }
  /** Whether a message of one's own is offered; else the reason it is not, where there is one. */
  mayWrite: true | Word | undefined
  act: ReactNode
  icon: IconName
  /** Does it, with the message where one was written. */
  onAct: (message: string | undefined) => Promise<void>
  /** The refusal that says there is nothing left to do, and how that is told. */
  done: { readonly code: RefusalCode; readonly title: ReactNode; readonly detail: ReactNode }
}

/** Lets somebody in again, by the standard mail or with a message of one's own. */
export const ReopenDialog = forwardRef<HTMLDivElement, ReopenDialogProps>(function ReopenDialog(
  { open, onOpenChange, title, what, mail, message, mayWrite, act, icon, onAct, done, ...rest },
  ref,
) {
  const { t } = useRollcall()
  const [isDone, setDone] = useState(false)
  const change = (next: boolean) => {
    setDone(false)
    onOpenChange(next)
  }
  const form = useForm({
    read: (data) => String(data.get('message') ?? '').trim(),
    async send(written) {
      try {
        await onAct(written || undefined)
      } catch (error) {
        if (asRefusal(error)?.code !== done.code) throw error
        setDone(true)
      }
    },
  })
  if (isDone) {
    return (
      <Dialog ref={ref} open={open} onOpenChange={change} title={done.title} data-state={done.code} {...rest}>
        <DialogBody>
          <p className="rc-lead" role="status">
            {done.detail}
          </p>
        </DialogBody>
        <DialogFoot>
          <Button variant="ghost" onClick={() => change(false)}>
            {t('common.close')}
          </Button>
        </DialogFoot>
      </Dialog>
    )
  }
  return (
    <Dialog ref={ref} open={open} onOpenChange={change} title={title} description={what} {...rest}>
      <DialogForm {...form.props}>
        <DialogBody className="rc-stack">
          <ProblemBanner problem={form.problem} />
          <p className="rc-lead">{mail}</p>
          {mayWrite === true ? (
            <Field label={message.label} optional hint={message.hint} error={form.error('message')}>
              <Textarea name="message" maxLength={2_000} />
            </Field>
          ) : (
            mayWrite && <Reason>{t('common.noMessage', { reason: t(`reasons.${mayWrite}`) })}</Reason>
          )}
        </DialogBody>
        <DialogFoot>
          <Button variant="ghost" onClick={() => change(false)}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" icon={icon} pending={form.pending}>
            {act}
          </Button>
        </DialogFoot>
      </DialogForm>
    </Dialog>
  )
})
