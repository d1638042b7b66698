import { showNorthwind } from '../../own-sign-in/src/page.tsx'

const headers = { 'content-type': 'application/json' }

showNorthwind({
  async signIn(email, password) {
    const { ok } = await fetch('/sign-in', { method: 'POST', headers, body: JSON.stringify({ email, password }) })
    return ok
  },
  signOut: () => fetch('/sign-out', { method: 'POST' }),
})
