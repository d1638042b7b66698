import '../messages/en-GB/bulk.ts'
import '../messages/en-GB/welcome.ts'
import { ProblemBanner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogBody, DialogFoot } from '../ui/dialog.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { ErrorState } from '../ui/state.tsx'
import { useToast } from '../ui/toast.tsx'
import { useChangeManyUsers } from './use-change-many-users.ts'
import type { CountInput } from './users-query.ts'
import { useWelcomeCount } from './welcome-count-query.ts'

/** How many get their mail by one call. */
const PORTION = 200

interface SendWelcomeAllDialogProps {
  /** What narrowed the list when it was opened. */
  filter: CountInput
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Counts to how many of the list the welcome mail would go, sends it to them with progress, and says to how many it went. */
export default function SendWelcomeAllDialog({ filter, open, onOpenChange }: SendWelcomeAllDialogProps) {
  const { t } = useRollcall()
  const toast = useToast()
  const count = useWelcomeCount(filter, open)
  const { state, verdicts, problem, run } = useChangeManyUsers(PORTION)
  const allowed = count.data?.allowed ?? []
  const running = state === 'running'
  const narrowed = Object.keys(filter).length > 0

  async function send() {
    const results = await run({ kind: 'sendWelcome' }, allowed)
    if (!results) return
    const sent = [...results.values()].filter((verdict) => verdict === true).length
    const passedOver = (count.data?.passedOver ?? 0) + results.size - sent
    toast({
      title: t('welcome.sentMany', { count: sent }),
      ...(passedOver > 0 && { detail: t('welcome.passedOver', { count: passedOver }) }),
    })
    onOpenChange(false)
  }

  const left = allowed.length - verdicts.size
  return (
    <Dialog
      size="small"
      open={open}
      onOpenChange={(next) => !running && onOpenChange(next)}
      title={
        !count.data
          ? t('welcome.allTitleCounting')
          : allowed.length === 0
            ? t('welcome.nobody')
            : t('welcome.allTitle', { count: allowed.length })
      }
      description={t(narrowed ? 'welcome.allMatching' : 'welcome.allWhat')}
      closable={!running}
      data-state={state}
      aria-busy={count.isPending}
    >
      <DialogBody className="rc-stack">
        <ProblemBanner problem={problem} />
        {count.isError ? (
          <ErrorState title={t('bulk.checkFailed')} error={count.error} onRetry={count.refetch} />
        ) : count.data ? (
          <>
            {allowed.length > 0 && <p className="rc-lead">{t('welcome.links')}</p>}
            {count.data.passedOver > 0 && (
              <p className="rc-lead">{t('welcome.passedOver', { count: count.data.passedOver })}</p>
            )}
          </>
        ) : (
          <Skeleton width="70%" />
        )}
        {(running || verdicts.size > 0) && (
          <div className="rc-bulk-progress">
            <progress
              className="rc-progress"
              aria-label={t('welcome.allTitle', { count: allowed.length })}
              max={allowed.length}
              value={verdicts.size}
            />
            <span role="status">{t('bulk.progress', { done: verdicts.size, total: allowed.length })}</span>
          </div>
        )}
      </DialogBody>
      <DialogFoot>
        <Button variant="ghost" aria-disabled={running} onClick={() => !running && onOpenChange(false)}>
          {t(count.data && allowed.length === 0 ? 'common.close' : 'common.cancel')}
        </Button>
        {allowed.length > 0 && (
          <Button icon="mail" pending={running} onClick={() => void send()}>
            {t('welcome.allAct', { count: left })}
          </Button>
        )}
      </DialogFoot>
    </Dialog>
  )
}
