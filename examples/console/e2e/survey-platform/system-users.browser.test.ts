import type { Locator, Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { openBrowser, openMail } from '../visitors.ts'

const SEEDED = 'walnut lantern orbit 42'
const tomasz = 'tomasz.wojcik@northwind.example'
const elif = 'elif.yilmaz@northwind.example'

const { openWindow } = openBrowser('survey-platform')

/** Somebody signed in, on the page where surveys are listed. */
async function signedIn(email: string): Promise<Page> {
  const page = await openWindow()
  await page.goto('sign-in')
  await page.getByLabel('Email address').fill(email)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByLabel('Password', { exact: true }).fill(SEEDED)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/surveys')
  return page
}

async function openSystemUsers(email: string): Promise<Page> {
  const page = await signedIn(email)
  await page.getByRole('button', { name: 'Admin' }).click()
  await page.getByRole('link', { name: 'System Users' }).click()
  await page.waitForURL('**/admin/users')
  await page.getByRole('row').nth(1).waitFor()
  return page
}

const head = (page: Page, name: string | RegExp) => page.getByRole('columnheader', { name })
const rowOf = (page: Page, email: string) => page.getByRole('row').filter({ hasText: email })
const width = async (column: Locator) => (await column.boundingBox())?.width ?? 0
const order = (page: Page) => page.getByRole('columnheader').allInnerTexts()

describe('the way to the system users', () => {
  it('[C2] [C5] leads through the Admin menu, from Standard User up', async () => {
    const page = await openSystemUsers(elif)
    await page.getByRole('heading', { name: 'System Users' }).waitFor()
    const below = await signedIn('noor_haddad@gmail.com')
    expect(await below.getByRole('button', { name: 'Admin' }).count()).toBe(0)
    await below.goto('admin/users')
    await below.getByRole('heading', { name: 'This page is not open to you' }).waitFor()
  })

  it('[C3] points to the basics of security before anybody is added', async () => {
    const page = await openSystemUsers(tomasz)
    await page.getByRole('link', { name: 'security basics' }).click()
    await page.getByRole('heading', { name: 'Security basics' }).waitFor()
  })
})

describe('the columns', () => {
  it('[C8] sort by a press on their head, and stay sorted after a reload', async () => {
    const page = await openSystemUsers(tomasz)
    await head(page, /Last sign-in/)
      .getByRole('button')
      .first()
      .click()
    await page.waitForURL(/lastSignInAt/)
    await page.reload()
    await expect.poll(() => head(page, /Last sign-in/).getAttribute('aria-sort')).toBe('descending')
  })

  it('[C9] take another width by the pointer, which a reload keeps', async () => {
    const page = await openSystemUsers(tomasz)
    const status = head(page, /Status/)
    const before = await width(status)
    const edge = await page.getByRole('separator', { name: 'Width of Status' }).boundingBox()
    if (!edge) throw new Error('The column has no edge to drag.')
    const [x, y] = [edge.x + edge.width / 2, edge.y + edge.height / 2]
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 80, y, { steps: 8 })
    await page.mouse.up()
    expect(await width(status)).toBeGreaterThan(before + 60)
    await page.reload()
    await page.getByRole('row').nth(1).waitFor()
    await expect.poll(() => width(status)).toBeGreaterThan(before + 60)
  })

  it('[C10] are dragged into another order, which a reload keeps', async () => {
    const page = await openSystemUsers(tomasz)
    const before = await order(page)
    const [from, to] = [await head(page, /Role/).boundingBox(), await head(page, /Status/).boundingBox()]
    if (!from || !to) throw new Error('The heads are not to be seen.')
    await page.mouse.move(from.x + 30, from.y + from.height / 2)
    await page.mouse.down()
    await page.mouse.move(to.x + 10, to.y + to.height / 2, { steps: 12 })
    await page.mouse.up()
    const place = async (name: string) => (await order(page)).findIndex((text) => text.startsWith(name))
    expect(await order(page)).not.toEqual(before)
    expect(await place('Role')).toBeLessThan(await place('Status'))
    await page.reload()
    await page.getByRole('row').nth(1).waitFor()
    expect(await place('Role')).toBeLessThan(await place('Status'))
  })
})

describe('a row', () => {
  it('[C11] [C12] opens by a double click: groups, surveys and roles, and an asterisk for every survey', async () => {
    const page = await openSystemUsers(tomasz)
    await rowOf(page, 'jonas.lindqvist@').dblclick()
    await page.waitForURL('**/admin/users/*')
    await page.getByRole('heading', { name: 'Jonas Lindqvist' }).waitFor()
    for (const part of ['Groups', 'Assigned roles']) await page.getByRole('heading', { name: part }).first().waitFor()
    await page.getByText('*', { exact: true }).first().waitFor()
  })
})

describe('the icons of the Status column', () => {
  it('[C26] [C37] [C38] the red lock unlocks, with words of one’s own for somebody below', async () => {
    const page = await openSystemUsers(tomasz)
    await rowOf(page, 'jonas.lindqvist@').getByRole('button', { name: 'Unlock Jonas Lindqvist' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Message').fill('It was the old keyboard, I hear.')
    await dialog.getByRole('button', { name: 'Unlock' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await expect.poll(() => rowOf(page, 'jonas.lindqvist@').textContent()).toContain('Confirmed')
    const mail = await openMail(page, 'jonas.lindqvist@northwind.example', /./)
    await mail.getByText('It was the old keyboard, I hear.').waitFor()
  })

  it('[C27] the purple clock reactivates', async () => {
    const page = await openSystemUsers(tomasz)
    const row = rowOf(page, 'oscar.delafuente@')
    expect(await row.textContent()).toContain('Inactive')
    await row.getByRole('button', { name: /^Reactivate/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Reactivate' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await expect.poll(() => row.textContent()).toContain('Confirmed')
  })

  it('[C28] [C30] the gray key and the orange question mark send the invitation again', async () => {
    const page = await openSystemUsers(tomasz)
    for (const email of ['r.patel@contoso.example', 'new.analyst@northwind.example']) {
      await page.goto('admin/users')
      await rowOf(page, email)
        .getByRole('button', { name: /^(Send|Resend)/ })
        .first()
        .click()
      const dialog = page.getByRole('dialog')
      await dialog.locator('button[type=submit]').click()
      await dialog.waitFor({ state: 'hidden' })
      await expect.poll(() => rowOf(page, email).textContent()).toContain('Not confirmed')
    }
  })
})
