import '../messages/en-GB/apiTokens.ts'
import { useId } from 'react'
import { Bidi } from '../ui/bidi.tsx'
import { LinkButton } from '../ui/button.tsx'
import { Item } from '../ui/item.tsx'
import { useNow } from '../ui/now.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { Time } from '../ui/time.tsx'
import { Words } from '../ui/words.tsx'
import type { ApiToken } from './api-tokens-query.ts'

interface ApiTokenItemProps {
  token: ApiToken
  /** Id of the reason why it cannot be revoked. */
  keptBecause: string | null
  onRevoke: () => void
}

/** What is known of one token, which is everything but the secret. */
export function ApiTokenItem({ token, keptBecause, onRevoke }: ApiTokenItemProps) {
  const { t } = useRollcall()
  const id = useId()
  const now = useNow()
  const expired = now !== null && Date.parse(token.expiresAt) <= now
  const date = <Time at={token.expiresAt} show="date" />
  return (
    <Item
      icon="key"
      data-state={expired ? 'expired' : 'live'}
      title={<Bidi className="rc-mono">{`${token.prefix}…`}</Bidi>}
      titleId={`${id}-title`}
      detail={
        <>
          <Words of={expired ? 'apiTokens.expired' : 'apiTokens.expires'} with={{ date }} />{' '}
          {token.lastUsedAt ? (
            <Words of="apiTokens.lastUsed" with={{ time: <Time at={token.lastUsedAt} /> }} />
          ) : (
            t('apiTokens.neverUsed')
          )}{' '}
          {token.createdBy && <Words of="apiTokens.madeBy" with={{ name: token.createdBy.name }} />}
        </>
      }
      action={
        <LinkButton
          id={`${id}-revoke`}
          tone="danger"
          aria-labelledby={`${id}-revoke ${id}-title`}
          {...(keptBecause ? { 'aria-disabled': true, 'aria-describedby': keptBecause } : {})}
          onClick={onRevoke}
        >
          {t('apiTokens.revoke')}
        </LinkButton>
      }
    />
  )
}

export function ApiTokenSkeleton() {
  return <Item icon="key" title={<Skeleton width="90px" />} detail={<Skeleton width="220px" />} />
}
