import type { Envelope, Mail, Mailer } from '@rollcall/core'

export interface SentMail {
  readonly envelope: Envelope
  readonly mail: Mail
}

/** A mailer that keeps what it was given; addresses are compared as they stand. */
export interface Mailbox extends Mailer {
  /** Every mail, oldest first. */
  readonly sent: readonly SentMail[]
  /** The latest mail to that address. */
  lastTo(email: string): Mail | undefined
  /** The link in the latest mail to that address that carries one. Throws when none does. */
  linkTo(email: string): string
}

/** Keeps every mail, and passes it on where `next` is given. */
export function mailbox(next?: Mailer): Mailbox {
  const sent: SentMail[] = []
  const to = (email: string) => sent.filter(({ envelope }) => envelope.to.address === email).map(({ mail }) => mail)
  return {
    sent,
    async send(envelope, mail) {
      await next?.send(envelope, mail)
      sent.push({ envelope, mail })
    },
    lastTo: (email) => to(email).at(-1),
    linkTo(email) {
      const links = to(email).flatMap((mail) => {
        return 'credential' in mail && 'link' in mail.credential ? [mail.credential.link] : []
      })
      const link = links.at(-1)
      if (!link) throw new Error(`No mail with a link went to ${email}; \`await world.deliver()\` sends what waits.`)
      return link
    },
  }
}
