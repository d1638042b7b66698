import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, it } from 'vitest'
import { build } from '../../../scripts/build.mjs'
import { findChromium } from '../../../scripts/chromium.mjs'
import { root, run } from '../../../scripts/workspace.mjs'

const password = 'seven green boats'

interface Northwind {
  readonly url: string
  stop(): Promise<void>
}

/** What an administrator does on the page of each of these hosts, which stands in that folder. */
export function testPeople(folder: string, start: () => Promise<Northwind>): void {
  let northwind: Northwind
  let browser: Browser
  beforeAll(async () => {
    await build()
    const cwd = join(root, 'examples', folder)
    const built = await run('npm', ['run', 'build', '--silent'], { cwd, log: `build-${folder}.log` })
    if (!built.ok) throw new Error(built.output)
    northwind = await start()
    browser = await chromium.launch({ executablePath: findChromium() ?? '' })
  })
  afterAll(async () => {
    await browser?.close()
    await northwind?.stop()
  })

  async function openPage(): Promise<Page> {
    const context = await browser.newContext({ baseURL: northwind.url, locale: 'en-GB' })
    const page = await context.newPage()
    await page.goto('/')
    return page
  }

  async function signIn(page: Page, email: string, given = password) {
    await page.getByLabel('Email address').fill(email)
    await page.getByLabel('Password').fill(given)
    await page.getByRole('button', { name: 'Sign in' }).click()
  }

  it('administers people beside a sign-in that is the host’s own', async () => {
    const tomasz = await openPage()
    for (let guess = 0; guess < 5; guess += 1) {
      const answered = tomasz.waitForResponse((response) => response.request().method() === 'POST')
      await signIn(tomasz, 'tomasz@northwind.example', `boat ${guess}`)
      await answered
    }
    await signIn(tomasz, 'tomasz@northwind.example')
    await tomasz.getByRole('alert').waitFor()

    const ada = await openPage()
    await signIn(ada, 'ada@northwind.example')
    await ada.getByText('Signed in as Ada Quist').waitFor()
    const row = ada.getByRole('row').filter({ hasText: 'Tomasz Wójcik' })
    await row.getByRole('button', { name: /^Locked/ }).click()
    await ada.getByRole('dialog').getByRole('button', { name: 'Unlock' }).click()
    await row.getByRole('button', { name: /^Locked/ }).waitFor({ state: 'hidden' })
    await signIn(tomasz, 'tomasz@northwind.example')
    await tomasz.getByText('Signed in as Tomasz Wójcik').waitFor()

    const lena = await openPage()
    await signIn(lena, 'lena@northwind.example')
    await lena.getByText('Signed in as Lena Vogt').waitFor()
    await ada.getByRole('button', { name: 'Lena Vogt', exact: true }).click()
    await ada.getByRole('heading', { name: 'Lena Vogt' }).waitFor()
    await ada.getByRole('button', { name: 'View as…' }).click()
    const dialog = ada.getByRole('dialog', { name: 'View as Lena Vogt' })
    await dialog.getByLabel('Reason').fill('Her survey does not open.')
    await dialog.getByRole('button', { name: 'Start viewing' }).click()
    await ada.getByText('Signed in as Lena Vogt').waitFor()
    await ada.getByText('You have no surveys yet.').waitFor()

    const banner = ada.getByRole('region', { name: 'Viewing as somebody else' })
    await banner.getByText('Her survey does not open.').waitFor()
    await banner.getByRole('button', { name: 'Stop viewing' }).click()
    await ada.getByText('Signed in as Ada Quist').waitFor()
  })
}
