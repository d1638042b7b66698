'use client'

import {
  ChangePasswordForm,
  ForgotPasswordForm,
  RegistrationForm,
  ResetPasswordForm,
  SignInForm,
} from '@rollcall/react'
import Link from 'next/link'
import { notFound } from 'next/navigation'

const home = () => location.assign('/users')
const signIn = <Link href="/sign-in" />
const forgotPassword = <Link href="/forgot-password" />

/** The pages of whoever is not signed in, or not all the way. What they begin, the server takes up at a whole new page. */
export function Screen({ name }: { name: string }) {
  switch (name) {
    case 'sign-in':
      return (
        <SignInForm
          brand="Northwind"
          forgotPassword={forgotPassword}
          onSignedIn={home}
          onPasswordChangeRequired={home}
        />
      )
    case 'register':
      return <RegistrationForm brand="Northwind" signIn={signIn} onRegistered={home} />
    case 'forgot-password':
      return <ForgotPasswordForm brand="Northwind" signIn={signIn} />
    case 'reset-password':
      return <ResetPasswordForm brand="Northwind" signIn={signIn} forgotPassword={forgotPassword} />
    case 'change-password':
      return <ChangePasswordForm onChanged={home} />
    default:
      notFound()
  }
}
