import '../messages/en-GB/registration.ts'
import { Bidi } from '../ui/bidi.tsx'
import { Time } from '../ui/time.tsx'
import { Words } from '../ui/words.tsx'
import type { InvitationPreview } from './invitation-preview-query.ts'

/** Who invited, and until when the link works. */
export function RegistrationLead({ invitation: { inviter, expiresAt } }: { invitation: InvitationPreview }) {
  const time = <Time at={expiresAt} show="day" />
  return inviter ? (
    <Words of="registration.invitedBy" with={{ name: <Bidi className="rc-strong">{inviter.name}</Bidi>, time }} />
  ) : (
    <Words of="registration.invited" with={{ time }} />
  )
}
