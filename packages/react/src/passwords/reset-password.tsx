import '../messages/en-GB/resetPassword.ts'
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useId, useState } from 'react'
import type { Translate } from '../messages/translate.ts'
import { ProblemBanner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Item, ItemList } from '../ui/item.tsx'
import { Reason } from '../ui/refused.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Section } from '../ui/section.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { ErrorState } from '../ui/state.tsx'
import { Time } from '../ui/time.tsx'
import { useToast } from '../ui/toast.tsx'
import { Words } from '../ui/words.tsx'
import type { UserWithDetails } from '../users/index.ts'
import { type ChannelNames, IssuePasswordDialog } from './issue-password-dialog.tsx'
import { usePasswordOwner } from './password-owner-query.ts'
import { SetPasswordDialog } from './set-password-dialog.tsx'
import { useSendResetLink } from './use-send-reset-link.ts'

export interface ResetPasswordProps extends Omit<ComponentPropsWithoutRef<'section'>, 'title' | 'children'> {
  userId: string
  /** What the host's own channels for temporary passwords are called: `{ pager: 'To their pager' }`. */
  channelNames?: ChannelNames
}

/**
 * The ways to help somebody to a new password: a link, while the old one works on; a temporary one, or one the reader
 * chooses, at once. Those the policy leaves out are not drawn. For people who sign in through a provider it says so; it
 * draws nothing for somebody who has not registered. `data-state` is `loading`, `ready`, `single-sign-on` or `error`.
 */
export const ResetPassword = forwardRef<HTMLElement, ResetPasswordProps>(function ResetPassword(
  { userId, channelNames, ...rest },
  ref,
) {
  const { t } = useRollcall()
  const toast = useToast()
  const { owner: found, linkHours, rules } = usePasswordOwner(userId)
  const link = useSendResetLink()
  const [asking, setAsking] = useState<'issue' | 'set' | null>(null)
  const owner = found.data
  if (owner && owner.actions.sendResetLink === undefined) return null
  const external = owner?.authentication.kind === 'external'
  const state = external ? 'single-sign-on' : owner ? 'ready' : found.isError ? 'error' : 'loading'
  const close = (open: boolean) => open || setAsking(null)

  function sendLink() {
    link.mutate(
      { userId },
      {
        onSuccess: ({ expiresAt }) =>
          toast({
            title: <Words of="resetPassword.linkSent" with={{ email: owner?.email ?? '' }} />,
            detail: <Words of="resetPassword.linkSentDetail" with={{ time: <Time at={expiresAt} show="day" /> }} />,
          }),
      },
    )
  }

  return (
    <Section ref={ref} title={t('resetPassword.title')} data-state={state} aria-busy={state === 'loading'} {...rest}>
      <ProblemBanner problem={link.error} className="rc-item-banner" />
      {state === 'error' ? (
        <ErrorState error={found.error} onRetry={found.refetch} />
      ) : owner && external ? (
        <Reason>
          <Words
            of="resetPassword.singleSignOn"
            with={{
              name: owner.name,
              provider: owner.authentication.provider ?? t('common.unknown'),
            }}
          />
        </Reason>
      ) : (
        <ItemList>
          <Way
            action="sendResetLink"
            owner={owner}
            title={t('resetPassword.link')}
            detail={linkHours === undefined ? <Skeleton width="70%" /> : linkDetail(t, linkHours)}
            act={t('resetPassword.sendLink')}
            pending={link.isPending}
            onAct={sendLink}
          />
          <Way
            action="issueTemporaryPassword"
            owner={owner}
            title={t('resetPassword.issue')}
            detail={t('resetPassword.issueDetail')}
            act={t('resetPassword.issueOpen')}
            onAct={() => setAsking('issue')}
          />
          <Way
            action="setPassword"
            owner={owner}
            title={t('resetPassword.choose')}
            detail={t('resetPassword.issueDetail')}
            act={t('resetPassword.chooseOpen')}
            onAct={() => setAsking('set')}
          />
        </ItemList>
      )}
      {owner && (
        <IssuePasswordDialog
          user={owner}
          channelNames={channelNames ?? NO_NAMES}
          open={asking === 'issue'}
          onOpenChange={close}
        />
      )}
      {owner && rules && <SetPasswordDialog user={owner} rules={rules} open={asking === 'set'} onOpenChange={close} />}
    </Section>
  )
})

const NO_NAMES: ChannelNames = {}

interface WayProps {
  action: 'sendResetLink' | 'issueTemporaryPassword' | 'setPassword'
  /** Undefined until known. */
  owner: UserWithDetails | undefined
  title: string
  detail: ReactNode
  act: string
  pending?: boolean
  onAct: () => void
}

/** One way, as far as the server offers it; refused, it says why. */
function Way({ action, owner, title, detail, act, pending = false, onAct }: WayProps) {
  const { t } = useRollcall()
  const id = useId()
  const verdict = owner?.actions[action]
  if (verdict === undefined) return owner || action === 'setPassword' ? null : <Item title={title} detail={detail} />
  const enabled = owner?.enabled ? null : t('resetPassword.deactivated')
  const reason = verdict === true ? enabled : t(`reasons.${verdict}`)
  return (
    <Item
      title={title}
      detail={detail}
      action={
        <Button
          variant="ghost"
          pending={pending}
          {...(reason ? { 'aria-disabled': true, 'aria-describedby': id } : {})}
          onClick={onAct}
        >
          {act}
        </Button>
      }
    >
      {reason && <Reason id={id}>{reason}</Reason>}
    </Item>
  )
}

function linkDetail(t: Translate, hours: number): string {
  return hours % 24 === 0
    ? t('resetPassword.linkDetail', { count: hours / 24 })
    : t('resetPassword.linkDetailHours', { count: hours })
}
