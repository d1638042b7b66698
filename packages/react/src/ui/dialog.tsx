import * as Radix from '@radix-ui/react-dialog'
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useRef } from 'react'
import { IconButton } from './button.tsx'
import { cx } from './class-names.ts'
import { useRollcall } from './rollcall-context.ts'

export interface DialogProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title'> {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: ReactNode
  /** What will happen, in a sentence. */
  description?: ReactNode
  /** 400, 480 or 640 px wide; the whole screen on a phone. */
  size?: 'small' | 'large'
  /** False where leaving would lose something: no cross, and `onOpenChange` decides about Escape. */
  closable?: boolean
}

/** A modal dialog. Inside: `DialogBody` and `DialogFoot`, in a `DialogForm` where it sends something. */
export const Dialog = forwardRef<HTMLDivElement, DialogProps>(function Dialog(
  { open, onOpenChange, title, description, size, closable = true, className, children, ...rest },
  ref,
) {
  const { t, portal } = useRollcall()
  const opener = useRef<HTMLElement | null>(null)
  return (
    <Radix.Root open={open && portal !== null} onOpenChange={onOpenChange}>
      <Radix.Portal container={portal}>
        <Radix.Overlay className="rc-scrim">
          <Radix.Content
            ref={ref}
            className={cx('rc-dialog', className)}
            data-size={size}
            {...(description ? {} : { 'aria-describedby': undefined })}
            onOpenAutoFocus={(event) => {
              event.preventDefault()
              opener.current = document.activeElement as HTMLElement | null
              focusFirst(event.currentTarget as HTMLElement)
            }}
            onCloseAutoFocus={(event) => {
              event.preventDefault()
              opener.current?.focus()
            }}
            onInteractOutside={(event) => {
              const target = event.target as Element
              // A toast is above the dialog, and a slip of the pointer must not throw away what was typed.
              if (target.closest('[data-rc-toasts]') || hasForm(event.currentTarget)) event.preventDefault()
            }}
            {...rest}
          >
            <header className="rc-dialog-head">
              <div className="rc-dialog-titles">
                <Radix.Title className="rc-title">{title}</Radix.Title>
                {description && <Radix.Description className="rc-lead">{description}</Radix.Description>}
              </div>
              {closable && (
                <Radix.Close asChild>
                  <IconButton icon="close" label={t('common.close')} variant="quiet" />
                </Radix.Close>
              )}
            </header>
            {children}
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  )
})

export const DialogForm = forwardRef<HTMLFormElement, ComponentPropsWithoutRef<'form'>>(function DialogForm(
  { className, ...rest },
  ref,
) {
  return <form ref={ref} className={cx('rc-dialog-form', className)} {...rest} />
})

export const DialogBody = forwardRef<HTMLDivElement, ComponentPropsWithoutRef<'div'>>(function DialogBody(
  { className, ...rest },
  ref,
) {
  return <div ref={ref} className={cx('rc-dialog-body', className)} {...rest} />
})

/** The row of buttons, the committing one last. */
export const DialogFoot = forwardRef<HTMLElement, ComponentPropsWithoutRef<'footer'>>(function DialogFoot(
  { className, ...rest },
  ref,
) {
  return <footer ref={ref} className={cx('rc-dialog-foot', className)} {...rest} />
})

/** The first field, else the dialog itself, so that its title is read and no button is pressed by accident. */
function focusFirst(dialog: HTMLElement) {
  const field = dialog.querySelector<HTMLElement>('.rc-dialog-body :is(input, select, textarea):not([readonly])')
  ;(field ?? dialog).focus()
}

function hasForm(dialog: EventTarget | null): boolean {
  return dialog instanceof Element && dialog.querySelector('form') !== null
}
