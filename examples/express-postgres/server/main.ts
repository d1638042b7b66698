import type { AddressInfo } from 'node:net'
import process, { env } from 'node:process'
import { createRollcall } from '@rollcall/core'
import config from '../rollcall.config.ts'
import { createApp } from './app.ts'

const { storage, mailer } = config
await storage.migrate()
const rollcall = createRollcall(config)
const worker = rollcall.worker.start()
const server = createApp(rollcall).listen(Number(env.PORT ?? 3000), (error) => {
  if (error) throw error
  console.log(`Northwind listens on port ${(server.address() as AddressInfo).port}`)
})

/** Answers what is under way, finishes the worker's round, lets go of mail server and database. */
async function stop() {
  await new Promise((closed) => server.close(closed))
  await worker.stop()
  mailer.close?.()
  await storage.close()
  process.exit()
}
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
