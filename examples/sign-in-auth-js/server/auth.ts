import { randomBytes } from 'node:crypto'
import { getToken } from '@auth/core/jwt'
import Credentials from '@auth/core/providers/credentials'
import type { ExpressAuthConfig } from '@auth/express'
import type { HostSession, Rollcall } from '@rollcall/core'
import { RefusedError } from '@rollcall/core/refusals'
import { isPassword } from './accounts.ts'

const secret = randomBytes(32).toString('base64')

const isSecure = ({ baseUrl }: Rollcall) => baseUrl.protocol === 'https:'

/** Auth.js for a request from that address, which it does not tell `authorize` itself. */
export function authConfig(rollcall: Rollcall, address: string | null): ExpressAuthConfig {
  return {
    secret,
    trustHost: true,
    useSecureCookies: isSecure(rollcall),
    providers: [
      Credentials({
        credentials: { email: { label: 'Email address' }, password: { label: 'Password', type: 'password' } },
        async authorize({ email, password }, request) {
          const attempt = { identifier: String(email), client: { address, agent: request.headers.get('user-agent') } }
          try {
            const { userId } = await rollcall.signIn.checkSignIn(attempt, async (user) =>
              isPassword(user?.id, String(password)),
            )
            return { id: userId }
          } catch (error) {
            if (error instanceof RefusedError) return null
            throw error
          }
        },
      }),
    ],
    callbacks: {
      // Only a sign-in brings a `user`: the token's own `iat` moves with every use.
      jwt: ({ token, user }) => (user ? { ...token, confirmedAt: Date.now() } : token),
    },
    logger: {
      // A wrong password is no fault of the server's, and Rollcall writes it down.
      error: (error) => error.name === 'CredentialsSignin' || console.error(error),
    },
  }
}

/** Whom Auth.js has signed in, by its encrypted cookie alone. */
export async function sessionOf(rollcall: Rollcall, request: Request): Promise<HostSession | null> {
  const token = await getToken({ req: request, secret, secureCookie: isSecure(rollcall) })
  return token?.sub ? { userId: token.sub, confirmedAt: token.confirmedAt as number } : null
}
