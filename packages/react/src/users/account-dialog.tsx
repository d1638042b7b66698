import '../messages/en-GB/accounts.ts'
import '../messages/en-GB/common.ts'
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react'
import { Banner, ProblemBanner } from '../ui/banner.tsx'
import { Button, LinkButton } from '../ui/button.tsx'
import { cx } from '../ui/class-names.ts'
import { Dialog, DialogBody, DialogFoot, DialogForm } from '../ui/dialog.tsx'
import { places } from '../ui/places.ts'
import { Reason } from '../ui/refused.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { ErrorState } from '../ui/state.tsx'
import { Steps } from '../ui/steps.tsx'
import type { AccountForm, AccountStep } from './account-form.ts'

export interface AccountDialogProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title'> {
  title: ReactNode
  lead: ReactNode
  /** What the pages need is here, is on its way, did not come, or may not be changed, with the reason. */
  state: 'loading' | 'ready' | { readonly error: unknown; readonly retry: () => void } | { readonly reason: string }
  steps: readonly AccountStep[]
  form: AccountForm
  /** On the button that saves. */
  commit: string
  /** Leaves; what was typed is kept. */
  onClose: () => void
  /** Leaves, and forgets what was typed. */
  onCancel: () => void
  /** Takes up what was typed before; undefined where nothing was. */
  onStartOver: (() => void) | undefined
  /** On the last page, beginning anew. */
  another?: ReactNode
  /** What somebody else changed meanwhile, which says more than the refusal does. */
  conflicts?: ReactNode
}

const WORDS = { details: 'accounts.stepDetails', apps: 'accounts.stepApps', summary: 'accounts.stepSummary' } as const

/** The frame of the wizards over an account: where one is, the page, and the way on. */
export const AccountDialog = forwardRef<HTMLDivElement, AccountDialogProps>(function AccountDialog(props, ref) {
  const { title, lead, state, steps, form, commit, onClose, onCancel, onStartOver, another, conflicts, ...others } =
    props
  const { children, className, ...rest } = others
  const { t } = useRollcall()
  const { step, pending } = form
  const wrong = Object.keys(form.errors).length > 0
  const shown = typeof state === 'string' ? (state === 'ready' ? step : state) : 'reason' in state ? 'refused' : 'error'
  return (
    <Dialog
      ref={ref}
      size="large"
      open
      onOpenChange={(open) => {
        if (!open && !pending) onClose()
      }}
      title={title}
      description={lead}
      data-state={shown}
      aria-busy={state === 'loading'}
      className={cx('rc-account', className)}
      {...rest}
    >
      {state === 'ready' ? (
        <DialogForm noValidate onSubmit={form.onSubmit}>
          <Steps names={steps.map((one) => t(WORDS[one]))} current={steps.indexOf(step)} />
          <DialogBody ref={form.body} className="rc-stack">
            {onStartOver && step !== 'summary' && (
              <Banner
                title={t('accounts.draftTitle')}
                action={<LinkButton onClick={onStartOver}>{t('accounts.startOver')}</LinkButton>}
              >
                {t('accounts.draftDetail')}
              </Banner>
            )}
            {conflicts || <ProblemBanner problem={form.problem} />}
            {children}
          </DialogBody>
          <DialogFoot>
            {wrong && step === 'details' && (
              <LinkButton className="rc-dialog-note" tone="danger" icon="alert" onClick={form.showProblem}>
                {t('common.goToProblem')}
              </LinkButton>
            )}
            {step === 'summary' ? (
              <>
                {another}
                <Button onClick={onClose}>{t('accounts.done')}</Button>
              </>
            ) : (
              <>
                {step === 'details' ? (
                  <Button variant="ghost" onClick={onCancel}>
                    {t('common.cancel')}
                  </Button>
                ) : (
                  <Button className="rc-account-back" variant="ghost" onClick={form.back}>
                    {t('common.back')}
                  </Button>
                )}
                <Button type="submit" pending={pending}>
                  {form.commits ? commit : t('accounts.continue')}
                </Button>
              </>
            )}
          </DialogFoot>
        </DialogForm>
      ) : (
        <>
          <DialogBody>
            {state === 'loading' ? (
              <Waiting />
            ) : 'reason' in state ? (
              <Reason>{state.reason}</Reason>
            ) : (
              <ErrorState title={t('accounts.didNotLoad')} error={state.error} onRetry={state.retry} />
            )}
          </DialogBody>
          <DialogFoot>
            <Button variant="ghost" onClick={onClose}>
              {t('common.close')}
            </Button>
          </DialogFoot>
        </>
      )}
    </Dialog>
  )
})

function Waiting() {
  return (
    <div className="rc-columns">
      {places(8).map((place) => (
        <Skeleton key={place} className="rc-account-waiting" />
      ))}
    </div>
  )
}
