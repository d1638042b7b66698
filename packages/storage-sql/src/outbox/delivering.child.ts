import { createRollcall } from '@rollcall/core'
import { directory } from '@rollcall/core/presets'
import { renderMail, smtpMailer } from '@rollcall/mail'
import * as React from 'react'
import { storageAt } from '../storage-at.ts'

const [address = '', transport = ''] = process.argv.slice(2)
const brand = { name: 'Rollcall' }
let ahead = 0

// The loader of these processes turns elements into calls of it, and mixes up modules that are asked for at once: this
// asks for them alone.
Object.assign(globalThis, { React })
const data = { identifier: '', provider: null, text: null, signInLink: '', forgotLink: null }
const anybody = { id: '', to: { address: '', name: null }, language: 'en-GB', timeZone: 'Etc/UTC' }
await renderMail({ template: 'welcome', data: { ...data, expiresAt: null, codeExpiresAt: null } }, anybody, brand)

const rollcall = createRollcall({
  policy: directory,
  storage: storageAt(address),
  mailer: smtpMailer({ transport, from: 'no-reply@rollcall.example', brand }),
  hasher: { hash: async () => '', verify: async () => false, accepts: () => false, needsRehash: () => false },
  secrets: [new Uint8Array(32)],
  baseUrl: 'https://rollcall.example',
  logger: { log: () => undefined },
  clock: {
    now: () => Date.now() + ahead,
    // Rounds come quickly.
    wait: () => new Promise((resolve) => setTimeout(resolve, 10)),
  },
})

/** How far its clock is ahead, in milliseconds; it delivers from then on. */
process.once('message', (told: number) => {
  ahead = told
  rollcall.worker.start()
})

process.send?.('ready')
