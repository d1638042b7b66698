import '../messages/en-GB/confirm.ts'
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useId, useRef, useState } from 'react'
import { Button } from './button.tsx'
import { Dialog, DialogBody, DialogFoot } from './dialog.tsx'
import { Field } from './field.tsx'
import { Input } from './input.tsx'
import { useRollcall } from './rollcall-context.ts'

export interface SecretDialogProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title'> {
  /** Undefined while there is none to show, and the dialog is closed. */
  secret: string | undefined
  title: ReactNode
  description: ReactNode
  /** What the secret is. */
  label: string
  copy: string
  /** It was copied, and whoever did so is done with it. */
  onDone: () => void
}

/** A secret shown once. It cannot be left before it was copied: nobody can ever see it again. */
export const SecretDialog = forwardRef<HTMLDivElement, SecretDialogProps>(function SecretDialog(
  { secret, title, description, label, copy, onDone, children, ...rest },
  ref,
) {
  const { t } = useRollcall()
  const note = useId()
  const input = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState<string>()
  const [barred, setBarred] = useState(false)
  const done = copied !== undefined && copied === secret

  async function write(text: string) {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(text)
    } catch {
      // No permission, or a page without TLS: a person can still copy what is selected.
      setBarred(true)
      input.current?.select()
    }
  }

  return (
    <Dialog
      ref={ref}
      open={secret !== undefined}
      closable={false}
      onOpenChange={() => done && onDone()}
      title={title}
      description={description}
      data-state={done ? 'copied' : 'shown'}
      {...rest}
    >
      <DialogBody className="rc-stack">
        <Field label={label} hint={barred && !done && t('confirm.copyYourself')}>
          <Input
            ref={input}
            className="rc-mono"
            dir="ltr"
            value={secret ?? ''}
            readOnly
            autoComplete="off"
            spellCheck={false}
            onFocus={(event) => event.target.select()}
            onCopy={() => setCopied(secret)}
          />
        </Field>
        {children}
      </DialogBody>
      <DialogFoot>
        <span className="rc-dialog-note" id={note} role="status">
          {t(done ? 'confirm.copied' : 'confirm.notCopied')}
        </span>
        <Button
          variant={done ? 'primary' : 'ghost'}
          {...(done ? {} : { 'aria-disabled': true, 'aria-describedby': note })}
          onClick={onDone}
        >
          {t('confirm.done')}
        </Button>
        <Button variant={done ? 'ghost' : 'primary'} icon="copy" onClick={() => secret && void write(secret)}>
          {copy}
        </Button>
      </DialogFoot>
    </Dialog>
  )
})
