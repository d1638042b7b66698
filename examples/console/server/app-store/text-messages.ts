import type { SecretChannel } from '@rollcall/core'

/** A text message as its phone would show it. */
export interface TextMessage {
  readonly id: string
  readonly phone: string
  readonly name: string
  readonly text: string
  /** ISO 8601. */
  readonly at: string
}

/** A gateway for text messages that keeps them instead; a host would call its provider here. */
export interface TextMessages {
  readonly channel: SecretChannel
  /** Newest first. */
  readonly all: () => readonly TextMessage[]
}

export function textMessages(product: string): TextMessages {
  const messages: TextMessage[] = []
  return {
    all: () => messages,
    channel: {
      reaches: ({ phone }) => phone !== null,
      async send({ id, to, password }) {
        // A retry after a lost answer brings the same id.
        if (to.phone === null || messages.some((message) => message.id === id)) return
        const text = `${product}: your temporary password is ${password}`
        messages.unshift({ id, phone: to.phone, name: to.name, text, at: new Date().toISOString() })
      },
    },
  }
}
