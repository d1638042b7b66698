import type { Page } from 'playwright'
import { describe, expect, inject, it } from 'vitest'
import { huda, openBrowser, openMail, openUser, tomasz } from '../visitors.ts'

const { openWindow, signedIn, join } = openBrowser('app-store')

async function upload(token: string, version: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` }
  const body = JSON.stringify({ version })
  return (
    await fetch(`${inject('consoleUrl')}/app-store/api/apps/app-field-notes/upload`, { method: 'POST', headers, body })
  ).status
}

async function createApp(page: Page, name: string) {
  await page.goto('apps/new')
  await page.getByLabel('Name').fill(name)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Create app' }).click()
  await page.getByRole('link', { name: 'Done' }).click()
  await page.getByRole('heading', { name, level: 1 }).waitFor()
}

interface MailHead {
  id: string
  to: string
  subject: string
}

const mails = async (): Promise<MailHead[]> => (await fetch(`${inject('consoleUrl')}/app-store/demo/mails`)).json()

describe('what ends', () => {
  it('[A19] [A38] [A45] a token made for somebody else, shown once, works on the host’s routes until it is revoked', async () => {
    const page = await signedIn(tomasz)
    await openUser(page, huda, 'هدى السيد')
    const tokens = page.getByRole('region', { name: 'API tokens' })
    await tokens.getByRole('button', { name: 'Generate token' }).click()
    const dialog = page.getByRole('dialog', { name: 'Token for هدى السيد' })
    const token = await dialog.getByLabel('Token').inputValue()
    await dialog.getByRole('button', { name: 'Copy token' }).click()
    await dialog.getByRole('button', { name: 'Done' }).click()
    await tokens.getByText('Made by Tomasz Wójcik').waitFor()
    expect(await page.content()).not.toContain(token)
    await openMail(await openWindow(), huda, /A new API token/)

    expect(await upload(token, '4.3.0')).toBe(201)
    await page.reload()
    await tokens.getByText(/Last used/).waitFor()
    await tokens.getByRole('button', { name: /Revoke/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke token' }).click()
    await page.getByText('Revoked the token').waitFor()
    expect(await upload(token, '4.3.1')).toBe(401)
    await page.goto('apps/app-field-notes')
    await page.getByRole('cell', { name: '4.3.0' }).waitFor()
    expect(await page.getByRole('cell', { name: '4.3.1' }).count()).toBe(0)
  })

  it('[A20] [A21] the last owner of two apps: one mail lists both to each who manages users, none to the deleted', async () => {
    const [email, name] = ['pavel.hruby@contoso.example', 'Pavel Hruby'] as const
    const administrator = await signedIn(tomasz)
    const page = await join(administrator, email, name)
    await openUser(administrator, email, name)
    const roles = administrator.getByRole('region', { name: 'Assigned roles' })
    for (const role of ['Publisher', 'User management']) {
      const saved = administrator.waitForResponse('**/grants')
      await roles.getByRole('switch', { name: role }).click()
      expect((await saved).status()).toBe(200)
    }
    await createApp(page, 'Snow Depth')
    await createApp(page, 'Lake Levels')

    await administrator.reload()
    await administrator.getByRole('button', { name: 'Delete…' }).click()
    const dialog = administrator.getByRole('dialog', { name: `Delete ${name}?` })
    await dialog.getByText(/Snow Depth/).waitFor()
    await dialog.getByRole('textbox').fill(name)
    await dialog.getByRole('button', { name: 'Delete user' }).click()
    await administrator.waitForURL('**/users')
    await page.goto('profile')
    await page.waitForURL('**/sign-in')

    const warnings = async () => (await mails()).filter(({ subject }) => /^2 apps/i.test(subject))
    await expect.poll(async () => (await warnings()).length, { timeout: 10_000 }).toBe(3)
    const told = await warnings()
    expect(told.map(({ to }) => /[^ <]+@[^>]+/.exec(to)?.[0]).sort()).toEqual([
      'amara.okafor@northwind.example',
      'rana.alkhatib@fabrikam.example',
      tomasz,
    ])
    for (const { id } of told) {
      const { text } = await (await fetch(`${inject('consoleUrl')}/app-store/demo/mails/${id}`)).json()
      expect(text).toContain('Snow Depth')
      expect(text).toContain('Lake Levels')
    }
  })
})
