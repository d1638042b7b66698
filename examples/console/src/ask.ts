import { addressOf } from './route.ts'

/** Asks the host's own server; a body makes it a write. */
export async function ask<T>(path: string, body?: object, method = 'POST'): Promise<T> {
  const init = body && { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  const answer = await fetch(addressOf(path), init)
  if (!answer.ok) throw new Error(`The server answered ${answer.status}.`)
  return answer.json()
}
