import { describe, expect, it } from 'vitest'
import { openMail, SEEDED, signIn } from '../visitors.ts'
import { invite, misaki, NEWCOMERS, openSurveyPlatform, rana, rowOf, tomasz } from './people.ts'

const { openWindow, signedIn } = openSurveyPlatform()

const silvia = 'silvia.conti@fabrikam.example'
const pavel = 'pavel.hruby@contoso.example'
const bao = 'bao.tran@fabrikam.example'

describe('the icons of the Status column', () => {
  it('[C26] [C37] [C38] the red lock opens an account, with words of one’s own for who stands below', async () => {
    const page = await signedIn(rana)
    await (await rowOf(page, 'Silvia Conti')).getByRole('button', { name: 'Unlock Silvia Conti' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Message').fill('The new keyboard swaps two letters.')
    await dialog.getByRole('button', { name: 'Unlock' }).click()
    await page.getByText('Unlocked Silvia Conti').waitFor()
    await page.locator('tr[data-status=confirmed]').filter({ hasText: 'Silvia Conti' }).waitFor()
    const mail = await openMail(await openWindow(), silvia, /unlocked/)
    await mail.getByText('The new keyboard swaps two letters.', { exact: true }).waitFor()
    expect(await signIn(await openWindow(), silvia, SEEDED)).toBe(200)
  })

  it('[C36] [C39] the red lock of an equal opens with the standard mail alone', async () => {
    const page = await signedIn(rana)
    await (await rowOf(page, 'Pavel Hrubý')).getByRole('button', { name: 'Unlock Pavel Hrubý' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('They get the standard mail').waitFor()
    expect(await dialog.getByRole('textbox').count()).toBe(0)
    await dialog.getByRole('button', { name: 'Unlock' }).click()
    await page.getByText('Unlocked Pavel Hrubý').waitFor()
    await (await openMail(await openWindow(), pavel, /unlocked/)).getByText('Pavel').first().waitFor()
    expect(await signIn(await openWindow(), pavel, SEEDED)).toBe(200)
  })

  it('[C27] the purple clock lets somebody in again after eight months', async () => {
    expect(await signIn(await openWindow(), bao, SEEDED)).toBe(401)
    const page = await signedIn(rana)
    await (await rowOf(page, 'Bảo Trần')).getByRole('button', { name: 'Reactivate Bảo Trần' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Message').fill('Welcome back from your leave.')
    await dialog.getByRole('button', { name: 'Reactivate' }).click()
    await page.getByText('Reactivated Bảo Trần').waitFor()
    await page.locator('tr[data-status=confirmed]').filter({ hasText: 'Bảo Trần' }).waitFor()
    const mail = await openMail(await openWindow(), bao, /is open again/)
    await mail.getByText('Welcome back from your leave.', { exact: true }).waitFor()
    expect(await signIn(await openWindow(), bao, SEEDED)).toBe(200)
  })

  it('[C28] [C31] the gray key sends an expired invitation again, with words of one’s own', async () => {
    const page = await signedIn(misaki)
    const row = await rowOf(page, 'vera.novak')
    expect(await row.getAttribute('data-status')).toBe('invitation-expired')
    await row.getByRole('button', { name: /Send the invitation to vera.novak/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Message').fill('Your desk is ready on Monday.')
    await dialog.getByRole('button', { name: 'Send again' }).click()
    await page.locator('tr[data-status=not-confirmed]').filter({ hasText: 'vera.novak' }).waitFor()
    const mail = await openMail(await openWindow(), 'vera.novak@contoso.example', /invited you/)
    await mail.getByText('Your desk is ready on Monday.', { exact: true }).waitFor()
  })

  it('[C25] [C30] [C32] the orange question mark sends it again too, to who stands above in standard words', async () => {
    const email = `ines.duarte@${NEWCOMERS}`
    await invite(await signedIn(tomasz), email, 'superuser')
    const page = await signedIn(misaki)
    const row = await rowOf(page, email)
    expect(await row.getAttribute('data-status')).toBe('not-confirmed')
    await row.getByRole('button', { name: /Send the invitation to ines.duarte/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Send again' }).waitFor()
    expect(await dialog.getByRole('textbox').count()).toBe(0)
    await dialog.getByRole('button', { name: 'Send again' }).click()
    await dialog.waitFor({ state: 'hidden' })
    // The second of two mails, from the one who sent it again.
    await openMail(await openWindow(), email, /美咲 田中 invited you/)
  })
})
