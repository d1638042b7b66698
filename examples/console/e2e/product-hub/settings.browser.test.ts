import { expect, inject, it } from 'vitest'
import { openBrowser, openMail, send } from '../visitors.ts'

const { admit } = openBrowser('product-hub')

const mailsTo = async (address: string): Promise<number> => {
  const mails: { to: string }[] = await (await fetch(`${inject('consoleUrl')}/product-hub/demo/mails`)).json()
  return mails.filter(({ to }) => to.includes(address)).length
}

it('[B70] [B72] [B73] whom the hub welcomes is set in Settings, and counts for whoever is set up afterwards', async () => {
  const page = await admit('amara.okafor')
  const create = async (username: string) => {
    const person = { email: `${username}@fabrikam.example`, username, firstName: 'Silvia', lastName: 'Conti' }
    expect(await send(page, 'users', person)).toBe(201)
    return person.email
  }
  const before = await create('silvia.before')
  await page.goto('admin/settings')
  await page.getByRole('radio', { name: /^Everybody/ }).check()
  await page.getByLabel('Your words').fill('The handbook is on the first page.')
  await page.getByRole('button', { name: 'Save settings' }).click()
  await page.getByText('Settings saved').waitFor()

  const after = await create('silvia.after')
  const mail = await openMail(page, after, /^Welcome/)
  await mail.getByText('The handbook is on the first page.').waitFor()
  // In one queue, in that order: the earlier would have been there first.
  expect(await mailsTo(before)).toBe(0)
})
