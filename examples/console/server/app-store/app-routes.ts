import { randomUUID } from 'node:crypto'
import type { Rollcall, UserActor } from '@rollcall/core'
import { nameOf } from '@rollcall/core/rules'
import { Hono } from 'hono'
import { bodyOf } from '../body.ts'
import { type Bindings, callerOf } from '../caller.ts'
import type { App, Apps } from './apps.ts'

/** The app store's own routes. Who calls and what they may is Rollcall's to answer; the rest is not its business. */
export function appRoutes(rollcall: Rollcall, apps: Apps): Hono<{ Bindings: Bindings }> {
  const routes = new Hono<{ Bindings: Bindings }>()

  routes.get('/', async (c) => {
    const caller = await callerOf(rollcall, c)
    return c.json(apps.all().filter(({ id }) => rollcall.access.can(caller, 'apps.read', { type: 'app', id })))
  })

  routes.post('/', async (c) => {
    const caller = await callerOf(rollcall, c)
    if (caller.kind !== 'user') return c.json({ error: 'not-signed-in' }, 401)
    if (!rollcall.access.can(caller, 'apps.create')) return c.json({ error: 'not-allowed' }, 403)
    const wish = wishOf(await bodyOf(c.req.raw))
    if (!wish) return c.json({ error: 'invalid-input' }, 400)
    const app: App = { id: `app-${randomUUID().slice(0, 8)}`, ...wish, builds: [] }
    await register(app, caller)
    return c.json(app, 201)
  })

  routes.post('/:id/upload', async (c) => {
    const caller = await callerOf(rollcall, c)
    if (caller.kind !== 'user') return c.json({ error: 'not-signed-in' }, 401)
    const id = c.req.param('id')
    const app = apps.all().find((each) => each.id === id)
    if (!app || !rollcall.access.can(caller, 'apps.read', { type: 'app', id }))
      return c.json({ error: 'not-found' }, 404)
    if (!rollcall.access.can(caller, 'apps.upload', { type: 'app', id })) return c.json({ error: 'not-allowed' }, 403)
    const { version } = await bodyOf(c.req.raw)
    if (typeof version !== 'string' || !/^\d+(\.\d+){0,3}$/.test(version))
      return c.json({ error: 'invalid-input' }, 400)
    const { user } = caller.effective
    const build = { version, at: new Date().toISOString(), by: { id: user.id, name: nameOf(user) } }
    apps.addBuild(id, build)
    return c.json(build, 201)
  })

  /** Whoever makes an app owns it: the host gives the role itself, nobody else may yet. */
  async function register(app: App, { effective }: UserActor) {
    const host = rollcall.host('app store')
    const userId = effective.user.id
    await rollcall.resources.put({ id: app.id, type: 'app', name: app.name })
    try {
      const { version } = await rollcall.users.getUser(host, { userId })
      await rollcall.access.setGrants(host, { userId, scope: app.id, roles: ['owner'], version })
    } catch (error) {
      await rollcall.resources.remove(app.id)
      throw error
    }
    apps.add(app)
  }

  return routes
}

function wishOf(body: Record<string, unknown>): Pick<App, 'name' | 'platform' | 'summary'> | null {
  const [name, summary] = [body.name, body.summary].map((text) => (typeof text === 'string' ? text.trim() : ''))
  const { platform } = body
  if (!name || name.length > 60 || (summary?.length ?? 0) > 200) return null
  return platform === 'ios' || platform === 'android' ? { name, platform, summary: summary ?? '' } : null
}
