import type { Rollcall } from '@rollcall/core'
import { Hono } from 'hono'
import { type Bindings, callerOf } from '../caller.ts'
import { workIn } from './instances.ts'

/** The product hub's own routes: what is inside an instance, for whoever was assigned it. */
export function instanceRoutes(rollcall: Rollcall): Hono<{ Bindings: Bindings }> {
  const routes = new Hono<{ Bindings: Bindings }>()
  routes.get('/:id', async (c) => {
    const caller = await callerOf(rollcall, c)
    if (caller.kind !== 'user') return c.json({ error: 'not-signed-in' }, 401)
    const id = c.req.param('id')
    if (!rollcall.access.can(caller, 'instance.use', { type: 'instance', id }))
      return c.json({ error: 'not-found' }, 404)
    const { items } = await rollcall.resources.listResources(caller, {})
    const nameOf = (wanted: string | null | undefined) => items.find((each) => each.id === wanted)?.name ?? null
    const app = items.find((each) => each.id === id)?.parent
    return c.json({ name: nameOf(id), app: nameOf(app), work: workIn(id) })
  })
  return routes
}
