// A server as a host runs one, in a process of its own: `fork` it with the directory of its database. Sends its port; told
// anything, sends the most memory it has held so far, in MiB, and the processor time it has had, in milliseconds.
import process from 'node:process'
import { createHandler } from '@rollcall/http'
import { serve } from '@rollcall/http/node'
import { argon2idHasher } from '@rollcall/node'
import { hub } from './hub.mjs'

const { rollcall } = hub(process.argv[2], argon2idHasher())
const server = await serve(createHandler(rollcall), { port: 0, hostname: '127.0.0.1' })
process.on('message', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  process.send({ memory: maxRSS / 1024, processor: (userCPUTime + systemCPUTime) / 1000 })
})
process.send(server.address().port)
