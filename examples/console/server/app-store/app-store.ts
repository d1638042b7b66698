import { Hono } from 'hono'
import type { Bindings } from '../caller.ts'
import { keepEvents } from '../events.ts'
import type { Product } from '../product.ts'
import { appRoutes } from './app-routes.ts'
import { openApps } from './apps.ts'
import { policy } from './policy.ts'
import { seed } from './seed.ts'
import { textMessages } from './text-messages.ts'

const NAME = 'Northwind App Store'

/** By the `invite-first` preset: apps, and who works on them. */
export const appStore: Product = {
  id: 'app-store',
  name: NAME,
  policy,
  accent: '#0f766e',
  usersPage: '/users',
  open(file) {
    const apps = openApps(file)
    const texts = textMessages(NAME)
    const events = keepEvents(({ type, userId }) => {
      if (type === 'user.deleted') apps.forgetPerson(userId)
    })
    return {
      options: { channels: { 'text-message': texts.channel }, events: events.sink },
      seed: (world) => seed(world, apps),
      async register(rollcall) {
        for (const { id, name } of apps.all()) await rollcall.resources.put({ id, type: 'app', name })
      },
      routes: (rollcall) => new Hono<{ Bindings: Bindings }>().route('/apps', appRoutes(rollcall, apps)),
      outgoing: { 'text-messages': texts.all, events: events.all },
    }
  },
}
