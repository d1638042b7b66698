import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { openMail } from '../visitors.ts'
import { amara, kwame, openSurveyPlatform, rana, rowOf } from './people.ts'

const { openWindow, signedIn } = openSurveyPlatform()

const REASON = 'The field work of the pulse does not end for him.'
const banner = (page: Page) => page.getByRole('region', { name: 'Viewing as somebody else' })

async function viewAsKwame(page: Page) {
  await (await rowOf(page, 'Kwame Mensah')).getByRole('link', { name: 'Kwame Mensah' }).click()
  await page.getByRole('button', { name: 'View as…' }).click()
  const dialog = page.getByRole('dialog', { name: 'View as Kwame Mensah' })
  await dialog.getByLabel('Reason').fill(REASON)
  await dialog.getByRole('button', { name: 'Start viewing' }).click()
  await banner(page).waitFor()
}

async function surveysOf(page: Page): Promise<string[]> {
  await page.goto('surveys')
  await page.locator('.host-table td a').first().waitFor()
  return page.locator('.host-table td a').allTextContents()
}

describe('viewing as somebody else', () => {
  it('[C19] [C20] [C21] takes their rights for one’s own, says so on every page, and leads out again', async () => {
    const page = await signedIn(amara)
    const own = await surveysOf(page)
    await viewAsKwame(page)
    await banner(page).getByText('Kwame Mensah').waitFor()
    await banner(page).getByText(REASON).waitFor()

    expect(await surveysOf(page)).toEqual(await surveysOf(await signedIn(kwame)))
    expect(await page.getByRole('button', { name: 'Admin' }).count()).toBe(0)
    await page.goto('admin/users')
    await page.getByRole('heading', { name: 'This page is not open to you' }).waitFor()
    for (const path of ['surveys/new', 'profile', 'mailbox']) {
      await page.goto(path)
      await banner(page).waitFor()
    }
    await openMail(await openWindow(), kwame, /Amara Okafor/)

    await banner(page).getByRole('button', { name: 'Stop viewing' }).click()
    await banner(page).waitFor({ state: 'hidden' })
    await page.getByRole('banner').getByText('Amara Okafor').waitFor()
    await page.getByRole('button', { name: 'Admin' }).waitFor()
    expect(await surveysOf(page)).toEqual(own)
  })

  it('[C22] leaves both names in the audit, of what the host did and of each request', async () => {
    const page = await signedIn(amara)
    await viewAsKwame(page)
    await page.goto('surveys/survey-customer-pulse-2026')
    await page.getByRole('button', { name: 'Close survey' }).click()
    await page.getByRole('button', { name: 'Publish survey' }).click()
    await page.getByRole('button', { name: 'Close survey' }).waitFor()
    await banner(page).getByRole('button', { name: 'Stop viewing' }).click()
    await banner(page).waitFor({ state: 'hidden' })

    const superuser = await signedIn(rana)
    await superuser.goto('admin/audit')
    const entries = superuser.getByRole('row').filter({ hasText: 'Amara Okafor as Kwame Mensah' })
    await entries.filter({ hasText: 'surveys.publish: Customer pulse 2026' }).first().waitFor()
    const request = 'POST /survey-platform/api/surveys/survey-customer-pulse-2026/publish'
    await entries.filter({ hasText: request }).first().waitFor()
    expect(await entries.filter({ hasText: REASON }).count()).toBeGreaterThan(0)
  })
})
