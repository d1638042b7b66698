import type { Rollcall } from '@rollcall/core'
import { createHandler } from '@rollcall/http'
import { toNodeHandler } from '@rollcall/http/node'
import { memoryRateLimiter } from '@rollcall/node'
import express, { type Express } from 'express'
import { createGuard } from './guard.ts'

const invoices = [
  { id: '2041', to: 'Fabrikam', approved: false },
  { id: '2042', to: 'Contoso', approved: false },
]

export function createApp(rollcall: Rollcall): Express {
  const app = express()
  const may = createGuard(rollcall)

  // Before any body parser: the handler reads bodies itself.
  app.all('/api/rollcall/{*path}', toNodeHandler(createHandler(rollcall, { limiter: memoryRateLimiter() })))

  app.get('/api/invoices', may('invoices.read'), (_req, res) => {
    res.json(invoices)
  })

  app.post('/api/invoices/:id/approve', may('invoices.approve'), async (req, res) => {
    const invoice = invoices.find(({ id }) => id === req.params.id)
    if (!invoice) return res.status(404).json({ error: 'not-found' })
    invoice.approved = true
    const target = { id: invoice.id, name: `Invoice ${invoice.id}` }
    await rollcall.audit.record(res.locals.caller, { action: 'invoices.approve', target })
    return res.json(invoice)
  })

  return app
}
