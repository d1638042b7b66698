import type { ReactivatedMail, UnlockedMail } from '@rollcall/core'
import type { Messages } from '../messages/messages.ts'
import { oneLine } from './clean.ts'
import type { Letter, Setting } from './letter.ts'
import { Action, Address, Hello, Name, Paragraph, Quote } from './parts.tsx'

type Opened = UnlockedMail['data'] & ReactivatedMail['data']

/** An account takes a password again: who saw to it, in their own words where they wrote some. */
export function openedMail(data: Opened, text: Messages['unlocked' | 'reactivated'], setting: Setting): Letter {
  const { by, message, signInLink } = data
  const name = by && <Name>{by.name}</Name>
  return {
    subject: text.subject(setting.brand.name),
    preview: message ? oneLine(message) : text.again,
    heading: text.heading,
    body: (
      <>
        <Hello setting={setting} />
        {message ? (
          <>
            <Paragraph>{text.wrote(name)}</Paragraph>
            <Quote>{message}</Quote>
          </>
        ) : (
          <Paragraph>
            {text.by(name)} {text.again}
          </Paragraph>
        )}
        <Action label={text.action} link={signInLink} setting={setting} />
      </>
    ),
    why: by && text.ask(name, <Address>{by.email}</Address>),
    link: signInLink,
  }
}
