import type { EmailChangedMail } from '@rollcall/core'
import type { Letter, Setting } from '../ui/letter.ts'
import { Address, Hello, Paragraph } from '../ui/parts.tsx'

export function emailChangedMail({ data }: EmailChangedMail, setting: Setting): Letter {
  const text = setting.words.emailChanged
  const { from, to, at } = data
  return {
    subject: text.subject(setting.brand.name),
    preview: text.notYou,
    heading: text.heading,
    body: (
      <>
        <Hello setting={setting} />
        <Paragraph>
          {text.what(<Address>{from}</Address>, <Address>{to}</Address>, setting.time(at))} {text.signIn}
        </Paragraph>
        <Paragraph>{text.notYou}</Paragraph>
      </>
    ),
    why: text.why,
  }
}
