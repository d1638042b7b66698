import { type FormEvent, useState } from 'react'

/** How the host signs people in and out. */
export interface HostSignIn {
  /** Whether they are in. */
  signIn(email: string, password: string): Promise<boolean>
  signOut(): Promise<unknown>
}

/** The host's own: Rollcall has no part in it. */
export function SignIn({ host }: { host: HostSignIn }) {
  const [refused, refuse] = useState(false)

  async function signIn(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    if (await host.signIn(String(given.get('email')), String(given.get('password')))) location.reload()
    else refuse(true)
  }

  return (
    <form onSubmit={signIn}>
      <h1>Northwind</h1>
      <label>
        Email address <input name="email" type="email" autoComplete="username" required />
      </label>
      <label>
        Password <input name="password" type="password" autoComplete="current-password" required />
      </label>
      <button type="submit">Sign in</button>
      {refused && <p role="alert">That is no address and password of ours, or the account is locked.</p>}
    </form>
  )
}
