import { type FormEvent, useState } from 'react'

/** The host's own: Rollcall has no part in it. */
export function SignIn() {
  const [refused, refuse] = useState(false)

  async function signIn(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const body = JSON.stringify(Object.fromEntries(new FormData(event.currentTarget)))
    const headers = { 'content-type': 'application/json' }
    const { ok } = await fetch('/sign-in', { method: 'POST', headers, body })
    if (ok) location.reload()
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

export async function signOut() {
  await fetch('/sign-out', { method: 'POST' })
  location.reload()
}
