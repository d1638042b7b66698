import { createRollcall } from '@rollcall/core'
import { directory } from '@rollcall/core/presets'
import { renderMail, smtpMailer } from '@rollcall/mail'
import * as React from 'react'
import { storageAt } from '../storage-at.ts'

const [address = '', transport = '', atOnce = ''] = process.argv.slice(2)
const brand = { name: 'Rollcall' }
/** Milliseconds a worker rests between rounds. */
const ROUND = 5_000
let ahead = 0

// The loader of these processes turns elements into calls of it, and mixes up modules that are asked for at once: this
// asks for them alone.
Object.assign(globalThis, { React })
const data = { identifier: '', provider: null, text: null, signInLink: '', forgotLink: null }
const anybody = { id: '', to: { address: '', name: null }, language: 'en-GB', timeZone: 'Etc/UTC' }
await renderMail({ template: 'welcome', data: { ...data, expiresAt: null, codeExpiresAt: null } }, anybody, brand)

const storage = storageAt(address)
const { outbox } = storage

const rollcall = createRollcall({
  policy: directory,
  storage: {
    ...storage,
    outbox: { ...outbox, lease: (rules) => outbox.lease({ ...rules, limit: Math.min(rules.limit, Number(atOnce)) }) },
  },
  mailer: smtpMailer({ transport, from: 'no-reply@rollcall.example', brand }),
  hasher: { hash: async () => '', verify: async () => false, accepts: () => false, needsRehash: () => false },
  secrets: [new Uint8Array(32)],
  baseUrl: 'https://rollcall.example',
  logger: { log: () => undefined },
  clock: {
    now: () => Date.now() + ahead,
    // Rounds come quickly; who waits for the database waits.
    wait: (pause) => new Promise((resolve) => setTimeout(resolve, pause === ROUND ? 10 : pause)),
  },
})

/** How far its clock is ahead, in milliseconds; it delivers from then on. */
process.once('message', (told: number) => {
  ahead = told
  rollcall.worker.start()
})

process.send?.('ready')
