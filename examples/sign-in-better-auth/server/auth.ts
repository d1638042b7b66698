import { randomBytes } from 'node:crypto'
import type { HostSession, Rollcall } from '@rollcall/core'
import { RefusedError } from '@rollcall/core/refusals'
import { type AuthContext, betterAuth } from 'better-auth'
import { memoryAdapter } from 'better-auth/adapters/memory'
import { APIError, createAuthMiddleware } from 'better-auth/api'

export type Auth = ReturnType<typeof createAuth>

/** Better Auth, with the lock and the people of Rollcall. */
export function createAuth(rollcall: Rollcall) {
  const host = rollcall.host('better-auth')
  return betterAuth({
    baseURL: rollcall.baseUrl.origin,
    secret: randomBytes(32).toString('base64'),
    database: memoryAdapter({ user: [], session: [], account: [], verification: [] }),
    emailAndPassword: { enabled: true },
    databaseHooks: {
      user: {
        create: {
          // Whoever signs up is known here by the same id.
          async after({ id, email, name }) {
            await rollcall.users.createUser(host, { id, email, displayName: name })
          },
        },
      },
    },
    hooks: {
      // A hook knows the endpoint whatever its address was written like. It cannot stand around it, so the password is
      // checked here, under the lock; Better Auth checks it once more where it was right.
      before: createAuthMiddleware(async ({ path, body, headers, context }) => {
        if (path !== '/sign-in/email') return
        const client = { address: null, agent: headers?.get('user-agent') ?? null }
        const attempt = { identifier: String(body?.email), client }
        const password = String(body?.password)
        try {
          await rollcall.signIn.checkSignIn(attempt, (user) => isPassword(context, user?.id, password))
        } catch (error) {
          if (!(error instanceof RefusedError)) throw error
          throw new APIError('UNAUTHORIZED', {
            code: 'INVALID_EMAIL_OR_PASSWORD',
            message: 'Invalid email or password',
          })
        }
      }),
    },
  })
}

/** Takes as long for nobody as for somebody, so that no clock tells who exists. */
async function isPassword({ internalAdapter, password }: AuthContext, id: string | undefined, given: string) {
  const accounts = id ? await internalAdapter.findAccounts(id) : []
  const hash = accounts.find(({ providerId }) => providerId === 'credential')?.password
  if (hash) return password.verify({ hash, password: given })
  await password.hash(given)
  return false
}

/** Whom Better Auth has signed in. */
export async function sessionOf(auth: Auth, { headers }: Request): Promise<HostSession | null> {
  const found = await auth.api.getSession({ headers })
  return found && { userId: found.user.id, confirmedAt: found.session.createdAt.getTime() }
}
