import { once } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { type AddressObject, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** A mail as it arrived. */
export interface ReceivedMail {
  readonly id: string
  readonly to: string
  readonly from: string
  readonly subject: string
  /** ISO 8601. */
  readonly receivedAt: string
  readonly text: string
  readonly html: string
}

/** An SMTP server on loopback that keeps what it is given, as the development mail catcher of any host would. */
export interface MailServer {
  readonly port: number
  /** Newest first. */
  readonly mails: () => readonly ReceivedMail[]
  stop(): Promise<void>
}

/** Listens on loopback, on any free port unless given, and keeps each mail as a file of `folder`. */
export async function startMailServer(folder: string, port = 0): Promise<MailServer> {
  const mails: ReceivedMail[] = []
  for (const name of readdirSync(folder).sort()) {
    if (name.endsWith('.eml')) mails.unshift(await read(name.replace('.eml', ''), readFileSync(join(folder, name))))
  }

  const server = new SMTPServer({
    authOptional: true,
    closeTimeout: 500,
    disabledCommands: ['AUTH', 'STARTTLS'],
    async onData(stream, _session, done) {
      try {
        const raw = await buffer(stream)
        const id = `${Date.now()}-${String(mails.length).padStart(5, '0')}`
        writeFileSync(join(folder, `${id}.eml`), raw)
        mails.unshift(await read(id, raw))
        done()
      } catch (error) {
        done(error as Error)
      }
    },
  })
  // A client that hangs up is its own affair.
  server.on('error', () => {})
  const listening = server.listen(port, '127.0.0.1')
  await once(listening, 'listening')
  return {
    port: (listening.address() as AddressInfo).port,
    mails: () => mails,
    stop: () => new Promise((resolve) => server.close(resolve)),
  }
}

async function read(id: string, raw: Buffer): Promise<ReceivedMail> {
  const { to, from, subject, text, html } = await simpleParser(raw)
  return {
    id,
    to: namesOf(to),
    from: namesOf(from),
    subject: subject ?? '',
    receivedAt: new Date(Number(id.split('-')[0])).toISOString(),
    text: text ?? '',
    html: html || '',
  }
}

/** Names and addresses as people write them. */
function namesOf(field: AddressObject | AddressObject[] | undefined): string {
  const addresses = [field ?? []].flat().flatMap(({ value }) => value)
  return addresses.map(({ name, address = '' }) => (name ? `${name} <${address}>` : address)).join(', ')
}
