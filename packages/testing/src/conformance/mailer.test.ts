import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { smtpMailer } from '@rollcall/mail'
import { SMTPServer } from 'smtp-server'
import { type MailerUnderTest, testMailer } from '../conformance.ts'

const closing = new Map<MailerUnderTest, () => void>()

testMailer('SMTP', {
  async create() {
    const received: { readonly to: readonly string[]; readonly source: string }[] = []
    let refusal: number | null = null
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo(_address, _session, done) {
        done(refusal === null ? null : Object.assign(new Error('no'), { responseCode: refusal }))
      },
      onData(stream, { envelope }, done) {
        text(stream).then((source) => {
          received.push({ to: envelope.rcptTo.map(({ address }) => address), source })
          done()
        }, done)
      },
    })
    // A client that hangs up in the middle of a mail is its own affair; without a listener it would end the process.
    server.on('error', () => {})
    server.listen(0, '127.0.0.1')
    await once(server.server, 'listening')
    const { port } = server.server.address() as AddressInfo
    const mailer = smtpMailer({
      transport: `smtp://127.0.0.1:${port}`,
      from: 'no-reply@one.example',
      brand: { name: 'One', supportAddress: 'help@one.example' },
    })
    const underTest: MailerUnderTest = {
      mailer,
      received: () => received,
      refuse: (how) => {
        refusal = how === 'for-good' ? 550 : 451
      },
    }
    closing.set(underTest, () => {
      mailer.close()
      server.close()
    })
    return underTest
  },
  async destroy(underTest) {
    closing.get(underTest)?.()
    closing.delete(underTest)
  },
})
