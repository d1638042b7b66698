import '../messages/en-GB/apiTokens.ts'
import { type ComponentPropsWithoutRef, forwardRef, useId, useState } from 'react'
import { needsPassword, useConfirmation } from '../sign-in/index.ts'
import { ProblemBanner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { ItemList } from '../ui/item.tsx'
import { useNow } from '../ui/now.ts'
import { asRefusal, describeProblem } from '../ui/refusal.ts'
import { Reason } from '../ui/refused.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Section } from '../ui/section.tsx'
import { EmptyState, ErrorState } from '../ui/state.tsx'
import { ApiTokenItem, ApiTokenSkeleton } from './api-token-item.tsx'
import { useApiTokens } from './api-tokens-query.ts'
import { type CreatedToken, NewTokenDialog } from './new-token-dialog.tsx'
import { RevokeTokenDialog } from './revoke-token-dialog.tsx'
import { useCreateToken } from './use-create-token.ts'

export interface ApiTokensProps extends Omit<ComponentPropsWithoutRef<'section'>, 'title' | 'children'> {
  /** Whose tokens; one's own without it. */
  userId?: string
}

/**
 * API tokens: made, shown once, revoked. What the policy or the server would refuse stays and says why. `data-state` is
 * `loading`, `ready`, `empty`, `refused` or `error`. Draws nothing for somebody who has not registered, nor where the
 * policy allows no tokens and there is none left from before.
 */
export const ApiTokens = forwardRef<HTMLElement, ApiTokensProps>(function ApiTokens({ userId, ...rest }, ref) {
  const { t } = useRollcall()
  const note = useId()
  const now = useNow()
  const { tokens, owner, perUser } = useApiTokens(userId)
  const create = useCreateToken(userId)
  const confirmation = useConfirmation()
  const [made, setMade] = useState<CreatedToken>()
  const [revoking, setRevoking] = useState<{ id: string; prefix: string } | null>(null)
  const [asking, setAsking] = useState(false)
  if (owner && owner.actions.viewTokens === undefined) return null

  const items = tokens.data?.items
  if (perUser === 0 && !items?.length) return null
  const refused = asRefusal(tokens.error)?.code === 'not-allowed'
  const state = refused ? 'refused' : tokens.isError ? 'error' : !items ? 'loading' : items.length ? 'ready' : 'empty'
  const known = items !== undefined && perUser !== undefined && (userId === undefined || owner !== undefined)
  const live = items?.filter(({ expiresAt }) => now === null || Date.parse(expiresAt) > now).length ?? 0

  function refusal(): string | null {
    const verdict = owner?.actions.createToken
    if (verdict && verdict !== true) return t(`reasons.${verdict}`)
    if (perUser === 0) return t('reasons.disabled-by-policy')
    if (owner && !owner.enabled) return t('apiTokens.deactivated')
    return perUser !== undefined && live >= perUser ? t('apiTokens.limit', { count: perUser }) : null
  }
  const reason = known ? refusal() : null
  const mayRevoke = owner?.actions.revokeToken ?? true
  const kept = mayRevoke !== true && items && items.length > 0 ? t(`reasons.${mayRevoke}`) : null

  return (
    <Section
      ref={ref}
      title={t('apiTokens.title')}
      actions={
        known && (
          <Button
            variant="ghost"
            pending={create.isPending}
            {...(reason ? { 'aria-disabled': true, 'aria-describedby': note } : {})}
            onClick={() => confirmation.attempt(async () => setMade(await create.mutateAsync()))}
          >
            {t('apiTokens.generate')}
          </Button>
        )
      }
      data-state={state}
      aria-busy={state === 'loading'}
      {...rest}
    >
      <ProblemBanner problem={needsPassword(create.error) ? null : create.error} className="rc-item-banner" />
      {state === 'refused' ? (
        <Reason>{describeProblem(t, tokens.error)}</Reason>
      ) : state === 'error' ? (
        <ErrorState title={t('apiTokens.didNotLoad')} error={tokens.error} onRetry={tokens.refetch} />
      ) : state === 'empty' ? (
        <EmptyState icon="key" title={t('apiTokens.none')}>
          {t('apiTokens.noneDetail')}
        </EmptyState>
      ) : (
        <ItemList>
          {items ? (
            items.map((token) => (
              <ApiTokenItem
                key={token.id}
                token={token}
                keptBecause={kept && (kept === reason ? note : `${note}-kept`)}
                onRevoke={() => {
                  setRevoking(token)
                  setAsking(true)
                }}
              />
            ))
          ) : (
            <ApiTokenSkeleton />
          )}
        </ItemList>
      )}
      {reason && (
        <Reason className="rc-item-note" id={note}>
          {reason}
        </Reason>
      )}
      {kept && kept !== reason && (
        <Reason className="rc-item-note" id={`${note}-kept`}>
          {kept}
        </Reason>
      )}
      <NewTokenDialog token={made} owner={owner} onDone={() => setMade(undefined)} />
      {revoking && <RevokeTokenDialog userId={userId} token={revoking} open={asking} onOpenChange={setAsking} />}
      {confirmation.dialog}
    </Section>
  )
})
