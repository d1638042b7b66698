import { type Browser, chromium, type FrameLocator, type Page } from 'playwright'
import { afterAll, beforeAll, inject } from 'vitest'
import { findChromium } from '../../../scripts/chromium.mjs'

export const tomasz = 'tomasz.wojcik@northwind.example'
export const oscar = 'oscar.delafuente@fabrikam.example'
export const meilin = 'meilin.zhao@fabrikam.example'
export const huda = 'huda.elsayed@contoso.example'

/** Of everybody who was seeded. */
export const SEEDED = 'Walnut lantern orbit 42'
/** Of everybody who registers. */
export const PASSWORD = 'seven green boats'

/** A browser for the tests of one file about one product, and what people do with it. */
export function openBrowser(product: 'app-store' | 'product-hub' | 'survey-platform') {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: findChromium() ?? '' })
  })
  afterAll(() => browser?.close())

  /** A window of its own: nobody is signed in. */
  async function openWindow(): Promise<Page> {
    const context = await browser.newContext({
      baseURL: `${inject('consoleUrl')}/${product}/`,
      locale: 'en-GB',
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    context.setDefaultTimeout(15_000)
    return context.newPage()
  }

  async function signedIn(email: string, password = SEEDED): Promise<Page> {
    const page = await openWindow()
    await typePassword(page, email, password)
    await page.waitForURL('**/apps')
    return page
  }

  /** Somebody’s window, signed in without the pages. */
  async function admit(identifier: string, password = SEEDED): Promise<Page> {
    const page = await openWindow()
    const status = await signIn(page, identifier, password)
    if (status !== 200) throw new Error(`Signing ${identifier} in was answered ${status}.`)
    return page
  }

  /** Follows the link of the invitation in a window of their own and registers. */
  async function register(email: string, name: string): Promise<Page> {
    const mailbox = await openWindow()
    const page = await follow(mailbox, await openMail(mailbox, email, /invited you/), 'Set up your account')
    const [first = '', last = ''] = name.split(' ')
    await page.getByLabel('First name').fill(first)
    await page.getByLabel('Last name').fill(last)
    await page.locator('input[autocomplete=new-password]').fill(PASSWORD)
    await page.locator('button[type=submit]').click()
    await page.waitForURL('**/profile')
    return page
  }

  /** Somebody new: invited from the Users page and registered. Answers their window. */
  async function join(administrator: Page, email: string, name: string): Promise<Page> {
    await invite(administrator, email)
    return register(email, name)
  }

  return { openWindow, signedIn, admit, register, join }
}

/** Sends a write of this site’s pages from a window; answers the status. */
export async function send(page: Page, path: string, data: object): Promise<number> {
  const headers = { origin: inject('consoleUrl') }
  return (await page.request.post(`api/rollcall/${path}`, { data, headers })).status()
}

/** Signs a window in without its pages, as the server answers. */
export const signIn = (page: Page, identifier: string, password: string) =>
  send(page, 'sign-in', { identifier, password })

export async function typePassword(page: Page, email: string, password: string) {
  await page.goto('sign-in')
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** Whether a password signs in, as the server answers in a window that is nobody's afterwards. */
export async function signsIn(page: Page, email: string, password: string): Promise<boolean> {
  const answer = page.waitForResponse('**/api/rollcall/sign-in')
  await typePassword(page, email, password)
  const status = (await answer).status()
  await page.context().clearCookies()
  return status === 200
}

async function invite(page: Page, email: string) {
  await page.goto('users')
  await page.getByRole('button', { name: 'Invite user' }).click()
  await sendInvitation(page, 'Invite user', email)
}

/** Fills in and sends the dialog that has been opened. */
export async function sendInvitation(page: Page, title: string | RegExp, email: string) {
  const dialog = page.getByRole('dialog', { name: title })
  await dialog.getByLabel('Email address').fill(email)
  await dialog.getByRole('button', { name: 'Invite 1 user' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** Opens the newest mail to somebody in the mailbox, once it has arrived by SMTP. */
export async function openMail(page: Page, to: string, subject: RegExp): Promise<FrameLocator> {
  await page.goto('mailbox')
  await page.getByRole('link', { name: subject }).filter({ hasText: to }).first().click()
  return page.frameLocator('iframe[title="The mail"]')
}

/** Presses the button of an opened mail; its page comes in a window beside. */
export async function follow(page: Page, mail: FrameLocator, name: string | RegExp): Promise<Page> {
  const opened = page.waitForEvent('popup')
  await mail.getByRole('link', { name }).first().click()
  return opened
}

/** The row of somebody in the users table. */
export async function rowOf(page: Page, email: string) {
  await page.goto('users')
  const row = page.getByRole('row').filter({ hasText: email })
  await row.waitFor()
  return row
}

/** Leads an administrator to somebody's page. */
export async function openUser(page: Page, email: string, name: string) {
  await (await rowOf(page, email)).getByRole('link', { name }).click()
  await page.waitForURL('**/users/*')
}
