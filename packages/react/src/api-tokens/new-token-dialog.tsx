import '../messages/en-GB/apiTokens.ts'
import { Banner } from '../ui/banner.tsx'
import { Bidi } from '../ui/bidi.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { SecretDialog } from '../ui/secret-dialog.tsx'
import { Time } from '../ui/time.tsx'
import { Words } from '../ui/words.tsx'

export interface CreatedToken {
  readonly token: string
  readonly prefix: string
  readonly expiresAt: string
}

interface NewTokenDialogProps {
  token: CreatedToken | undefined
  /** Undefined for oneself. */
  owner: { readonly name: string } | undefined
  onDone: () => void
}

/** The one time the secret of a token is shown. */
export function NewTokenDialog({ token, owner, onDone }: NewTokenDialogProps) {
  const { t } = useRollcall()
  const name = owner && <Bidi>{owner.name}</Bidi>
  return (
    <SecretDialog
      secret={token?.token}
      title={name ? <Words of="apiTokens.newTitle" with={{ name }} /> : t('apiTokens.newOwnTitle')}
      description={t('apiTokens.newLead')}
      label={t('apiTokens.secret')}
      copy={t('apiTokens.copy')}
      onDone={onDone}
    >
      <dl className="rc-pairs">
        <dt>{t('apiTokens.newExpires')}</dt>
        <dd>{token && <Time at={token.expiresAt} show="date" />}</dd>
        <dt>{t('apiTokens.newCanDo')}</dt>
        <dd>{name ? <Words of="apiTokens.newCanDoOf" with={{ name }} /> : t('apiTokens.newCanDoOwn')}</dd>
        <dt>{t('apiTokens.newSend')}</dt>
        <dd>
          <Bidi className="rc-mono">{`Authorization: Bearer ${token?.prefix}…`}</Bidi>
        </dd>
      </dl>
      {name && (
        <Banner>
          <Words of="apiTokens.newTold" with={{ name }} />
        </Banner>
      )}
    </SecretDialog>
  )
}
