import { useEffect, useId, useRef } from 'react'
import { ProviderLink, type ProviderStart } from './provider-link.tsx'
import { SignInAccount } from './sign-in-account.tsx'
import type { Provider } from './use-identify.ts'

interface SignInProviderProps extends ProviderStart {
  identifier: string
  provider: Provider
  onBack: () => void
}

/** The second step of people who have no password here. */
export function SignInProvider({ identifier, onBack, ...start }: SignInProviderProps) {
  const account = useId()
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => link.current?.focus(), [])
  return (
    <div className="rc-stack">
      <SignInAccount id={account} identifier={identifier} onBack={onBack} />
      <ProviderLink ref={link} variant="primary" identifier={identifier} describedBy={account} {...start} />
    </div>
  )
}
