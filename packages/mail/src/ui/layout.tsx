import { Body } from '@react-email/body'
import { Container } from '@react-email/container'
import { Head } from '@react-email/head'
import { Html } from '@react-email/html'
import { Preview } from '@react-email/preview'
import type { CSSProperties, ReactNode } from 'react'
import type { Brand } from '../brand.ts'
import { unlinked } from './clean.ts'
import { buttonColours, DARK, LIGHT } from './colour.ts'
import type { Letter, Setting } from './letter.ts'
import { Address, SANS, Small } from './parts.tsx'

/** The page around every mail: one column of 560 px, the brand above, why it came beneath. */
export function Layout({ letter, setting }: { readonly letter: Letter; readonly setting: Setting }) {
  const { brand, words } = setting
  return (
    <Html dir="ltr" lang={words.language}>
      <Head>
        <meta content="width=device-width" name="viewport" />
        <meta content="light dark" name="color-scheme" />
        <meta content="light dark" name="supported-color-schemes" />
        <meta content="telephone=no, date=no, address=no, email=no, url=no" name="format-detection" />
        <title>{letter.subject}</title>
        <style>{styles(brand)}</style>
      </Head>
      <Body className="page" style={{ margin: 0, padding: '24px 8px', backgroundColor: LIGHT.page, fontFamily: SANS }}>
        <Preview>{unlinked(letter.preview)}</Preview>
        <Container width="560" style={{ width: '100%', maxWidth: 560 }}>
          <Card>
            <Masthead brand={brand} />
            <h1 className="ink" style={heading}>
              {letter.heading}
            </h1>
            {letter.body}
            <hr className="line" style={rule} />
            <Small>{letter.why}</Small>
            {brand.supportAddress && <Small>{words.support(<Address>{brand.supportAddress}</Address>)}</Small>}
            <Small>
              {brand.name}
              {letter.link && `, ${new URL(letter.link).host}`}
            </Small>
          </Card>
        </Container>
      </Body>
    </Html>
  )
}

/** Outlook takes padding on cells only, so the card is a table of one. */
function Card({ children }: { readonly children: ReactNode }) {
  const style: CSSProperties = {
    padding: '32px 40px 28px',
    border: `1px solid ${LIGHT.line}`,
    borderRadius: 12,
    backgroundColor: LIGHT.card,
    // Long names and addresses would widen the table past a narrow screen.
    overflowWrap: 'anywhere',
  }
  return (
    <table cellPadding="0" cellSpacing="0" role="presentation" style={{ borderCollapse: 'separate' }} width="100%">
      <tbody>
        <tr>
          <td className="card" style={style}>
            {children}
          </td>
        </tr>
      </tbody>
    </table>
  )
}

function Masthead({ brand }: { readonly brand: Brand }) {
  const image: CSSProperties = { marginRight: 10, borderRadius: 6, verticalAlign: 'middle' }
  return (
    <p className="ink" data-skip-in-text="true" style={masthead}>
      {brand.logoUrl && <img alt="" height={28} loading="lazy" src={brand.logoUrl} style={image} width={28} />}
      {brand.name}
    </p>
  )
}

const masthead: CSSProperties = {
  margin: '0 0 18px',
  fontSize: 14,
  fontWeight: 600,
  lineHeight: '28px',
  color: LIGHT.ink,
}
const heading: CSSProperties = {
  margin: '0 0 18px',
  fontSize: 20,
  fontWeight: 600,
  lineHeight: '28px',
  color: LIGHT.ink,
}
const rule: CSSProperties = { margin: '18px 0 16px', border: 0, borderTop: `1px solid ${LIGHT.line}` }

/**
 * Mail programs know inline styles best; this adds only what those cannot say. Nothing in it may need escaping: React
 * 18 escapes the text of a style element, React 19 does not.
 */
function styles(brand: Brand): string {
  const { dark } = buttonColours(brand)
  return `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (max-width:480px){.card{padding:24px 20px 20px!important}}
@media (prefers-color-scheme:dark){
.page,.page td{background-color:${DARK.page}!important}
td.card{background-color:${DARK.card}!important;border-color:${DARK.line}!important}
.box{background-color:${DARK.box}!important;border-color:${DARK.line}!important}
.line{border-color:${DARK.line}!important}
.edge{border-color:${DARK.edge}!important}
.ink{color:${DARK.ink}!important}
.soft{color:${DARK.soft}!important}
.button{background-color:${dark.fill}!important;color:${dark.text}!important}
}`
}
