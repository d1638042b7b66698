import { REFUSALS, type RefusalCode } from '@rollcall/core/refusals'
import { ConfirmEmailForm, ForgotPasswordForm, RegistrationForm, ResetPasswordForm, SignInForm } from '@rollcall/react'
import type { ReactNode } from 'react'
import type { Pages } from './pages.ts'
import { addressOf, go, linkTo } from './route.ts'

const signIn = <a {...linkTo('/sign-in')} />
const forgotPassword = <a {...linkTo('/forgot-password')} />

/** The pages of whoever is not signed in, by their paths; signing in leads to `home`. */
export function visitorPages(brand: ReactNode, home: string): Pages {
  return {
    '/sign-in': (
      <Centred>
        <SignInForm
          brand={brand}
          defaultIdentifier={new URLSearchParams(location.search).get('as') ?? ''}
          problem={problemHere()}
          returnTo={addressOf(home)}
          forgotPassword={forgotPassword}
          onSignedIn={() => go(home)}
          onPasswordChangeRequired={() => go(home)}
        />
      </Centred>
    ),
    '/forgot-password': (
      <Centred>
        <ForgotPasswordForm brand={brand} signIn={signIn} />
      </Centred>
    ),
    '/reset-password': (
      <Centred>
        <ResetPasswordForm brand={brand} signIn={signIn} forgotPassword={forgotPassword} />
      </Centred>
    ),
    '/confirm-email': (
      <Centred>
        <ConfirmEmailForm brand={brand} goOn={<a {...linkTo(home)} />} />
      </Centred>
    ),
    '/register': (
      <Centred>
        <RegistrationForm
          brand={brand}
          signIn={signIn}
          onRegistered={({ signedIn }) => go(signedIn ? '/profile' : '/sign-in')}
        />
      </Centred>
    ),
  }
}

/** Why somebody came back from a provider as they went. */
function problemHere(): RefusalCode | null {
  const code = new URLSearchParams(location.search).get('problem')
  return code !== null && code in REFUSALS ? (code as RefusalCode) : null
}

function Centred({ children }: { children: ReactNode }) {
  return <div className="host-centred">{children}</div>
}
