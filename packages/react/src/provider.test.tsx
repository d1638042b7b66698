import type { RollcallClient } from '@rollcall/client'
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { de } from './messages/de.ts'
import { RollcallProvider } from './provider.tsx'
import { Time } from './ui/time.tsx'

// Rendering reads no client; a slice's own tests bring the real one.
const client = {} as RollcallClient

test('renders on a server, in its language and direction, without a window', () => {
  const html = renderToString(<RollcallProvider client={client} locale="de-AT" messages={{ de }} theme="dark" />)
  expect(html).toMatch(/^<div class="rollcall" data-rc-theme="dark" data-rc-density="default" lang="de-AT" dir="ltr">/)
  expect(html).toContain('aria-label="Mitteilungen"')
})

test('a host’s right-to-left catalogue turns the page around, a given direction wins', () => {
  const messages = { ar: { users: { title: 'المستخدمون' } } }
  expect(renderToString(<RollcallProvider client={client} locale="ar-EG" messages={messages} />)).toContain('dir="rtl"')
  expect(renderToString(<RollcallProvider client={client} locale="ar-EG" messages={messages} dir="ltr" />)).toContain(
    'lang="ar-EG" dir="ltr"',
  )
})

test('a server, which knows no reader’s clock or zone, writes times so that every browser can take over', () => {
  const html = renderToString(
    <RollcallProvider client={client} now={() => Date.parse('2026-06-14T12:02:41Z')}>
      <Time at="2026-06-14T12:00:00Z" />
    </RollcallProvider>,
  )
  expect(html).toContain(
    '<time class="rc-time" dateTime="2026-06-14T12:00:00.000Z" title="14 Jun 2026, 12:00:00">14 Jun 2026',
  )
})
