import { testOwnSignIn } from '../../own-sign-in/e2e/over-http.ts'

const cookiesOf = ({ headers }: Response) => headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '')

testOwnSignIn({
  start: async () => (await import('../server/start.ts')).start(0),
  async signIn(url, email, password) {
    const form = await fetch(`${url}/auth/csrf`)
    const { csrfToken } = await form.json()
    const answer = await fetch(`${url}/auth/callback/credentials`, {
      method: 'POST',
      headers: { origin: url, cookie: cookiesOf(form).join('; ') },
      body: new URLSearchParams({ csrfToken, email, password }),
      redirect: 'manual',
    })
    return cookiesOf(answer).find((cookie) => cookie.startsWith('authjs.session-token=')) ?? null
  },
})
