import { Hono } from 'hono'
import type { Bindings } from './caller.ts'
import type { MailServer } from './mail-server.ts'
import type { Host } from './product.ts'

/** A mail may look as it likes, but runs nothing and loads nothing; its links open in a window of their own. */
const MAIL_POLICY = [
  'sandbox allow-popups allow-popups-to-escape-sandbox',
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "frame-ancestors 'self'",
].join('; ')

/** What no product has: everything that leaves it, everybody's mail included, open to whoever calls. */
export function demoRoutes(mails: MailServer['mails'], outgoing: Host['outgoing'] = {}): Hono<{ Bindings: Bindings }> {
  const routes = new Hono<{ Bindings: Bindings }>()
  for (const [name, all] of Object.entries(outgoing)) routes.get(`/${name}`, (c) => c.json(all()))
  routes.get('/mails', (c) => c.json(mails().map(({ html: _, text: __, ...head }) => head)))
  routes.get('/mails/:id', (c) => {
    const mail = mails().find(({ id }) => id === c.req.param('id'))
    return mail ? c.json(mail) : c.notFound()
  })
  routes.get('/mails/:id/html', (c) => {
    const mail = mails().find(({ id }) => id === c.req.param('id'))
    if (!mail) return c.notFound()
    c.header('content-security-policy', MAIL_POLICY)
    return c.html(mail.html.replace(/<head[^>]*>/i, '$&<base target="_blank">'))
  })
  return routes
}
