import { showNorthwind } from '../../own-sign-in/src/page.tsx'

/** Auth.js answers where it would lead to; an error stands in that address. */
async function post(path: string, given: Record<string, string>): Promise<string> {
  const { csrfToken } = await (await fetch('/auth/csrf')).json()
  const body = new URLSearchParams({ csrfToken, callbackUrl: '/', ...given })
  const answer = await fetch(`/auth/${path}`, { method: 'POST', headers: { 'x-auth-return-redirect': '1' }, body })
  return (await answer.json()).url
}

showNorthwind({
  async signIn(email, password) {
    const { searchParams } = new URL(await post('callback/credentials', { email, password }), location.origin)
    return !searchParams.has('error')
  },
  signOut: () => post('signout', {}),
})
