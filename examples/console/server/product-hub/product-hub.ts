import { Hono } from 'hono'
import type { Bindings } from '../caller.ts'
import type { Product } from '../product.ts'
import { instanceRoutes } from './instance-routes.ts'
import { attributes, policy } from './policy.ts'
import { seed } from './seed.ts'

/** By the `directory` preset: apps with instances, and people who are set up in full. */
export const productHub: Product = {
  id: 'product-hub',
  name: 'Northwind Compliance Hub',
  policy,
  accent: '#1f5fa8',
  usersPage: '/admin/users',
  open: () => ({
    options: { attributes },
    seed,
    routes: (rollcall) => new Hono<{ Bindings: Bindings }>().route('/instances', instanceRoutes(rollcall)),
  }),
}
