import { Hono } from 'hono'
import type { DemoAccount } from './data-folder.ts'
import type { Events } from './events.ts'
import type { MailServer } from './mail-server.ts'
import type { TextMessages } from './text-messages.ts'

/** Everything that leaves the app store, for whoever looks. */
export interface Outgoing {
  readonly mails: MailServer['mails']
  readonly texts: TextMessages['all']
  readonly events: Events['all']
}

/** A mail may look as it likes, but runs nothing and loads nothing; its links open in a window of their own. */
const MAIL_POLICY = [
  'sandbox allow-popups allow-popups-to-escape-sandbox',
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "frame-ancestors 'self'",
].join('; ')

/** What no product has: everybody's mail, text messages and passwords, open to whoever calls. */
export function demoRoutes(accounts: readonly DemoAccount[], { mails, texts, events }: Outgoing): Hono {
  const routes = new Hono()
  routes.get('/accounts', (c) => c.json(accounts))
  routes.get('/text-messages', (c) => c.json(texts()))
  routes.get('/events', (c) => c.json(events()))
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
