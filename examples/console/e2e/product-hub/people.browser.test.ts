import type { Locator, Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { follow, openBrowser, openMail, send, signIn } from '../visitors.ts'

const { openWindow, admit } = openBrowser('product-hub')

const CHOSEN = 'Seven green boats, 9 oars'

async function openUserManagement(page: Page) {
  await page.goto('admin/users')
  await page.locator('tr[data-user]').first().waitFor()
}

/** What the menu of somebody’s row offers by those words. */
async function rowAct(page: Page, name: string, words: string): Promise<Locator> {
  const row = page.locator('tr[data-user]').filter({ hasText: name })
  await row.locator('[data-column=actions] button').click()
  return page.getByRole('menuitem', { name: words })
}

const next = (wizard: Locator, words: string) => wizard.getByRole('button', { name: words, exact: true }).click()

describe('the people of the product hub', () => {
  it('[B27] [B31] [B38] are set up past a problem in a closed group, welcomed, and choose their password', async () => {
    const page = await admit('tomasz.wojcik')
    await openUserManagement(page)
    await page.getByRole('button', { name: 'Create user' }).click()
    const wizard = page.getByRole('dialog')
    await wizard.getByLabel('First name').fill('Lena')
    await wizard.getByLabel('Last name').fill('Vogt')
    await wizard.getByLabel('Email address').fill('lena.vogt@northwind.example')
    await wizard.getByRole('checkbox', { name: 'Administrator', exact: true }).check()
    expect(await wizard.getByLabel('Username').count()).toBe(0)
    await next(wizard, 'Continue')
    await wizard.getByRole('button', { name: 'Login details 1 problem' }).waitFor()
    await wizard.getByLabel('Username').fill('Lena.Vogt')
    await next(wizard, 'Continue')

    await wizard.getByRole('searchbox').waitFor()
    expect(await wizard.getByRole('checkbox', { name: 'Default', checked: true }).count()).toBe(2)
    await wizard.getByRole('checkbox', { name: 'Group policies' }).uncheck()
    await next(wizard, 'Create user and continue')
    await page.getByText('Created Lena Vogt').waitFor()
    await wizard.getByText('Ask the audit lead for a team before the first audit.').waitFor()
    await next(wizard, 'Done')

    const mailbox = await openWindow()
    const mail = await openMail(mailbox, 'lena.vogt@northwind.example', /^Welcome/)
    const visitor = await follow(mailbox, mail, 'Choose a password')
    await visitor.locator('input[autocomplete=new-password]').fill(CHOSEN)
    await visitor.locator('button[type=submit]').click()
    await visitor.waitForURL('**/sign-in')
    await visitor.getByLabel('Username').fill('lena.vogt')
    await visitor.getByLabel('Password', { exact: true }).fill(CHOSEN)
    await visitor.getByRole('button', { name: 'Sign in' }).click()
    await visitor.getByRole('banner').getByText('Lena Vogt').waitFor()
    await visitor.getByRole('main').getByRole('link', { name: 'Audits EMEA' }).waitFor()
    expect(await visitor.getByRole('main').getByRole('link').count()).toBe(1)
  })

  it('[B19] [B21] [B56] begin with the instances that Apps and Instances makes defaults', async () => {
    const page = await admit('amara.okafor')
    await page.goto('admin/apps')
    await page.getByRole('button', { name: /^Training/ }).click()
    await page.getByRole('switch', { name: 'Default: Training sandbox' }).click()
    await page
      .getByRole('button', { name: /^Training/ })
      .filter({ hasText: '1 default' })
      .waitFor()

    await openUserManagement(page)
    await page.getByRole('button', { name: 'Create user' }).click()
    const wizard = page.getByRole('dialog')
    await wizard.getByLabel('First name').fill('Pavel')
    await wizard.getByLabel('Last name').fill('Hrubý')
    await wizard.getByLabel('Email address').fill('pavel.hruby@contoso.example')
    await wizard.getByRole('button', { name: 'Login details' }).click()
    await wizard.getByLabel('Username').fill('pavel')
    await next(wizard, 'Continue')
    await wizard.getByRole('checkbox', { name: 'Training sandbox Default', checked: true }).waitFor()
  })

  it('[B41] [B43] [B44] are edited from their row, and find an instance more from then on', async () => {
    const page = await admit('tomasz.wojcik')
    await openUserManagement(page)
    await (await rowAct(page, 'Rana ‘Roro’ Al-Khatib', 'Edit user')).click()
    const wizard = page.getByRole('dialog')
    await wizard.getByLabel('Job title').fill('Trainer')
    await next(wizard, 'Continue')
    await wizard.getByRole('checkbox', { name: 'Training', exact: true }).last().check()
    await next(wizard, 'Save and continue')
    await page.getByText('Saved the changes to Rana ‘Roro’ Al-Khatib').waitFor()
    await wizard.getByText('Choose a curriculum in Training → People.').waitFor()
    await next(wizard, 'Done')

    const rana = await admit('rana')
    await rana.goto('home')
    await rana.getByRole('main').getByRole('link', { name: 'Training', exact: true }).click()
    await rana.getByText('Working at heights, yearly').waitFor()
    await rana.goto('profile')
    expect(await rana.getByLabel('Job title').inputValue()).toBe('Trainer')
  })

  it('[B10] [B48] [B50] are not deleted while they are protected, and for good once they are not', async () => {
    const page = await admit('tomasz.wojcik')
    const sefa = { email: 'sefa.leota@contoso.example', username: 'sefa', firstName: 'Sefa', lastName: 'Leota' }
    expect(await send(page, 'users', sefa)).toBe(201)
    await openUserManagement(page)
    const refused = await rowAct(page, 'Sefa Leota', 'Delete…')
    expect(await refused.getAttribute('aria-disabled')).toBe('true')
    await refused.getByText('This person is protected from deletion.').waitFor()
    await page.keyboard.press('Escape')

    await (await rowAct(page, 'Sefa Leota', 'Edit user')).click()
    const wizard = page.getByRole('dialog')
    await wizard.getByRole('switch', { name: 'Protected' }).click()
    await next(wizard, 'Continue')
    await next(wizard, 'Save and continue')
    await next(wizard, 'Done')
    await (await rowAct(page, 'Sefa Leota', 'Delete…')).click()
    const dialog = page.getByRole('dialog', { name: 'Delete Sefa Leota?' })
    await dialog.getByRole('button', { name: 'Deactivate instead' }).waitFor()
    await dialog.getByRole('textbox').fill('Sefa Leota')
    await dialog.getByRole('button', { name: 'Delete user' }).click()
    await page.getByText('Deleted Sefa Leota').waitFor()
    await page.locator('tr[data-user]').filter({ hasText: 'Sefa Leota' }).waitFor({ state: 'detached' })
    expect(await signIn(await openWindow(), 'sefa', CHOSEN)).toBe(401)
  })
})
