import type { ImpersonatedMail } from '@rollcall/core'
import { oneLine } from '../ui/clean.ts'
import type { Letter, Setting } from '../ui/letter.ts'
import { Address, Hello, Name, Paragraph, Quote } from '../ui/parts.tsx'

export function impersonatedMail({ data }: ImpersonatedMail, setting: Setting): Letter {
  const { by, reason, at, endsAt } = data
  const { words, brand, time } = setting
  const text = words.impersonated
  const name = by && <Name>{by.name}</Name>
  return {
    subject: text.subject(by && oneLine(by.name), brand.name),
    preview: oneLine(reason),
    heading: text.heading(name),
    body: (
      <>
        <Hello setting={setting} />
        <Paragraph>{text.what(name, time(at), time(endsAt))}</Paragraph>
        <Quote>{reason}</Quote>
        <Paragraph>{text.limits}</Paragraph>
      </>
    ),
    why: by ? text.ask(name, <Address>{by.email}</Address>) : text.why,
  }
}
