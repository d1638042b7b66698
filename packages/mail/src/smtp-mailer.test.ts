import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { MailRefusedError } from '@rollcall/core'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, expect, test } from 'vitest'
import { brand, envelope, mails } from './example-mails.ts'
import { smtpMailer } from './smtp-mailer.ts'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

interface Arrival {
  readonly from: string
  readonly to: readonly string[]
  readonly source: string
}

/** A client that hangs up in the middle of a mail is its own affair; without a listener it would end the process. */
function forgiving(server: SMTPServer) {
  server.on('error', () => {})
}

async function smtp(options: SMTPServerOptions = {}) {
  const arrived: Arrival[] = []
  let connections = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onConnect(_session, done) {
      connections += 1
      done()
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk) => chunks.push(chunk))
      stream.on('end', () => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : ''
        arrived.push({
          from,
          to: envelope.rcptTo.map(({ address }) => address),
          source: Buffer.concat(chunks).toString(),
        })
        done()
      })
    },
    ...options,
  })
  forgiving(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => server.close())
  const { port } = server.server.address() as AddressInfo
  return { port, arrived, connections: () => connections }
}

function mailerTo(port: number) {
  const mailer = smtpMailer({ transport: `smtp://127.0.0.1:${port}`, from: 'no-reply@mail.northwind.example', brand })
  closing.push(() => mailer.close())
  return mailer
}

/** The headers of a message, unfolded; MIME parts are not looked into. */
function headers(source: string): Record<string, string> {
  const head = source.slice(0, source.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ')
  return Object.fromEntries(
    head.split('\r\n').map((line) => [line.split(':')[0]?.toLowerCase(), line.replace(/^[^:]*: */, '')]),
  )
}

const answer = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code })

test('a mail arrives as text and HTML, from the brand, to one person, marked as sent by a machine', async () => {
  const { port, arrived } = await smtp()
  await mailerTo(port).send(envelope, mails.invitation)
  const [mail] = arrived
  expect(arrived).toHaveLength(1)
  expect(mail).toMatchObject({ from: 'no-reply@mail.northwind.example', to: ['jonas.lindqvist@northwind.example'] })
  expect(headers(mail?.source ?? '')).toMatchObject({
    from: 'Northwind Surveys <no-reply@mail.northwind.example>',
    to: 'Jonas Lindqvist <jonas.lindqvist@northwind.example>',
    'message-id': `<${envelope.id}@mail.northwind.example>`,
    'auto-submitted': 'auto-generated',
    'content-type': expect.stringMatching(/^multipart\/alternative/),
  })
  expect(mail?.source).toContain('Content-Type: text/plain; charset=utf-8')
  expect(mail?.source).toContain('Content-Type: text/html; charset=utf-8')
})

test('the Message-ID is the same at every attempt, and connections are used again', async () => {
  const { port, arrived, connections } = await smtp()
  const mailer = mailerTo(port)
  await mailer.send(envelope, mails.locked)
  await mailer.send(envelope, mails.locked)
  const [first, second] = arrived.map(({ source }) => headers(source)['message-id'])
  expect(first).toBe(second)
  expect(connections()).toBe(1)
})

test('a hostile name adds no header and no recipient', async () => {
  const { port, arrived } = await smtp()
  const name = 'Eve\r\nBcc: all@victim.example\r\n\r\nbody", <eve@victim.example>'
  await mailerTo(port).send({ ...envelope, to: { address: envelope.to.address, name } }, mails.locked)
  const [mail] = arrived
  expect(mail?.to).toEqual([envelope.to.address])
  expect(Object.keys(headers(mail?.source ?? ''))).not.toContain('bcc')
  expect(headers(mail?.source ?? '').to).toMatch(/<jonas\.lindqvist@northwind\.example>$/)
})

test.each([
  ['the recipient', { onRcptTo: (_address, _session, done) => done(answer(550, 'no such user')) }],
  ['the message', { onData: (stream, _session, done) => stream.resume().on('end', () => done(answer(554, 'no'))) }],
] satisfies [string, SMTPServerOptions][])('%s refused for good is a MailRefusedError', async (_, options) => {
  const { port } = await smtp(options)
  await expect(mailerTo(port).send(envelope, mails.locked)).rejects.toBeInstanceOf(MailRefusedError)
})

test.each([
  ['a recipient refused for now', { onRcptTo: (_address, _session, done) => done(answer(451, 'greylisted')) }],
  ['a sender refused', { onMailFrom: (_address, _session, done) => done(answer(550, 'relaying denied')) }],
  ['a server too busy', { onConnect: (_session, done) => done(answer(421, 'busy')) }],
] satisfies [string, SMTPServerOptions][])('%s is an error that a retry may cure', async (_, options) => {
  const { port } = await smtp(options)
  const error = await mailerTo(port)
    .send(envelope, mails.locked)
    .catch((error: unknown) => error)
  expect(error).toBeInstanceOf(Error)
  expect(error).not.toBeInstanceOf(MailRefusedError)
})

test('no server at all is an error that a retry may cure, and the same mailer delivers once there is one', async () => {
  const reserved = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => reserved.once('listening', resolve))
  const { port } = reserved.address() as AddressInfo
  await new Promise((resolve) => reserved.close(resolve))
  const mailer = mailerTo(port)
  const error = await mailer.send(envelope, mails.locked).catch((error: unknown) => error)
  expect(error).toMatchObject({ code: 'ESOCKET' })

  const server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'] })
  forgiving(server)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  closing.push(() => server.close())
  await mailer.send(envelope, mails.locked)
})

test('a sender that is not a plain address is refused at once', () => {
  for (const from of ['', 'no-reply', 'Northwind <no-reply@northwind.example>']) {
    expect(() => smtpMailer({ transport: 'smtp://127.0.0.1', from, brand })).toThrow(TypeError)
  }
})

test('mails to another machine go out encrypted or not at all, unless the address says otherwise', async () => {
  const { port, arrived } = await smtp()
  // An address of this machine that does not look like one.
  const elsewhere = (query: string) => {
    const mailer = smtpMailer({
      transport: `smtp://0.0.0.0:${port}${query}`,
      from: 'no-reply@northwind.example',
      brand,
    })
    closing.push(() => mailer.close())
    return mailer.send(envelope, mails.locked)
  }
  for (const query of ['', '?ignoreTLS=false']) {
    await expect(elsewhere(query)).rejects.toMatchObject({ code: 'ETLS' })
  }
  expect(arrived).toHaveLength(0)
  await elsewhere('?ignoreTLS=true')
  expect(arrived).toHaveLength(1)
})

test('verify tells whether the server can be used', async () => {
  const { port } = await smtp()
  await expect(mailerTo(port).verify()).resolves.toBeUndefined()

  const closed = await smtp({ onConnect: (_session, done) => done(new Error('not from here')) })
  await expect(mailerTo(closed.port).verify()).rejects.toThrow('not from here')
})
