import type { Page } from 'playwright'
import { expect, it } from 'vitest'
import { openBrowser } from '../visitors.ts'

const { admit } = openBrowser('product-hub')

const FILE = [
  'Username,Email,FirstName,LastName,AssignedRole,ProductInstances,attr:costCentre',
  'ines.duarte,ines.duarte@contoso.example,Ines,Duarte,user;administrator,default,4711',
  'no space,kofi.oduya@contoso.example,Kofi,Oduya,user,audits-emea,4712',
  'aroha,aroha.ngata@contoso.example,Aroha,Ngata,user,audits-mars,4713',
  'oscar,oscar.delafuente@fabrikam.example,Óscar,de la Fuente y Montenegro,user,audits-emea;policies-group;training-main,',
].join('\r\n')

async function check(page: Page, file: string) {
  await page.goto('admin/import')
  const buffer = Buffer.from(file)
  await page.getByLabel('CSV file').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Read file' }).click()
  await page.getByRole('button', { name: 'Check the rows' }).click()
}

it('[B3] [B22] [B69] a file sets people up, with every row judged before and nothing applied that was refused', async () => {
  const page = await admit('amara.okafor')
  await check(page, FILE)
  await page.getByRole('heading', { name: /will be imported, 2 rows are refused/ }).waitFor()
  await page.waitForURL('**/admin/import/*')
  await page.reload()
  await page.getByRole('button', { name: /^Import \d/ }).click()
  await page.getByRole('heading', { name: /imported, 2 rows refused/ }).waitFor()
  await page.getByRole('button', { name: 'Done' }).click()
  await page.locator('tr[data-user]').filter({ hasText: 'Ines Duarte' }).waitFor()
  expect(await page.locator('tr[data-user]').filter({ hasText: 'Aroha Ngata' }).count()).toBe(0)

  // Exported, they come back as they are, what no screen shows included.
  const kept = await (await page.request.get('api/rollcall/users.csv?q=ines')).text()
  expect(kept).toMatch(/ines\.duarte.*4711/)
  await check(page, kept)
  await page.getByRole('heading', { name: '0 users will be imported', exact: true }).waitFor()
})
