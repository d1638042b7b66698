import type { FrameLocator, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningConsole, startConsole } from './running-console.ts'

const PASSWORD = 'walnut lantern orbit 42'
const tomasz = 'tomasz.wojcik@northwind.example'

let running: RunningConsole
beforeAll(async () => {
  running = await startConsole()
})
afterAll(() => running?.stop())

async function typePassword(page: Page, email: string, password: string) {
  await page.goto('/sign-in')
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

async function signedIn(email: string, password = PASSWORD): Promise<Page> {
  const page = await running.window()
  await typePassword(page, email, password)
  await page.waitForURL('**/users')
  return page
}

async function invite(page: Page, email: string) {
  await page.goto('/users')
  await page.getByRole('button', { name: 'Invite user' }).click()
  const dialog = page.getByRole('dialog', { name: 'Invite user' })
  await dialog.getByLabel('Email address').fill(email)
  await dialog.getByRole('button', { name: 'Invite 1 user' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** Opens the newest mail to somebody in the mailbox, once it has arrived by SMTP. */
async function openMail(page: Page, to: string, subject: RegExp) {
  await page.goto('/mailbox')
  await page.getByRole('link', { name: subject }).filter({ hasText: to }).first().click()
  return page.frameLocator('iframe[title="The mail"]')
}

/** Presses the button of an opened mail; its page comes in a window beside. */
async function follow(page: Page, mail: FrameLocator, name: string | RegExp): Promise<Page> {
  const opened = page.waitForEvent('popup')
  await mail.getByRole('link', { name }).first().click()
  return opened
}

/** Follows the link of the invitation in a window of their own and registers. */
async function register(email: string, name: string, password: string): Promise<Page> {
  const mailbox = await running.window()
  const page = await follow(mailbox, await openMail(mailbox, email, /invited you/), 'Set up your account')
  const [first = '', last = ''] = name.split(' ')
  await page.getByLabel('First name').fill(first)
  await page.getByLabel('Last name').fill(last)
  await page.locator('input[autocomplete=new-password]').fill(password)
  await page.locator('button[type=submit]').click()
  await page.waitForURL('**/profile')
  return page
}

/** The row of somebody in the users table. */
async function rowOf(page: Page, email: string) {
  await page.goto('/users')
  const row = page.getByRole('row').filter({ hasText: email })
  await row.waitFor()
  return row
}

describe('the console', () => {
  it('[A8] [A9] [A12] invites from the Users page, asking for nothing but the address', async () => {
    const page = await signedIn(tomasz)
    await page.getByRole('button', { name: 'Invite user' }).click()
    const dialog = page.getByRole('dialog', { name: 'Invite user' })
    await dialog.getByLabel('Email address').fill('lena.vogt@northwind.example')
    expect(await dialog.locator('input, select, textarea').count()).toBe(1)
    await dialog.getByRole('button', { name: 'Invite 1 user' }).click()
    await page.getByText('Invited lena.vogt@northwind.example').waitFor()

    expect(await (await rowOf(page, 'lena.vogt@northwind.example')).textContent()).toContain('Not confirmed')
    await openMail(page, 'lena.vogt@northwind.example', /Tomasz Wójcik invited you/)
  })

  it('[A5] [A13] [A14] leads from the mail to the registration page, where registering signs in', async () => {
    const administrator = await signedIn(tomasz)
    await invite(administrator, 'noor.haddad@contoso.example')
    const page = await register('noor.haddad@contoso.example', 'Noor Haddad', 'seven green boats')

    await page.getByRole('banner').getByText('Noor Haddad').waitFor()
    const row = await rowOf(administrator, 'noor.haddad@contoso.example')
    expect(await row.textContent()).toContain('Confirmed')
  })

  it('[A15] tells the inviter by mail who registered', async () => {
    await invite(await signedIn(tomasz), 'ama.mensah@contoso.example')
    const page = await register('ama.mensah@contoso.example', 'Ama Mensah', 'seven green boats')
    const mail = await openMail(page, tomasz, /Ama Mensah/)
    await mail.getByText('ama.mensah@contoso.example').waitFor()
  })

  it('[A32] [C34] locks after five wrong passwords, shows them, and opens by an administrator’s unlock', async () => {
    const administrator = await signedIn(tomasz)
    await invite(administrator, 'kwame.petrov@contoso.example')
    await register('kwame.petrov@contoso.example', 'Kwame Petrov', 'seven green boats')

    const page = await running.window()
    for (let guess = 1; guess <= 5; guess++) {
      const answer = page.waitForResponse('**/api/rollcall/sign-in')
      await typePassword(page, 'kwame.petrov@contoso.example', `wrong ${guess}`)
      expect((await answer).status()).toBe(401)
    }
    // The right one is refused now, in the same words.
    const refused = page.waitForResponse('**/api/rollcall/sign-in')
    await typePassword(page, 'kwame.petrov@contoso.example', 'seven green boats')
    expect((await refused).status()).toBe(401)

    const row = await rowOf(administrator, 'kwame.petrov@contoso.example')
    await row.getByRole('link', { name: 'Kwame Petrov' }).click()
    await administrator.waitForURL('**/users/*')
    const failed = administrator.getByRole('row').filter({ hasText: 'Wrong password' })
    await failed.first().waitFor()
    expect(await failed.count()).toBeGreaterThanOrEqual(4)

    const locked = await rowOf(administrator, 'kwame.petrov@contoso.example')
    await locked.getByRole('button', { name: 'Unlock Kwame Petrov' }).click()
    await administrator.getByRole('dialog').getByRole('button', { name: 'Unlock' }).click()
    await administrator.getByText('Unlocked Kwame Petrov').waitFor()
    await openMail(administrator, 'kwame.petrov@contoso.example', /unlocked/)
    await signedIn('kwame.petrov@contoso.example', 'seven green boats')
  })

  it('[C35] lets somebody who is locked out help themselves', async () => {
    const page = await running.window()
    await page.goto('/sign-in')
    await page.getByRole('link', { name: 'Forgot your password?' }).click()
    await page.getByLabel('Email address').fill('jonas.lindqvist@northwind.example')
    await page.getByRole('button', { name: 'Send link' }).click()
    await page.getByText('Look in your mail').waitFor()

    const mail = await openMail(page, 'jonas.lindqvist@northwind.example', /password/i)
    const reset = await follow(page, mail, /password/i)
    await reset.locator('input[autocomplete=new-password]').fill('nine yellow kites')
    await reset.locator('button[type=submit]').click()
    await reset.getByText('Your new password is set').waitFor()
    await signedIn('jonas.lindqvist@northwind.example', 'nine yellow kites')
  })
})
