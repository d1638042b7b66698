import { type Browser, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findChromium } from '../../../scripts/chromium.mjs'
import { type RunningNext, startNext } from './running-next.ts'

const ada = 'ada@northwind.example'
const password = 'seven green boats'

let next: RunningNext
let browser: Browser
beforeAll(async () => {
  next = await startNext()
  browser = await chromium.launch({ executablePath: findChromium() ?? '' })
})
afterAll(async () => {
  await browser?.close()
  await next?.stop()
})

it('renders people on the server for whoever is signed in, and goes on in the browser without asking again', async () => {
  const [, token] = /#token=([\w-]+)/.exec(next.rollcall('create-owner', '--email', ada)) ?? []
  const context = await browser.newContext({ baseURL: next.url, locale: 'en-GB', timezoneId: 'Pacific/Auckland' })
  const page = await context.newPage()
  const complaints = listen(page)
  await page.goto(`/register#token=${token}`)
  await page.getByLabel('First name').fill('Ada')
  await page.getByLabel('Last name').fill('Quist')
  await page.locator('input[autocomplete=new-password]').fill(password)
  await page.locator('button[type=submit]').click()
  await page.waitForURL('**/users')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL('**/sign-in')

  await page.getByLabel('Email address').fill(ada)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/users')

  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  const html = await (await page.goto('/users'))?.text()
  expect(textOf('p', html)).toContain('Signed in as Ada Quist')
  expect(textOf('tbody', html)).toContain('Ada Quist')
  await page.getByRole('button', { name: 'Invite user' }).first().click()
  expect(asked.filter((path) => path.startsWith('/api/rollcall'))).toEqual([])

  const dialog = page.getByRole('dialog', { name: 'Invite user' })
  await dialog.getByLabel('Email address').fill('lena@northwind.example')
  await dialog.getByRole('button', { name: 'Invite 1 user' }).click()
  await page.getByRole('link', { name: 'lena@northwind.example' }).click()
  await page.waitForURL('**/users/*')
  await page.getByRole('heading', { name: 'lena@northwind.example' }).waitFor()
  const details = await (await page.reload())?.text()
  expect(textOf('h1', details)).toBe('lena@northwind.example')
  await page.getByRole('button', { name: 'Resend invitation' }).waitFor()

  const visitor = await fetch(`${next.url}/users`, { redirect: 'manual' })
  expect([visitor.status, visitor.headers.get('location')]).toEqual([307, '/sign-in'])
  expect(complaints).toEqual([])
  expect(next.complaints()).toBe('')
})

/** What the first element of that name says before any script has run. */
function textOf(element: string, html = ''): string {
  const markup = html.replaceAll(/<script.*?<\/script>/gs, '')
  const [found = ''] = new RegExp(`<${element}[ >].*?</${element}>`, 's').exec(markup) ?? []
  return found.replaceAll(/<[^>]*>/g, '')
}

/** Warnings and errors in the browser's console, those of hydration among them. */
function listen(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (['warning', 'error'].includes(message.type())) complaints.push(`${message.location().url}: ${message.text()}`)
  })
  return complaints
}
