import type { UnlockedMail } from '@rollcall/core'
import { oneLine } from '../ui/clean.ts'
import type { Letter, Setting } from '../ui/letter.ts'
import { Action, Address, Hello, Name, Paragraph, Quote } from '../ui/parts.tsx'

export function unlockedMail({ data }: UnlockedMail, setting: Setting): Letter {
  const { by, message, signInLink } = data
  const text = setting.words.unlocked
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
