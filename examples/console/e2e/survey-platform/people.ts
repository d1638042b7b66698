import type { Locator, Page } from 'playwright'
import { openBrowser, send } from '../visitors.ts'

export const rana = 'rana.alkhatib@fabrikam.example'
export const tomasz = 'tomasz.wojcik@northwind.example'
export const misaki = 'misaki.tanaka@fabrikam.example'
export const amara = 'amara.okafor@northwind.example'
export const elif = 'elif.yilmaz@northwind.example'
export const kwame = 'kwame.mensah@contoso.example'

/** Where whoever joins in a test has their address: nobody who was seeded does. */
export const NEWCOMERS = 'tailspin.example'
export const NEW_PASSWORD = 'seven green boats, 9 oars'

/** A browser on the survey platform. */
export function openSurveyPlatform() {
  const { openWindow, admit } = openBrowser('survey-platform')
  return { openWindow, signedIn: admit }
}

export async function invite(page: Page, email: string, role: string) {
  const status = await send(page, 'invitations', { emails: [email], grants: [{ role, scope: null }] })
  if (status !== 201) throw new Error(`Inviting ${email} was answered ${status}.`)
}

export async function openSystemUsers(page: Page): Promise<void> {
  await page.goto('admin/users')
  await page.locator('tr[data-user]').first().waitFor()
}

/** The row of somebody in System Users. */
export async function rowOf(page: Page, who: string): Promise<Locator> {
  await openSystemUsers(page)
  const row = page.locator('tr[data-user]').filter({ hasText: who })
  await row.waitFor()
  return row
}
