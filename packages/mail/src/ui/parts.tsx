import { Button } from '@react-email/button'
import type { CSSProperties, ReactNode } from 'react'
import { lines, oneLine, unlinked } from './clean.ts'
import { buttonColours, LIGHT } from './colour.ts'
import type { Setting } from './letter.ts'

export const SANS = 'Inter,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif'
const MONO = 'ui-monospace,"SF Mono","Cascadia Code",Menlo,Consolas,monospace'

const paragraph: CSSProperties = { margin: '0 0 18px', fontSize: 14, lineHeight: '22px', color: LIGHT.ink }
const small: CSSProperties = { ...paragraph, margin: '0 0 6px', fontSize: 12, lineHeight: '19px', color: LIGHT.soft }

interface Content {
  readonly children: ReactNode
}

export function Paragraph({ children }: Content) {
  return (
    <p className="ink" style={paragraph}>
      {children}
    </p>
  )
}

export function Small({ children }: Content) {
  return (
    <p className="soft" style={small}>
      {children}
    </p>
  )
}

/** A person, role, resource or address: data, kept apart from the writing direction around it. */
export function Name({ children }: { readonly children: string }) {
  return <bdi>{unlinked(oneLine(children))}</bdi>
}

export function Strong({ children }: { readonly children: string }) {
  return (
    <b>
      <Name>{children}</Name>
    </b>
  )
}

export function Address({ children }: { readonly children: string }) {
  return <bdi>{oneLine(children)}</bdi>
}

export function Hello({ setting: { words, to } }: { readonly setting: Setting }) {
  return <Paragraph>{words.hello(to && <Name>{to}</Name>)}</Paragraph>
}

/** What somebody wrote, line by line. */
export function Quote({ children }: { readonly children: string }) {
  const style = { margin: '0 0 18px', padding: '2px 16px', borderLeft: `3px solid ${LIGHT.edge}` }
  const content = lines(children).flatMap((line, index) => {
    const text = unlinked(line)
    // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
    return index === 0 ? [text] : [<br key={index} />, text]
  })
  return (
    <blockquote className="edge" style={style}>
      <p className="soft" dir="auto" style={{ ...paragraph, margin: 0, color: LIGHT.soft }}>
        {content}
      </p>
    </blockquote>
  )
}

interface ActionProps {
  readonly label: string
  readonly link: string
  /** How long the link lives. */
  readonly note?: ReactNode
  readonly setting: Setting
}

/** The one button, and its link in full beneath, for programs that show no buttons. */
export function Action({ label, link, note, setting }: ActionProps) {
  const { light } = buttonColours(setting.brand)
  const style: CSSProperties = {
    padding: '14px 22px',
    borderRadius: 8,
    backgroundColor: light.fill,
    color: light.text,
    fontSize: 14,
    fontWeight: 600,
  }
  return (
    <>
      <p style={{ margin: '0 0 18px' }}>
        <Button className="button" href={link} style={style}>
          {label}
        </Button>
      </p>
      <div data-skip-in-text="true">
        <Small>{setting.words.buttonFails}</Small>
        <p className="soft" style={{ ...small, fontFamily: MONO, wordBreak: 'break-all' }}>
          <a className="soft" href={link} style={{ color: LIGHT.soft, textDecoration: 'none' }}>
            {link}
          </a>
        </p>
      </div>
      {note && <Small>{note}</Small>}
    </>
  )
}

const box: CSSProperties = {
  margin: '0 0 6px',
  padding: '12px 18px',
  border: `1px solid ${LIGHT.line}`,
  borderRadius: 8,
  backgroundColor: LIGHT.box,
  color: LIGHT.ink,
  font: `500 18px/26px ${MONO}`,
  letterSpacing: 1,
}

/** The short-lived code, for gateways that cut links. */
export function Code({ code, page, until, setting }: { code: string; page: string; until: number; setting: Setting }) {
  const what = setting.words.enterCode(<Address>{page}</Address>)
  return <Secret secret={code} what={what} note={setting.words.codeUntil(setting.time(until))} />
}

/** Something to type: what it is for above, how long it lives beneath. */
export function Secret({ secret, what, note }: { secret: string; what: ReactNode; note: ReactNode }) {
  return (
    <div style={{ margin: '18px 0' }}>
      <Small>{what}</Small>
      <p className="box ink" style={box}>
        {secret}
      </p>
      <Small>{note}</Small>
    </div>
  )
}
