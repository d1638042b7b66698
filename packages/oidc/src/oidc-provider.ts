import { type IdentityProvider, IdentityProviderError } from '@rollcall/core'
import * as client from 'openid-client'
import { boundedFetch } from './bounded-fetch.ts'
import { type ClaimNames, identityOf, STANDARD_CLAIMS } from './claims.ts'

export interface OidcOptions {
  /** As the policy lists it in `signIn.providers`. */
  readonly id: string
  /** The provider's own address; what is below it is discovered (OpenID Connect Discovery 1.0). */
  readonly issuer: string
  readonly clientId: string
  /** Absent for clients that prove themselves by PKCE alone. */
  readonly clientSecret?: string
  /** Asked for beside `openid`; `profile` and `email` by default. */
  readonly scopes?: readonly string[]
  /** Names of claims that differ from the standard ones, such as `{ roles: 'groups' }`. */
  readonly claims?: Partial<ClaimNames>
  /** Further parameters of the authorization request, such as `{ domain_hint: 'northwind.example' }`. */
  readonly parameters?: Readonly<Record<string, string>>
  /** By how much the provider's clock and this one may differ; 30 by default. */
  readonly clockToleranceSeconds?: number
  /** How long the provider may take for one answer; 10 by default. */
  readonly timeoutSeconds?: number
  /** Instead of the global one. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>
}

/** What was discovered counts that long. Milliseconds. */
const DISCOVERED_FOR = 3_600_000

/**
 * An OpenID Connect provider, by the authorization code flow with PKCE, state and nonce (RFC 9700). It is reached when
 * somebody first signs in, not before. Throws a TypeError for an issuer that is neither https nor on this machine.
 */
export function oidcProvider(options: OidcOptions): IdentityProvider {
  const { id, clientId, clientSecret, scopes = ['profile', 'email'], parameters = {} } = options
  const names = { ...STANDARD_CLAIMS, ...options.claims }
  const issuer = issuerOf(options.issuer)
  const metadata = { [client.clockTolerance]: options.clockToleranceSeconds ?? 30 }
  const authentication = clientSecret === undefined ? client.None() : client.ClientSecretBasic(clientSecret)
  const fetch = boundedFetch(options.fetch) as client.CustomFetch
  const timeout = options.timeoutSeconds ?? 10
  const loopback = issuer.protocol === 'http:'

  let discovered: { readonly server: Promise<client.ServerMetadata>; readonly at: number } | undefined

  /** Discovered once an hour, and anew after a failure. */
  function server(): Promise<client.ServerMetadata> {
    if (discovered && Date.now() - discovered.at < DISCOVERED_FOR) return discovered.server
    const found = client
      .discovery(issuer, clientId, metadata, authentication, {
        [client.customFetch]: fetch,
        timeout,
        execute: loopback ? [client.allowInsecureRequests] : [],
      })
      .then((configuration) => ({ ...configuration.serverMetadata() }))
    const now = { server: found, at: Date.now() }
    discovered = now
    found.catch(() => {
      if (discovered === now) discovered = undefined
    })
    return found
  }

  /** One for each sign-in: the keys are read with it, so that none is trusted any longer than the provider does. */
  async function configuration(): Promise<client.Configuration> {
    const made = new client.Configuration(await server(), clientId, metadata, authentication)
    made[client.customFetch] = fetch
    made.timeout = timeout
    if (loopback) client.allowInsecureRequests(made)
    // Signatures too: whoever gets between this host and the provider must not be believed for having got there.
    client.enableNonRepudiationChecks(made)
    return made
  }

  return {
    id,

    start: ({ callbackUrl, fresh, identifier }) =>
      told(async () => {
        const [state, nonce, verifier] = [
          client.randomState(),
          client.randomNonce(),
          client.randomPKCECodeVerifier(),
        ] as const
        const url = client.buildAuthorizationUrl(await configuration(), {
          ...parameters,
          redirect_uri: callbackUrl,
          scope: ['openid', ...scopes].join(' '),
          state,
          nonce,
          code_challenge: await client.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
          ...(identifier === null ? {} : { login_hint: identifier }),
          // Both: some providers know the one, some the other, and what they say of the time is checked.
          ...(fresh ? { prompt: 'login', max_age: '0' } : {}),
        })
        return { url: url.href, memory: { state, nonce, verifier, ...(fresh ? { fresh: 'yes' } : {}) } }
      }),

    finish: (callbackUrl, { state = '', nonce = '', verifier = '', fresh }) =>
      told(async () => {
        const made = await configuration()
        const tokens = await client.authorizationCodeGrant(made, callbackUrl, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
          // The visit itself takes its time; the provider proved them anew within it.
          ...(fresh ? { maxAge: 600 } : {}),
        })
        const said = tokens.claims()
        if (said === undefined) throw new IdentityProviderError('refused', 'The provider sent no ID token.')
        const asks = made.serverMetadata().userinfo_endpoint !== undefined
        const more = asks ? await client.fetchUserInfo(made, tokens.access_token, said.sub) : {}
        const { auth_time: authTime } = said
        return {
          identity: {
            ...identityOf(said.sub, { ...more, ...said }, names),
            authenticatedAt: typeof authTime === 'number' ? authTime * 1_000 : null,
          },
          signOutHint: tokens.id_token ?? null,
        }
      }),

    signOutUrl: ({ returnTo, hint }) =>
      told(async () => {
        const made = await configuration()
        if (made.serverMetadata().end_session_endpoint === undefined) return null
        const known = hint === null ? {} : { id_token_hint: hint }
        return client.buildEndSessionUrl(made, { post_logout_redirect_uri: returnTo, ...known }).href
      }),
  }
}

function issuerOf(issuer: string): URL {
  const url = URL.canParse(issuer) ? new URL(issuer) : null
  const here = url?.protocol === 'http:' && /^(?:localhost|.+\.localhost|127\.[\d.]+|\[::1\])$/.test(url.hostname)
  if (url && (url.protocol === 'https:' || here)) return url
  throw new TypeError(`Rollcall: \`issuer\` must be an https address, not "${issuer}".`)
}

/** Codes that say the provider did not answer, or not in its own words. */
const UNREACHABLE = ['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON']

/** Whatever goes wrong in the words of the port: a fault of the network or the provider, or an answer that is refused. */
async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof IdentityProviderError) throw error
    const { code } = error as { code?: string }
    const known = error instanceof Error && (code?.startsWith('OAUTH_') ?? false)
    const unreachable = !known || UNREACHABLE.includes(code ?? '')
    const message = error instanceof Error ? error.message : 'The provider could not be reached.'
    throw new IdentityProviderError(unreachable ? 'unreachable' : 'refused', message, { cause: error })
  }
}
