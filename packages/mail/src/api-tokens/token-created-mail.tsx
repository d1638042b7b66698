import type { TokenCreatedMail } from '@rollcall/core'
import type { Letter, Setting } from '../ui/letter.ts'
import { Action, Hello, Name, Paragraph } from '../ui/parts.tsx'

export function tokenCreatedMail({ data }: TokenCreatedMail, setting: Setting): Letter {
  const text = setting.words.tokenCreated
  return {
    subject: text.subject(setting.brand.name),
    preview: text.until(setting.time(data.expiresAt)),
    heading: text.heading,
    body: (
      <>
        <Hello setting={setting} />
        <Paragraph>
          {text.what(data.by && <Name>{data.by.name}</Name>, <Name>{data.prefix}</Name>)}{' '}
          {text.until(setting.time(data.expiresAt))} {text.notYou}
        </Paragraph>
        <Action label={text.action} link={data.signInLink} setting={setting} />
      </>
    ),
    why: text.why,
    link: data.signInLink,
  }
}
