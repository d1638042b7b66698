import type { PasswordChangedMail } from '@rollcall/core'
import type { Letter, Setting } from '../ui/letter.ts'
import { Action, Hello, Paragraph } from '../ui/parts.tsx'

export function passwordChangedMail({ data }: PasswordChangedMail, setting: Setting): Letter {
  const text = setting.words.passwordChanged
  const byOwner = data.how === 'changed' || data.how === 'reset'
  const alarm = byOwner ? text.notYou : text.notExpected
  return {
    subject: text.subject(setting.brand.name),
    preview: alarm,
    heading: text.heading,
    body: (
      <>
        <Hello setting={setting} />
        <Paragraph>
          {text.how[data.how](setting.time(data.at))} {alarm}
        </Paragraph>
        <Action label={text.action} link={data.forgotLink} setting={setting} />
      </>
    ),
    why: text.why,
    link: data.forgotLink,
  }
}
