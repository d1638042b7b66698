import '../messages/en-GB/resetPassword.ts'
import { type ComponentPropsWithoutRef, forwardRef, useId, useState } from 'react'
import type { Translate } from '../messages/translate.ts'
import { ProblemBanner } from '../ui/banner.tsx'
import { Bidi } from '../ui/bidi.tsx'
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
import { type ChannelNames, IssuePasswordDialog } from './issue-password-dialog.tsx'
import { usePasswordOwner } from './password-owner-query.ts'
import { useSendResetLink } from './use-send-reset-link.ts'

export interface ResetPasswordProps extends Omit<ComponentPropsWithoutRef<'section'>, 'title' | 'children'> {
  userId: string
  /** What the host's own channels for temporary passwords are called: `{ pager: 'To their pager' }`. */
  channelNames?: ChannelNames
}

/**
 * The two ways to help somebody to a new password: a link, while the old one works on, or a temporary one at once. For
 * people who sign in through a provider it says so; it draws nothing for somebody who has not registered. `data-state`
 * is `loading`, `ready`, `single-sign-on` or `error`.
 */
export const ResetPassword = forwardRef<HTMLElement, ResetPasswordProps>(({ userId, channelNames, ...rest }, ref) => {
  const { t } = useRollcall()
  const toast = useToast()
  const id = useId()
  const { owner: found, linkHours } = usePasswordOwner(userId)
  const link = useSendResetLink()
  const [issuing, setIssuing] = useState(false)
  const owner = found.data
  if (owner && owner.actions.sendResetLink === undefined) return null
  const external = owner?.authentication.kind === 'external'
  const state = external ? 'single-sign-on' : owner ? 'ready' : found.isError ? 'error' : 'loading'

  const refusalOf = (verdict: keyof typeof REASON_OF) => {
    const word = owner?.actions[REASON_OF[verdict]]
    if (word !== undefined && word !== true) return t(`reasons.${word}`)
    return owner && !owner.enabled ? t('resetPassword.deactivated') : null
  }
  const refusals = { link: refusalOf('link'), issue: refusalOf('issue') }
  const shut = (which: keyof typeof refusals) =>
    refusals[which] ? { 'aria-disabled': true, 'aria-describedby': `${id}-${which}` } : {}

  return (
    <Section ref={ref} title={t('resetPassword.title')} data-state={state} aria-busy={state === 'loading'} {...rest}>
      <ProblemBanner problem={link.error} className="rc-item-banner" />
      {state === 'error' ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : owner && external ? (
        <Reason>
          <Words
            of="resetPassword.singleSignOn"
            with={{
              name: <Bidi>{owner.name}</Bidi>,
              provider: <Bidi>{owner.authentication.provider ?? t('common.unknown')}</Bidi>,
            }}
          />
        </Reason>
      ) : (
        <ItemList>
          <Item
            title={t('resetPassword.link')}
            detail={linkHours === undefined ? <Skeleton width="70%" /> : linkDetail(t, linkHours)}
            action={
              owner && (
                <Button
                  variant="ghost"
                  pending={link.isPending}
                  {...shut('link')}
                  onClick={() =>
                    link.mutate(
                      { userId },
                      {
                        onSuccess: ({ expiresAt }) =>
                          toast({
                            title: <Words of="resetPassword.linkSent" with={{ email: <Bidi>{owner.email}</Bidi> }} />,
                            detail: (
                              <Words
                                of="resetPassword.linkSentDetail"
                                with={{ time: <Time at={expiresAt} show="day" /> }}
                              />
                            ),
                          }),
                      },
                    )
                  }
                >
                  {t('resetPassword.sendLink')}
                </Button>
              )
            }
          >
            {refusals.link && <Reason id={`${id}-link`}>{refusals.link}</Reason>}
          </Item>
          <Item
            title={t('resetPassword.issue')}
            detail={t('resetPassword.issueDetail')}
            action={
              owner && (
                <Button variant="ghost" {...shut('issue')} onClick={() => setIssuing(true)}>
                  {t('resetPassword.issueOpen')}
                </Button>
              )
            }
          >
            {refusals.issue && <Reason id={`${id}-issue`}>{refusals.issue}</Reason>}
          </Item>
        </ItemList>
      )}
      {owner && (
        <IssuePasswordDialog
          user={owner}
          channelNames={channelNames ?? NO_NAMES}
          open={issuing}
          onOpenChange={setIssuing}
        />
      )}
    </Section>
  )
})
ResetPassword.displayName = 'ResetPassword'

const REASON_OF = { link: 'sendResetLink', issue: 'issueTemporaryPassword' } as const

const NO_NAMES: ChannelNames = {}

function linkDetail(t: Translate, hours: number): string {
  return hours % 24 === 0
    ? t('resetPassword.linkDetail', { count: hours / 24 })
    : t('resetPassword.linkDetailHours', { count: hours })
}
