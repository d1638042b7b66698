import type { Page } from 'playwright'
import { describe, expect, inject, it } from 'vitest'
import { follow, openMail, signIn } from '../visitors.ts'
import { invite, NEW_PASSWORD, openSurveyPlatform, rowOf, tomasz } from './people.ts'

const { openWindow, signedIn } = openSurveyPlatform()

const INES = 'ines.duarte@wingtip.example'
const SOL = 'sol.kim@tailspin.example'

/** Goes to the provider by the button of the sign-in page and chooses an account there. */
async function comeAs(page: Page, name: string): Promise<void> {
  await page.goto('sign-in')
  await page.getByRole('link', { name: 'Continue with Google' }).click()
  await page.getByRole('heading', { name: 'Choose an account' }).waitFor()
  await page.getByRole('link', { name }).click()
}

async function isIn(page: Page, name: string): Promise<void> {
  await page.waitForURL('**/survey-platform/surveys')
  await page.getByRole('banner').getByText(name).waitFor()
}

async function isRefused(page: Page): Promise<void> {
  await page.waitForURL('**/survey-platform/sign-in?problem=not-admitted')
  await page.getByRole('alert').getByText('You have no account here that can be used this way.').waitFor()
}

async function signOut(page: Page, name: string): Promise<void> {
  await page.getByRole('banner').getByText(name).click()
  await page.getByText('Sign out').click()
  await page.waitForURL('**/survey-platform/sign-in')
}

interface Found {
  readonly id: string
  readonly version: number
}

async function find(page: Page, email: string): Promise<Found> {
  const answer = await page.request.get(`api/rollcall/users?q=${encodeURIComponent(email)}`)
  const { items } = (await answer.json()) as { items: Found[] }
  return items[0] ?? Promise.reject(new Error(`Nobody is found by ${email}.`))
}

/** What an administrator changes about somebody, as the pages send it. */
async function change(page: Page, email: string, data: object): Promise<number> {
  const { id, version } = await find(page, email)
  const headers = { origin: inject('consoleUrl'), 'if-match': `"${version}"` }
  return (await page.request.patch(`api/rollcall/users/${id}`, { data, headers })).status()
}

describe('single sign-on in the survey platform', () => {
  it('[B85] [C16] [C47] brings somebody new along, and again, with the roles the provider may give and no others', async () => {
    const page = await openWindow()
    await comeAs(page, 'Inês Duarte')
    await isIn(page, 'Inês Duarte')
    const row = await rowOf(await signedIn(tomasz), INES)
    await row.getByText('Survey Creator').waitFor()
    await signOut(page, 'Inês Duarte')

    await page.getByLabel('Email address').fill(INES)
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('heading', { name: 'Sign in with Google' }).waitFor()
    await page.getByRole('link', { name: 'Continue with Google' }).click()
    // The session there has ended too: it asks again, and knows who was meant.
    await page.locator('a[aria-current=true]', { hasText: 'Inês Duarte' }).click()
    await isIn(page, 'Inês Duarte')
  })

  it('[C17] [C18] signs in who has always signed in that way, and offers them no password to change', async () => {
    const page = await openWindow()
    await comeAs(page, 'Mei-Lin Zhao')
    await isIn(page, 'Mei-Lin Zhao')
    await page.goto('profile')
    await page.getByLabel('First name').waitFor()
    expect(await page.getByRole('button', { name: 'Change password' }).count()).toBe(0)
  })

  it('refuses a stranger, and whoever gives up there comes back to where they were', async () => {
    const page = await openWindow()
    await comeAs(page, 'Mallory Finch')
    await isRefused(page)
    await page.getByRole('link', { name: 'Continue with Google' }).click()
    await page.getByRole('link', { name: 'Back to Northwind Surveys' }).click()
    await page.waitForURL('**/survey-platform/sign-in?problem=sign-in-interrupted')
    await page.getByRole('alert').getByText('Signing in was interrupted. Start again.').waitFor()
  })

  it('[B74] [B86] [C53] follows somebody from a password to the provider and back, and out when deactivated', async () => {
    const administrator = await signedIn(tomasz)
    await invite(administrator, SOL, 'standard-user')
    const mailbox = await openWindow()
    const registration = await follow(mailbox, await openMail(mailbox, SOL, /invited you/), 'Set up your account')
    await registration.getByLabel('First name').fill('Sol')
    await registration.getByLabel('Last name').fill('Kim')
    await registration.locator('input[autocomplete=new-password]').fill(NEW_PASSWORD)
    await registration.locator('button[type=submit]').click()
    await registration.waitForURL('**/profile')
    const { id } = await find(administrator, SOL)

    const come = async () => {
      const page = await openWindow()
      await comeAs(page, 'Sol Kim')
      return page
    }
    await isRefused(await come())

    expect(await change(administrator, SOL, { authentication: { kind: 'external', provider: 'Google' } })).toBe(200)
    expect(await signIn(await openWindow(), SOL, NEW_PASSWORD)).toBe(401)
    await isIn(await come(), 'Sol Kim')
    expect((await find(administrator, SOL)).id).toBe(id)

    expect(await change(administrator, SOL, { enabled: false })).toBe(200)
    await isRefused(await come())

    expect(await change(administrator, SOL, { enabled: true, authentication: { kind: 'internal' } })).toBe(200)
    await isRefused(await come())
    expect(await signIn(await openWindow(), SOL, NEW_PASSWORD)).toBe(200)
  })
})
