import { describe, expect, it } from 'vitest'
import { openBrowser, SEEDED, signIn } from '../visitors.ts'

const { openWindow, admit } = openBrowser('product-hub')

describe('a visitor of the product hub', () => {
  it('[B2] [B12] signs in by the user name an administrator gave them, in any case, and cannot register', async () => {
    const page = await openWindow()
    await page.goto('sign-in')
    await page.getByLabel('Username').fill('OSCAR')
    await page.getByLabel('Password', { exact: true }).fill(SEEDED)
    expect(await page.getByRole('main').getByRole('link').allTextContents()).toEqual(['Forgot your password?'])
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL('**/home')
    await page.getByRole('banner').getByText('Óscar de la Fuente y Montenegro').waitFor()
    expect(await signIn(await openWindow(), 'nobody', SEEDED)).toBe(401)
  })

  it('[B1] finds the Admin Console where they administer people, and nowhere else', async () => {
    const administrator = await admit('tomasz.wojcik')
    await administrator.goto('.')
    await administrator.getByRole('navigation').getByRole('link', { name: 'User Management' }).click()
    await administrator.getByRole('row').filter({ hasText: 'Amara Okafor' }).waitFor()

    const user = await admit('oscar')
    await user.goto('admin/users')
    await user.getByRole('heading', { name: 'This page is not open to you' }).waitFor()
    expect(await user.getByRole('navigation').getByText('Admin Console').count()).toBe(0)
  })
})
