import type { Locator, Page } from 'playwright'
import { describe, expect, inject, it } from 'vitest'
import { elif, kwame, openSurveyPlatform, openSystemUsers, rana, rowOf } from './people.ts'

const { signedIn } = openSurveyPlatform()

const head = (page: Page, column: string) => page.locator(`th[data-column=${column}][scope=col]`)
const orderOf = (page: Page) =>
  page.locator('th[scope=col]').evaluateAll((all) => all.map((th) => (th as HTMLElement).dataset.column))
const organizations = (page: Page) => page.locator('tr[data-user] [data-column=organization]').allTextContents()
/** What says that somebody reaches surveys they hold no role on. */
const reach = (page: Page) =>
  page.getByRole('region', { name: 'Assigned roles' }).locator('.rc-roles-name').filter({ hasText: 'Every survey' })
const sorted = (texts: readonly string[]) => [...texts].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))

async function drag(page: Page, from: Locator, to: { x: number; y: number }) {
  const box = await from.boundingBox()
  if (!box) throw new Error('What is dragged is not on the page.')
  await from.hover()
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2 + 12, box.y + box.height / 2, { steps: 4 })
  await page.mouse.move(to.x, to.y, { steps: 12 })
  await page.mouse.up()
}

async function openMenu(page: Page): Promise<string[]> {
  const navigation = page.getByRole('navigation', { name: 'Main' })
  await navigation.getByRole('link', { name: 'My profile' }).waitFor()
  const admin = navigation.getByRole('button', { name: 'Admin' })
  if ((await admin.count()) === 0) return []
  await admin.click()
  return page.locator('.host-menu li').allTextContents()
}

describe('the navigation', () => {
  it('[C2] [C5] leads by Admin to what each role opens', async () => {
    const page = await signedIn(rana)
    await page.goto('surveys')
    expect(await openMenu(page)).toEqual(['System Users', 'Roles', 'Groups', 'Audit'])
    await page.getByRole('link', { name: 'System Users' }).click()
    await page.getByRole('heading', { name: 'System Users', level: 1 }).waitFor()
    await openMenu(page)
    await page.getByRole('link', { name: 'Roles' }).click()
    await page.getByRole('columnheader', { name: 'Superuser' }).waitFor()

    const standard = await signedIn(elif)
    await standard.goto('surveys')
    expect(await openMenu(standard)).toEqual(['System Users', 'Roles', 'Groups'])
    const below = await signedIn(kwame)
    await below.goto('surveys')
    expect(await openMenu(below)).toEqual([])
  })

  it('[C5] keeps pages and answers from whoever types their addresses', async () => {
    const page = await signedIn(kwame)
    for (const path of ['admin/users', 'admin/roles', 'admin/groups', 'admin/audit']) {
      await page.goto(path)
      await page.getByRole('heading', { name: 'This page is not open to you' }).waitFor()
    }
    for (const path of ['users', 'roles', 'groups', 'audit']) {
      const answer = await page.request.get(`${inject('consoleUrl')}/survey-platform/api/rollcall/${path}`)
      expect([path, answer.status()]).toEqual([path, 403])
    }
  })
})

describe('the table of System Users', () => {
  it('[C3] points to the security basics above it', async () => {
    const page = await signedIn(rana)
    await openSystemUsers(page)
    await page.getByRole('link', { name: 'security basics' }).click()
    await page.getByRole('heading', { name: 'Security basics' }).waitFor()
  })

  it('[C8] sorts by a press on a head, turns around by another, and stays so when loaded again', async () => {
    const page = await signedIn(rana)
    await openSystemUsers(page)
    const organization = head(page, 'organization')
    await organization.getByRole('button').click()
    await page.locator('th[data-column=organization][aria-sort=ascending]').waitFor()
    await expect.poll(async () => (await organizations(page))[0]).toBe('contoso.example')
    const all = await organizations(page)
    const given = all.filter((text) => !text.startsWith('–'))
    expect(all).toEqual([...sorted(given), ...all.filter((text) => text.startsWith('–'))])
    await organization.getByRole('button').click()
    await expect.poll(async () => (await organizations(page))[0]).toBe(sorted(given).at(-1))
    const descending = await organizations(page)
    await page.reload()
    await page.locator('tr[data-user]').first().waitFor()
    expect(await organizations(page)).toEqual(descending)
    expect(await organization.getAttribute('aria-sort')).toBe('descending')
  })

  it('[C9] gives a column the width it is dragged to, for good', async () => {
    const page = await signedIn(rana)
    await openSystemUsers(page)
    const width = async () => (await head(page, 'status').boundingBox())?.width ?? 0
    const before = await width()
    const separator = head(page, 'status').getByRole('separator')
    const box = await separator.boundingBox()
    if (!box) throw new Error('There is nothing to size the column by.')
    await drag(page, separator, { x: box.x + box.width / 2 + 60, y: box.y + box.height / 2 })
    await expect.poll(width).toBeGreaterThan(before + 40)
    const after = await width()
    await openSystemUsers(page)
    await expect.poll(width).toBeCloseTo(after, 0)
  })

  it('[C10] puts a column where its head is dropped, for good', async () => {
    const page = await signedIn(rana)
    await openSystemUsers(page)
    const before = await orderOf(page)
    const target = await head(page, 'organization').boundingBox()
    if (!target) throw new Error('There is no column to drop at.')
    await drag(page, head(page, 'status').getByRole('button'), {
      x: target.x + target.width / 2,
      y: target.y + target.height / 2,
    })
    const moved = before.filter((column) => column !== 'status')
    moved.splice(before.indexOf('organization'), 0, 'status')
    await expect.poll(() => orderOf(page)).toEqual(moved)
    await openSystemUsers(page)
    expect(await orderOf(page)).toEqual(moved)
  })

  it('[C11] opens an account by a double press: details, groups, surveys and roles on them', async () => {
    const page = await signedIn(rana)
    await (await rowOf(page, 'huda.elsayed')).locator('[data-column=organization]').dblclick()
    await page.getByRole('heading', { name: 'هدى السيد' }).waitFor()
    expect(await page.getByLabel('First name').inputValue()).toBe('هدى')
    const roles = page.getByRole('region', { name: 'Assigned roles' })
    await roles.getByText('Customer pulse 2026').waitFor()
    await roles.getByText('Researcher').waitFor()
    await page.getByRole('region', { name: 'Groups' }).getByText('Client and agency').waitFor()
    expect(await reach(page).count()).toBe(0)
  })

  it('[C12] marks with an asterisk who reaches every survey', async () => {
    const page = await signedIn(rana)
    for (const who of ['Jonas Lindqvist', 'Tomasz Wójcik']) {
      await (await rowOf(page, who)).locator('[data-column=organization]').dblclick()
      expect(await reach(page).textContent()).toMatch(/^\*/)
    }
  })
})
