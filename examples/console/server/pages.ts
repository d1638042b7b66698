import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Handler } from '@rollcall/http'
import { Hono } from 'hono'
import type { Bindings } from './caller.ts'
import type { OpenProduct } from './open-product.ts'

const PAGE_POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

/** The console's HTTP: each product below its own part of the path, and the built pages in `assets` for all of them. */
export function pages(products: readonly OpenProduct[], assets: string): Handler {
  const app = new Hono<{ Bindings: Bindings }>()
  app.use(async (c, next) => {
    await next()
    for (const [name, value] of [
      ['referrer-policy', 'no-referrer'],
      ['x-content-type-options', 'nosniff'],
      ['content-security-policy', PAGE_POLICY],
    ] as const) {
      if (!c.res.headers.has(name)) c.header(name, value)
    }
  })
  for (const { id, routes } of products) app.route(`/${id}`, routes)
  app.get('/demo/products', (c) => c.json(products.map(({ routes: _, ...product }) => product)))

  const index = readFileSync(join(assets, 'index.html'), 'utf8')
  app.get('/assets/*', serveStatic({ root: assets }))
  app.get('*', (c) => c.html(index))
  return async (request, env) => app.fetch(request, env as Bindings)
}
