import { describe, expect, it } from 'vitest'
import { follow, openBrowser, openMail, PASSWORD, rowOf, tomasz, typePassword } from '../visitors.ts'

const { openWindow, signedIn, join } = openBrowser('app-store')

describe('the console', () => {
  it('[A8] [A9] [A12] invites from the Users page, asking for nothing but the address', async () => {
    const page = await signedIn(tomasz)
    await page.goto('users')
    await page.getByRole('button', { name: 'Invite user' }).click()
    const dialog = page.getByRole('dialog', { name: 'Invite user' })
    await dialog.getByLabel('Email address').fill('lena.vogt@northwind.example')
    expect(await dialog.locator('input, select, textarea').count()).toBe(1)
    await dialog.getByRole('button', { name: 'Invite 1 user' }).click()
    await page.getByText('Invited lena.vogt@northwind.example').waitFor()

    expect(await (await rowOf(page, 'lena.vogt@northwind.example')).textContent()).toContain('Not confirmed')
    await openMail(page, 'lena.vogt@northwind.example', /Tomasz Wójcik invited you/)
  })

  it('[A5] [A13] [A14] leads from the mail to the registration page, where registering signs in', async () => {
    const administrator = await signedIn(tomasz)
    const page = await join(administrator, 'noor.haddad@contoso.example', 'Noor Haddad')

    await page.getByRole('banner').getByText('Noor Haddad').waitFor()
    const row = await rowOf(administrator, 'noor.haddad@contoso.example')
    expect(await row.textContent()).toContain('Confirmed')
  })

  it('[A15] tells the inviter by mail who registered', async () => {
    const page = await join(await signedIn(tomasz), 'ama.mensah@contoso.example', 'Ama Mensah')
    const mail = await openMail(page, tomasz, /Ama Mensah/)
    await mail.getByText('ama.mensah@contoso.example').waitFor()
  })

  it('[A32] [C34] locks after five wrong passwords, shows them, and opens by an administrator’s unlock', async () => {
    const administrator = await signedIn(tomasz)
    await join(administrator, 'kwame.petrov@contoso.example', 'Kwame Petrov')

    const page = await openWindow()
    for (let guess = 1; guess <= 5; guess++) {
      const answer = page.waitForResponse('**/api/rollcall/sign-in')
      await typePassword(page, 'kwame.petrov@contoso.example', `wrong ${guess}`)
      expect((await answer).status()).toBe(401)
    }
    // The right one is refused now, in the same words.
    const refused = page.waitForResponse('**/api/rollcall/sign-in')
    await typePassword(page, 'kwame.petrov@contoso.example', PASSWORD)
    expect((await refused).status()).toBe(401)

    const row = await rowOf(administrator, 'kwame.petrov@contoso.example')
    await row.getByRole('link', { name: 'Kwame Petrov' }).click()
    await administrator.waitForURL('**/users/*')
    const failed = administrator.getByRole('row').filter({ hasText: 'Wrong password' })
    await failed.first().waitFor()
    expect(await failed.count()).toBeGreaterThanOrEqual(4)

    const locked = await rowOf(administrator, 'kwame.petrov@contoso.example')
    await locked.getByRole('button', { name: 'Unlock Kwame Petrov' }).click()
    await administrator.getByRole('dialog').getByRole('button', { name: 'Unlock' }).click()
    await administrator.getByText('Unlocked Kwame Petrov').waitFor()
    await openMail(administrator, 'kwame.petrov@contoso.example', /unlocked/)
    await signedIn('kwame.petrov@contoso.example', PASSWORD)
  })

  it('[C35] lets somebody who is locked out help themselves', async () => {
    const page = await openWindow()
    await page.goto('sign-in')
    await page.getByRole('link', { name: 'Forgot your password?' }).click()
    await page.getByLabel('Email address').fill('jonas.lindqvist@northwind.example')
    await page.getByRole('button', { name: 'Send link' }).click()
    await page.getByText('Look in your mail').waitFor()

    const mail = await openMail(page, 'jonas.lindqvist@northwind.example', /password/i)
    const reset = await follow(page, mail, /password/i)
    await reset.locator('input[autocomplete=new-password]').fill('nine yellow kites')
    await reset.locator('button[type=submit]').click()
    await reset.getByText('Your new password is set').waitFor()
    await signedIn('jonas.lindqvist@northwind.example', 'nine yellow kites')
  })

  it('keeps no secret where a script of the page could read it', async () => {
    const administrator = await signedIn(tomasz)
    const page = await join(administrator, 'ines.marques@contoso.example', 'Ines Marques')
    const readable = await page.evaluate(async () => ({
      address: location.href,
      cookies: document.cookie,
      stored: [{ ...localStorage }, { ...sessionStorage }],
      databases: await indexedDB.databases(),
      caches: await caches.keys(),
    }))
    expect(JSON.stringify(readable)).not.toMatch(/rollcall=|token=|[\w-]{43}|rct_/)
    expect(JSON.stringify(readable)).not.toContain(PASSWORD)
    const cookies = await page.context().cookies()
    expect(cookies).toMatchObject([{ name: 'rollcall', httpOnly: true, sameSite: 'Lax' }])
  })
})
