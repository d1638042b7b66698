import '../messages/en-GB/details.ts'
import { Banner } from '../ui/banner.tsx'
import { Bidi } from '../ui/bidi.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Time } from '../ui/time.tsx'
import { Words } from '../ui/words.tsx'
import type { UserWithDetails } from './user-query.ts'

type Invitation = NonNullable<UserWithDetails['invitation']>

interface UserDetailsInvitationProps {
  invitation: Invitation | null
  status: 'not-confirmed' | 'invitation-expired'
}

/** Who sent it, when, until when it works, and what became of the mail. */
export function UserDetailsInvitation({ invitation, status }: UserDetailsInvitationProps) {
  const { t } = useRollcall()
  if (!invitation) {
    return (
      <Banner icon="key" title={t('details.goneTitle')}>
        {t('details.expiredDetail')}
      </Banner>
    )
  }
  const expires = <Time at={invitation.expiresAt} show="day" />
  if (status === 'invitation-expired') {
    return (
      <Banner
        icon="key"
        title={<Words of="details.expiredTitle" with={{ time: expires }} />}
        data-delivery={invitation.delivery?.state}
      >
        <Sent invitation={invitation} /> {t('details.expiredDetail')} <MailTold invitation={invitation} />
      </Banner>
    )
  }
  return (
    <div className="rc-stack" data-gap="small">
      <Banner tone="wait" icon="question" title={t('details.pendingTitle')} data-delivery={invitation.delivery?.state}>
        <Sent invitation={invitation} /> <Words of="details.validUntil" with={{ time: expires }} />{' '}
        <MailTold invitation={invitation} />
      </Banner>
      <MailTrouble invitation={invitation} />
    </div>
  )
}

function Sent({ invitation: { sentAt, sender, sends } }: { invitation: Invitation }) {
  const { t } = useRollcall()
  const time = <Time at={sentAt} show="day" />
  return (
    <>
      {sender ? (
        <Words of="details.sentBy" with={{ time, name: sender.name }} />
      ) : (
        <Words of="details.sent" with={{ time }} />
      )}
      {sends > 1 && ` ${t('details.sentOften', { count: sends })}`}
    </>
  )
}

/** In a sentence, where the mail went well or its going badly no longer matters. */
function MailTold({ invitation: { delivery } }: { invitation: Invitation }) {
  const { t } = useRollcall()
  switch (delivery?.state) {
    case 'waiting':
      return t('details.mailWaiting')
    case 'delivered':
      return <Words of="details.mailDelivered" with={{ time: <Time at={delivery.at} show="day" /> }} />
    case 'expired':
      return t('details.mailExpired')
    default:
      return null
  }
}

/** Set apart where somebody has to know. */
function MailTrouble({ invitation: { delivery } }: { invitation: Invitation }) {
  const { t } = useRollcall()
  if (delivery?.state !== 'retrying' && delivery?.state !== 'failed') return null
  const failed = delivery.state === 'failed'
  return (
    <Banner
      tone={failed ? 'danger' : 'neutral'}
      icon="mail"
      title={t(failed ? 'details.mailFailedTitle' : 'details.mailRetryingTitle')}
    >
      {failed ? t('details.mailFailed') : t('details.mailRetrying', { count: delivery.attempts })}
      {delivery.error && (
        <span className="rc-details-answer">
          <Words of="details.mailAnswer" with={{ error: <Bidi className="rc-mono">{delivery.error}</Bidi> }} />
        </span>
      )}
    </Banner>
  )
}
