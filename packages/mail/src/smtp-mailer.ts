import { type Envelope, type Mail, type Mailer, MailRefusedError } from '@rollcall/core'
import type { NodemailerError, SendMailOptions, SMTPPoolOptions } from 'nodemailer'
import type { Brand } from './brand.ts'
import { renderMail } from './render-mail.ts'
import { oneLine } from './ui/clean.ts'

export interface SmtpMailerOptions {
  /**
   * Where to deliver: a URL such as `smtps://user:password@smtp.example:465`, or nodemailer's SMTP options (`host`,
   * `port`, `secure`, `auth`, `tls`, `dkim`, `maxConnections`, …). With a URL of `smtp://` to another machine, mails go out
   * encrypted (STARTTLS) or not at all, unless it says `?ignoreTLS=true`.
   */
  readonly transport: string | SMTPPoolOptions
  /** The sender's address alone: the brand's name stands in front of it. Its domain ends every Message-ID. */
  readonly from: string
  readonly brand: Brand
}

export interface SmtpMailer extends Mailer {
  /** Connects and signs in; rejects with nodemailer's error when the server cannot be used. `rollcall doctor` asks. */
  verify(): Promise<void>
  /** Closes the connections kept open; mails under way are finished first. */
  close(): void
}

/** The outbox tries again and knows when: no second queue below it, and no connection that hangs. */
const BOUNDS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, maxRequeues: 0 }

/**
 * A `Mailer` over SMTP, with nodemailer and a pool of connections. A recipient or message that the server refuses for
 * good (5xx) rejects with a `MailRefusedError`, anything else with nodemailer's error.
 *
 * @throws TypeError when `from` is not a plain address.
 */
export function smtpMailer({ transport, from, brand }: SmtpMailerOptions): SmtpMailer {
  const domain = /^[^\s<>@]+@([^\s<>@]+)$/.exec(from)?.[1]
  if (!domain)
    throw new TypeError(`Rollcall: mails need a plain sender's address such as no-reply@your.example, not ${from}`)

  const options: SMTPPoolOptions = typeof transport === 'string' ? encrypted(transport) : transport
  let opening: ReturnType<typeof open> | undefined

  return {
    async send(envelope, mail) {
      opening ??= open(options)
      const [pool, message] = await Promise.all([opening, compose(envelope, mail)])
      await pool.sendMail(message).catch((error: NodemailerError) => {
        throw isFinal(error) ? new MailRefusedError(error.message, { cause: error }) : error
      })
    },
    async verify() {
      opening ??= open(options)
      await (await opening).verify()
    },
    close() {
      opening?.then((pool) => pool.close())
      opening = undefined
    },
  }

  async function compose(envelope: Envelope, mail: Mail): Promise<SendMailOptions> {
    const { to, id } = envelope
    return {
      ...(await renderMail(mail, envelope, brand)),
      from: { name: oneLine(brand.name), address: from },
      to: { name: oneLine(to.name ?? ''), address: to.address },
      messageId: `<${id}@${domain}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      xMailer: false,
      disableFileAccess: true,
      disableUrlAccess: true,
    }
  }
}

function encrypted(url: string): SMTPPoolOptions {
  const { protocol, hostname, searchParams } = new URL(url)
  const here = /^(?:localhost|127\.[\d.]+|\[::1\])$/.test(hostname)
  const plain = protocol === 'smtp:' && !here && searchParams.get('ignoreTLS') !== 'true'
  return plain ? { url, requireTLS: true } : { url }
}

async function open(options: SMTPPoolOptions) {
  const { createTransport } = await import('nodemailer')
  return createTransport({ ...BOUNDS, ...options, pool: true })
}

/** About this recipient or this message, not about the connection, the sender or a wrong password. */
function isFinal({ command, code, responseCode = 0 }: NodemailerError): boolean {
  if (command === 'API') return code === 'EENVELOPE'
  return responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA')
}
