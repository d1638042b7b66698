import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { oidcProvider } from '@rollcall/oidc'
import Provider from 'oidc-provider'
import type { SignOn } from '../product.ts'
import { choicePage, endPage, type Known } from './sign-on-pages.ts'

const PEOPLE: readonly Known[] = [
  {
    sub: '104729118',
    name: 'Mei-Lin Zhao',
    email: 'meilin.zhao@fabrikam.example',
    note: 'Team Leader; has always signed in this way',
    roles: [],
  },
  {
    sub: '118330452',
    name: 'Inês Duarte',
    email: 'ines.duarte@wingtip.example',
    note: 'Unknown so far: an account is made at the first sign-in, as Survey Creator',
    roles: ['survey makers', 'system-administrator'],
  },
  {
    sub: '120044871',
    name: 'Sol Kim',
    email: 'sol.kim@tailspin.example',
    note: 'Of no partner: is let in once somebody has an account for them that signs in this way',
    roles: [],
  },
  {
    sub: '131900276',
    name: 'Mallory Finch',
    email: 'mallory.finch@adatum.example',
    note: 'Of no partner, and nobody here: is refused, whatever roles they bring',
    roles: ['system-administrator'],
  },
]

const CLIENT = 'northwind-surveys'

/**
 * An OpenID Connect provider on loopback that stands in for Google: it asks nobody for a password, and forgets its sessions
 * when it stops.
 */
export async function startSignOn(product: string): Promise<SignOn> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`
  const secret = randomBytes(32).toString('base64url')
  const provider = providerAt(issuer, secret, product)
  const answer = provider.callback()

  server.on('request', async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', issuer)
    if (!pathname.startsWith('/choose/')) return answer(request, response)
    try {
      const { prompt, params } = await provider.interactionDetails(request, response)
      const chosen = PEOPLE.find(({ sub }) => sub === searchParams.get('sub'))
      if (searchParams.has('cancel')) {
        return await provider.interactionFinished(request, response, { error: 'access_denied' })
      }
      if (prompt.name === 'login' && chosen) {
        return await provider.interactionFinished(request, response, { login: { accountId: chosen.sub } })
      }
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(choicePage(PEOPLE, String(params.login_hint ?? '')))
    } catch {
      response.writeHead(400, { 'content-type': 'text/plain' }).end('This page is too old. Start signing in again.')
    }
  })
  return {
    identityProvider: oidcProvider({ id: 'Google', issuer, clientId: CLIENT, clientSecret: secret }),
    async stop() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

function providerAt(issuer: string, secret: string, product: string): Provider {
  return new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT,
        client_secret: secret,
        redirect_uris: [`${product}/api/rollcall/sign-in/providers/Google/callback`],
        post_logout_redirect_uris: [`${product}/sign-in`],
      },
    ],
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    claims: {
      openid: ['sub', 'roles'],
      email: ['email', 'email_verified'],
      profile: ['name', 'given_name', 'family_name'],
    },
    interactions: { url: (_, { uid }) => `/choose/${uid}` },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource(context, form) {
          context.body = endPage(form)
        },
      },
    },
    async findAccount(_, sub) {
      const person = PEOPLE.find((one) => one.sub === sub)
      if (!person) return undefined
      const [given = '', ...family] = person.name.split(' ')
      const { name, email, roles } = person
      const claims = { sub, name, given_name: given, family_name: family.join(' '), email, email_verified: true, roles }
      return { accountId: sub, claims: async () => claims }
    },
    // Whoever chose an account has agreed.
    async loadExistingGrant(context) {
      const grant = new context.oidc.provider.Grant({
        clientId: CLIENT,
        accountId: context.oidc.session?.accountId ?? '',
      })
      grant.addOIDCScope('openid profile email')
      await grant.save()
      return grant
    },
  })
}
