import '../messages/en-GB/sign-in.ts'
import { useEffect, useId, useRef } from 'react'
import { useRollcall } from '../ui/rollcall-context.ts'
import { SignInAccount } from './sign-in-account.tsx'
import type { Provider } from './use-identify.ts'

interface SignInProviderProps {
  identifier: string
  provider: Provider
  onProvider: ((provider: Provider) => void) | undefined
  onBack: () => void
}

/** The second step of people who have no password here. */
export function SignInProvider({ identifier, provider, onProvider, onBack }: SignInProviderProps) {
  const { t } = useRollcall()
  const account = useId()
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => link.current?.focus(), [])
  return (
    <div className="rc-stack">
      <SignInAccount id={account} identifier={identifier} onBack={onBack} />
      <a
        ref={link}
        className="rc-button"
        data-variant="primary"
        data-size="large"
        data-wide="yes"
        href={provider.startUrl}
        aria-describedby={account}
        onClick={(event) => {
          if (!onProvider) return
          event.preventDefault()
          onProvider(provider)
        }}
      >
        {t('signIn.continueWith', { provider: provider.name })}
      </a>
    </div>
  )
}
