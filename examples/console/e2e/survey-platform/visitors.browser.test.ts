import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { follow, openMail, SEEDED, signIn } from '../visitors.ts'
import { elif, invite, kwame, NEW_PASSWORD, NEWCOMERS, openSurveyPlatform, rana, rowOf, tomasz } from './people.ts'

const { openWindow, signedIn } = openSurveyPlatform()

/** Somebody invited who follows the link of the mail and sets their account up. */
async function join(email: string, first: string, last: string): Promise<Page> {
  await invite(await signedIn(tomasz), email, 'standard-user')
  const mailbox = await openWindow()
  const page = await follow(mailbox, await openMail(mailbox, email, /invited you/), 'Set up your account')
  await page.getByLabel('First name').fill(first)
  await page.getByLabel('Last name').fill(last)
  await page.getByLabel('Language', { exact: true }).selectOption('Deutsch')
  await page.locator('input[autocomplete=new-password]').fill(NEW_PASSWORD)
  await page.locator('button[type=submit]').click()
  await page.waitForURL('**/profile')
  return page
}

describe('a visitor of the survey platform', () => {
  it('[C47] signs in by the address first, which one may take back', async () => {
    const page = await openWindow()
    await page.goto('sign-in')
    expect(await page.locator('input[type=password]').count()).toBe(0)
    await page.getByLabel('Email address').fill(kwame)
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('heading', { name: 'Enter your password' }).waitFor()
    await page.getByText(kwame).waitFor()
    await page.getByRole('button', { name: 'Not you?' }).click()
    await page.getByLabel('Email address').fill(elif)
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByLabel('Password', { exact: true }).fill(SEEDED)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL('**/surveys')
    await page.getByRole('banner').getByText('Elif Yılmaz').waitFor()
  })

  it('[C24] is confirmed once they followed the link and chose preferences and a password', async () => {
    const email = `lena.vogt@${NEWCOMERS}`
    const page = await join(email, 'Lena', 'Vogt')
    await page.getByRole('banner').getByText('Lena Vogt').waitFor()
    expect(await page.getByLabel('Language', { exact: true }).inputValue()).toBe('de')
    const row = await rowOf(await signedIn(rana), 'Lena Vogt')
    expect(await row.getAttribute('data-status')).toBe('confirmed')
    expect(await signIn(await openWindow(), email, NEW_PASSWORD)).toBe(200)
  })

  it('[C34] [C35] who is locked out after five guesses helps themselves by “Forgot your password?”', async () => {
    const email = `sefa.leota@${NEWCOMERS}`
    await join(email, 'Sefa', 'Leota')
    const page = await openWindow()
    for (let guess = 1; guess <= 5; guess += 1) expect(await signIn(page, email, `guess ${guess}`)).toBe(401)
    expect(await signIn(page, email, NEW_PASSWORD)).toBe(401)

    await page.goto('sign-in')
    await page.getByLabel('Email address').fill(email)
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('link', { name: 'Forgot your password?' }).click()
    await page.getByLabel('Email address').fill(email)
    await page.getByRole('button', { name: 'Send link' }).click()
    await page.getByText('Look in your mail').waitFor()
    const mailbox = await openWindow()
    const reset = await follow(mailbox, await openMail(mailbox, email, /Passwort|password/i), /Passwort|password/i)
    await reset.locator('input[autocomplete=new-password]').fill('nine yellow kites, 4 strings')
    await reset.locator('button[type=submit]').click()
    await reset.getByText('Your new password is set').waitFor()
    expect(await signIn(await openWindow(), email, 'nine yellow kites, 4 strings')).toBe(200)
    const row = await rowOf(await signedIn(rana), 'Sefa Leota')
    expect(await row.getAttribute('data-status')).toBe('confirmed')
  })
})
