import '../messages/en-GB/sign-in.ts'
import { Bidi } from '../ui/bidi.tsx'
import { LinkButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'

/** Who said to be signing in, and the way back for whoever is somebody else. */
export function SignInAccount({ id, identifier, onBack }: { id: string; identifier: string; onBack: () => void }) {
  const { t } = useRollcall()
  return (
    <div className="rc-visitor-account">
      <Icon name={identifier.includes('@') ? 'mail' : 'user'} />
      <Bidi className="rc-grow" id={id}>
        {identifier}
      </Bidi>
      <LinkButton aria-describedby={id} onClick={onBack}>
        {t('signIn.notYou')}
      </LinkButton>
    </div>
  )
}
