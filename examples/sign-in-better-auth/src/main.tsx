import { showNorthwind } from '../../own-sign-in/src/page.tsx'

const post = (path: string, body: object) => {
  const headers = { 'content-type': 'application/json' }
  return fetch(`/api/auth/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
}

showNorthwind({
  signIn: async (email, password) => (await post('sign-in/email', { email, password })).ok,
  signOut: () => post('sign-out', {}),
})
