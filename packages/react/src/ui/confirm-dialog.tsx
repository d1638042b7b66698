import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react'
import { ProblemBanner } from './banner.tsx'
import { Button } from './button.tsx'
import { Dialog, DialogBody, DialogFoot } from './dialog.tsx'
import { useRollcall } from './rollcall-context.ts'

export interface ConfirmDialogProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title'> {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: ReactNode
  /** What will happen. */
  children: ReactNode
  /** The button that does it, by the name of the act. */
  act: ReactNode
  onAct: () => void
  pending: boolean
  /** What was thrown when it was tried. */
  problem: unknown
}

/** Says what an act that cannot be undone will do, before it is done. */
export const ConfirmDialog = forwardRef<HTMLDivElement, ConfirmDialogProps>(function ConfirmDialog(
  { open, onOpenChange, title, children, act, onAct, pending, problem, ...rest },
  ref,
) {
  const { t } = useRollcall()
  return (
    <Dialog ref={ref} size="small" open={open} onOpenChange={onOpenChange} title={title} {...rest}>
      <DialogBody className="rc-stack">
        <ProblemBanner problem={problem} />
        <p className="rc-lead">{children}</p>
      </DialogBody>
      <DialogFoot>
        <Button variant="ghost" onClick={() => onOpenChange(false)}>
          {t('common.cancel')}
        </Button>
        <Button tone="danger" pending={pending} onClick={onAct}>
          {act}
        </Button>
      </DialogFoot>
    </Dialog>
  )
})
