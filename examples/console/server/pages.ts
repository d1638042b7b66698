import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Handler } from '@rollcall/http'
import { Hono } from 'hono'
import type { DemoAccount } from './data-folder.ts'
import type { ReceivedMail } from './mail-server.ts'

interface Parts {
  /** Rollcall over HTTP. */
  readonly rollcall: Handler
  /** The built pages. */
  readonly assets: string
  readonly mails: () => readonly ReceivedMail[]
  readonly accounts: readonly DemoAccount[]
}

const PAGE_POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

/** A mail may look as it likes, but runs nothing and loads nothing; its links open in a window of their own. */
const MAIL_POLICY = [
  'sandbox allow-popups allow-popups-to-escape-sandbox',
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "frame-ancestors 'self'",
].join('; ')

/** The host's own HTTP: its pages, Rollcall under them, and two things of the demo that no product has. */
export function pages({ rollcall, assets, mails, accounts }: Parts): Handler {
  const app = new Hono()
  app.all('/api/rollcall/*', (c) => rollcall(c.req.raw, c.env))

  app.use(async (c, next) => {
    await next()
    c.header('referrer-policy', 'no-referrer')
    c.header('x-content-type-options', 'nosniff')
    if (!c.res.headers.has('content-security-policy')) c.header('content-security-policy', PAGE_POLICY)
  })

  app.get('/demo/accounts', (c) => c.json(accounts))
  app.get('/demo/mails', (c) => c.json(mails().map(({ html: _, text: __, ...head }) => head)))
  app.get('/demo/mails/:id', (c) => {
    const mail = mails().find(({ id }) => id === c.req.param('id'))
    return mail ? c.json(mail) : c.notFound()
  })
  app.get('/demo/mails/:id/html', (c) => {
    const mail = mails().find(({ id }) => id === c.req.param('id'))
    if (!mail) return c.notFound()
    c.header('content-security-policy', MAIL_POLICY)
    return c.html(mail.html.replace(/<head[^>]*>/i, '$&<base target="_blank">'))
  })

  const index = readFileSync(join(assets, 'index.html'), 'utf8')
  app.get('/assets/*', serveStatic({ root: assets }))
  app.get('*', (c) => c.html(index))
  return async (request, env) => app.fetch(request, env as object)
}
