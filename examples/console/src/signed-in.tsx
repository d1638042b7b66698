import { ChangePasswordForm } from '@rollcall/react'
import { useMe } from '@rollcall/react/users'
import { type ReactNode, useEffect } from 'react'
import { go } from './route.ts'

/**
 * Leads visitors to the sign-in page, and whoever signed in with a temporary password to a new one. The server decides
 * what anybody sees; this only saves them a refusal.
 */
export function SignedIn({ children }: { children: ReactNode }) {
  const { data, isError } = useMe()
  const visitor = isError && !data
  useEffect(() => {
    if (visitor) go('/sign-in')
  }, [visitor])
  if (data?.restricted) {
    return (
      <div className="host-centred">
        <ChangePasswordForm />
      </div>
    )
  }
  return data ? children : null
}
