import process, { env } from 'node:process'
import { start } from './start.ts'

const { url, stop } = await start(Number(env.PORT ?? 3000))
console.log(`Northwind is at ${url}`)

async function end() {
  await stop()
  process.exit()
}
process.once('SIGINT', end)
process.once('SIGTERM', end)
