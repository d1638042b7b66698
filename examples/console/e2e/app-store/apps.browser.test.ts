import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { huda, meilin, openBrowser, openUser, oscar, sendInvitation, tomasz } from '../visitors.ts'

const { signedIn, register, join } = openBrowser('app-store')

async function appsOf(page: Page): Promise<string[]> {
  await page.goto('apps')
  await page.getByRole('heading', { name: 'Apps' }).waitFor()
  await page.waitForLoadState('networkidle')
  return page.locator('.host-apps a').allTextContents()
}

const navigation = async (page: Page) => {
  await page.goto('apps/app-field-notes')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('networkidle')
  return page.getByRole('navigation').getByRole('link').allTextContents()
}

describe('apps', () => {
  it('[A31] [A48] [A49] lead everybody to what their roles reach', async () => {
    const everywhere = ['Apps', 'My profile']
    const managers = ['Apps', 'Users', 'My profile']
    expect(await navigation(await signedIn(tomasz))).toEqual([...managers, 'Builds', 'Permissions'])
    expect(await navigation(await signedIn(oscar))).toEqual([...managers, 'Builds', 'Permissions'])
    expect(await navigation(await signedIn(huda))).toEqual([...everywhere, 'Builds'])
    const publisher = await signedIn(meilin)
    expect(await navigation(publisher)).toEqual([...everywhere, 'Builds'])
    await publisher.goto('apps')
    await publisher.getByRole('link', { name: 'New app' }).waitFor()
  })

  it('[A6] [A47] [A49] invite developers from their permissions, by their owner alone', async () => {
    const page = await signedIn(oscar)
    await page.goto('apps/app-field-notes/permissions')
    await page.getByRole('button', { name: 'Invite developers' }).click()
    await sendInvitation(page, 'Invite to Field Notes', 'sefa.leota@contoso.example')

    const developer = await register('sefa.leota@contoso.example', 'Sefa Leota')
    expect(await appsOf(developer)).toEqual(['Field Notes'])
    await developer.goto('apps/app-field-notes')
    await developer.getByRole('heading', { name: 'Upload a build' }).waitFor()
    const people = page.getByRole('region', { name: 'Permissions' })
    await page.reload()
    await people.getByRole('listitem').filter({ hasText: 'Sefa Leota' }).getByText('Developer').waitFor()
  })

  it('[A6] [A51] assign and invite people on the last page of their creation', async () => {
    const page = await signedIn(meilin)
    await page.getByRole('link', { name: 'New app' }).click()
    await page.getByLabel('Name').fill('Tide Tables')
    await page.getByLabel('Platform').selectOption('Android')
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByLabel('What it does').fill('High water and low water.')
    await page.getByRole('button', { name: 'Create app' }).click()

    const people = page.getByRole('region', { name: 'Permissions' })
    await people.getByRole('listitem').filter({ hasText: 'Mei-Lin Zhao' }).getByText('App owner').waitFor()
    await people.getByLabel('Role', { exact: true }).selectOption('API user')
    await people.getByRole('combobox', { name: 'Person' }).fill(huda)
    await page.getByRole('option', { name: huda }).click()
    await people.getByRole('button', { name: 'Give role' }).click()
    await people.getByRole('listitem').filter({ hasText: huda }).getByText('API user').waitFor()
    await page.getByRole('button', { name: 'Invite developers' }).click()
    await sendInvitation(page, 'Invite to Tide Tables', 'aroha.ngata@contoso.example')
    await page.getByRole('link', { name: 'Done' }).click()
    await page.getByRole('heading', { name: 'Tide Tables', level: 1 }).waitFor()

    expect(await appsOf(await register('aroha.ngata@contoso.example', 'Aroha Ngata'))).toEqual(['Tide Tables'])
    expect(await appsOf(await signedIn(huda))).toEqual(['Field Notes', 'Tide Tables'])
  })

  it('[A30] [A46] [A51] are reached at once by roles of both kinds, given on a user’s page', async () => {
    const administrator = await signedIn(tomasz)
    const page = await join(administrator, 'ines.duarte@contoso.example', 'Ines Duarte')
    expect(await appsOf(page)).toEqual([])

    await openUser(administrator, 'ines.duarte@contoso.example', 'Ines Duarte')
    const roles = administrator.getByRole('region', { name: 'Assigned roles' })
    await roles.getByText('No roles yet').waitFor()
    await roles.getByRole('button', { name: 'Give a role on an app' }).click()
    const dialog = administrator.getByRole('dialog', { name: 'Give a role on an app' })
    await dialog.getByLabel('App').selectOption('Route Planner')
    await dialog.getByRole('switch', { name: 'API user' }).click()
    await dialog.getByText('Saved').waitFor()
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await roles.getByRole('button', { name: 'Edit the roles on Route Planner' }).waitFor()
    expect(await appsOf(page)).toEqual(['Route Planner'])
    expect(await page.getByRole('link', { name: 'New app' }).count()).toBe(0)

    await roles.getByRole('switch', { name: 'Publisher' }).click()
    await expect.poll(() => appsOf(page)).toContain('Field Notes')
    await page.getByRole('link', { name: 'New app' }).waitFor()
  })
})
