import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { smtpMailer } from '@rollcall/mail'
import { sqliteStorage } from '@rollcall/storage-sql/sqlite'
import { createWorld } from '@rollcall/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type MailServer, startMailServer } from './mail-server.ts'

const amara = { email: 'amara.okafor@northwind.example', firstName: 'Amara', lastName: 'Okafor' }
const lena = { email: 'lena.vogt@northwind.example', firstName: 'Lena', lastName: 'Vogt' }

let home: string
const undo: (() => unknown)[] = []
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'mails-'))
  mkdirSync(join(home, 'mails'))
})
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
  rmSync(home, { recursive: true, force: true })
})

async function server(port?: number): Promise<MailServer> {
  const started = await startMailServer(join(home, 'mails'), port)
  undo.push(started.stop)
  return started
}

it('[A12] keeps an invitation while the mail server is down, shows why, and sends it when that is back', async () => {
  const first = await server()
  const transport = { host: '127.0.0.1', port: first.port, secure: false, ignoreTLS: true }
  const mailer = smtpMailer({ transport, from: 'no-reply@northwind.example', brand: { name: 'App Store' } })
  const storage = sqliteStorage({ file: join(home, 'rollcall.sqlite') })
  undo.push(storage.close, mailer.close)
  await storage.migrate()
  const world = createWorld({ storage, mailer })
  await world.createOwner(amara)

  mailer.close()
  await first.stop()
  await world.invite(amara.email, lena.email)
  const delivery = async () => {
    const user = await world.rollcall.users.getUser(await world.as(amara.email), {
      userId: await world.idOf(lena.email),
    })
    return user.invitation?.delivery
  }
  expect(await delivery()).toMatchObject({
    state: 'retrying',
    attempts: 1,
    error: expect.stringContaining('ECONNREFUSED'),
  })

  const second = await server(first.port)
  world.clock.advance(31_000)
  await world.deliver()
  expect(await delivery()).toMatchObject({ state: 'delivered', attempts: 2 })
  expect(second.mails().filter(({ to }) => to === lena.email)).toHaveLength(1)
  await world.register(lena)
})
