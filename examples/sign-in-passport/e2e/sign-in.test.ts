import { testOwnSignIn } from '../../own-sign-in/e2e/over-http.ts'

testOwnSignIn({
  start: async () => (await import('../server/start.ts')).start(0),
  async signIn(url, email, password) {
    const headers = { origin: url, 'content-type': 'application/json' }
    const body = JSON.stringify({ email, password })
    const answer = await fetch(`${url}/sign-in`, { method: 'POST', headers, body })
    return answer.ok ? (answer.headers.get('set-cookie')?.split(';')[0] ?? null) : null
  },
})
