import { ForgotPasswordForm, RegistrationForm, ResetPasswordForm, SignInForm } from '@rollcall/react'
import type { ReactNode } from 'react'
import { go, linkTo } from './route.ts'
import { Logo } from './shell.tsx'

const brand = (
  <>
    <Logo /> Northwind App Store
  </>
)
const signIn = <a {...linkTo('/sign-in')} />
const forgotPassword = <a {...linkTo('/forgot-password')} />

export function SignInPage() {
  const known = new URLSearchParams(location.search).get('as') ?? ''
  return (
    <Centred>
      <SignInForm
        brand={brand}
        defaultIdentifier={known}
        forgotPassword={forgotPassword}
        onSignedIn={() => go('/apps')}
        onPasswordChangeRequired={() => go('/apps')}
      />
    </Centred>
  )
}

export function ForgotPasswordPage() {
  return (
    <Centred>
      <ForgotPasswordForm brand={brand} signIn={signIn} />
    </Centred>
  )
}

export function ResetPasswordPage() {
  return (
    <Centred>
      <ResetPasswordForm brand={brand} signIn={signIn} forgotPassword={forgotPassword} />
    </Centred>
  )
}

export function RegisterPage() {
  return (
    <Centred>
      <RegistrationForm
        brand={brand}
        signIn={signIn}
        onRegistered={({ signedIn }) => go(signedIn ? '/profile' : '/sign-in')}
      />
    </Centred>
  )
}

function Centred({ children }: { children: ReactNode }) {
  return <div className="host-centred">{children}</div>
}
