import '../messages/en-GB/sessions.ts'
import { type ComponentPropsWithoutRef, forwardRef, useId, useState } from 'react'
import { ProblemBanner } from '../ui/banner.tsx'
import { LinkButton } from '../ui/button.tsx'
import { ItemList } from '../ui/item.tsx'
import { asRefusal, describeProblem } from '../ui/refusal.ts'
import { Reason } from '../ui/refused.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Section } from '../ui/section.tsx'
import { EmptyState, ErrorState } from '../ui/state.tsx'
import { useToast } from '../ui/toast.tsx'
import { EndSessionsDialog } from './end-sessions-dialog.tsx'
import { SessionItem, SessionSkeleton } from './session-item.tsx'
import { useSessions } from './sessions-query.ts'
import { useEndSession } from './use-end-sessions.ts'

export interface SessionListProps extends Omit<ComponentPropsWithoutRef<'section'>, 'title' | 'children'> {
  /** Whose sessions; one's own without it. */
  userId?: string
}

/**
 * Where somebody is signed in, and the way to end that. One's own list marks the session the page is in. `data-state` is
 * `loading`, `ready`, `empty`, `refused` or `error`. Draws nothing for somebody who has not registered.
 */
export const SessionList = forwardRef<HTMLElement, SessionListProps>(function SessionList({ userId, ...rest }, ref) {
  const { t } = useRollcall()
  const toast = useToast()
  const note = useId()
  const { sessions, owner } = useSessions(userId)
  const end = useEndSession(userId)
  const [asking, setAsking] = useState(false)
  if (owner && owner.actions.viewSessions === undefined) return null

  const items = sessions.data?.items
  const refused = asRefusal(sessions.error)?.code === 'not-allowed'
  const state = refused ? 'refused' : sessions.isError ? 'error' : !items ? 'loading' : items.length ? 'ready' : 'empty'
  const ending = items?.filter(({ current }) => !current) ?? []
  const verdict = owner?.actions.revokeSessions ?? true
  const reason = verdict === true || ending.length === 0 ? null : t(`reasons.${verdict}`)
  const shut = reason ? { 'aria-disabled': true, 'aria-describedby': note } : {}

  return (
    <Section
      ref={ref}
      title={t('sessions.title')}
      actions={
        state === 'ready' &&
        ending.length > (userId === undefined ? 0 : 1) && (
          <LinkButton tone="danger" {...shut} onClick={() => setAsking(true)}>
            {t(userId === undefined ? 'sessions.endOthers' : 'sessions.endAll', { count: ending.length })}
          </LinkButton>
        )
      }
      data-state={state}
      aria-busy={state === 'loading'}
      {...rest}
    >
      <ProblemBanner problem={end.error} className="rc-item-banner" />
      {state === 'refused' ? (
        <Reason>{describeProblem(t, sessions.error)}</Reason>
      ) : state === 'error' ? (
        <ErrorState title={t('sessions.didNotLoad')} error={sessions.error} onRetry={sessions.refetch} />
      ) : state === 'empty' ? (
        <EmptyState icon="laptop" title={t('sessions.none')}>
          {t('sessions.noneDetail')}
        </EmptyState>
      ) : (
        <ItemList>
          {items ? (
            items.map((session) => (
              <SessionItem
                key={session.id}
                session={session}
                keptBecause={reason && note}
                pending={end.isPending}
                onEnd={() => end.mutate(session.id, { onSuccess: () => toast({ title: t('sessions.ended') }) })}
              />
            ))
          ) : (
            <SessionSkeleton />
          )}
        </ItemList>
      )}
      {state === 'ready' && reason && (
        <Reason className="rc-item-note" id={note}>
          {reason}
        </Reason>
      )}
      <EndSessionsDialog userId={userId} sessions={ending} open={asking} onOpenChange={setAsking} />
    </Section>
  )
})
