import type { FrameLocator, Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { follow, openBrowser, openMail, openUser, PASSWORD, signsIn, tomasz, typePassword } from '../visitors.ts'

const { openWindow, signedIn, join } = openBrowser('app-store')

const NEW = 'nine yellow kites'

/** Somebody registered, with an administrator at their page. */
async function atPageOf(email: string, name: string) {
  const administrator = await signedIn(tomasz)
  const page = await join(administrator, email, name)
  await openUser(administrator, email, name)
  return { administrator, page }
}

async function issue(administrator: Page, name: string, channel: string) {
  await administrator
    .getByRole('region', { name: 'Password', exact: true })
    .getByRole('button', { name: 'Issue…' })
    .click()
  const dialog = administrator.getByRole('dialog', { name: `Issue a temporary password for ${name}?` })
  await dialog.getByRole('radio', { name: channel }).check()
  await dialog.getByRole('button', { name: 'Issue password' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** The one secret a mail prints. */
const printedIn = async (mail: FrameLocator) => (await mail.locator('p.box').textContent()) ?? ''

async function sendLink(administrator: Page, email: string) {
  await administrator.getByRole('button', { name: 'Send link' }).click()
  await administrator.getByText(`Sent a reset link to ${email}`).waitFor()
  const mailbox = await openWindow()
  const mail = await openMail(mailbox, email, /Set a new password/)
  return { mailbox, mail, temporary: await printedIn(mail) }
}

/** Signs in with a temporary password: nothing is open but the choice of a new one. */
async function changeFrom(temporary: string, email: string, name: string) {
  const page = await openWindow()
  await typePassword(page, email, temporary)
  await page.getByText('You signed in with a temporary one').waitFor()
  await page.goto('profile')
  await page.getByText('You signed in with a temporary one').waitFor()
  expect(await page.getByRole('navigation').getByRole('link').count()).toBe(0)
  await page.locator('input[autocomplete=new-password]').fill(NEW)
  await page.getByRole('button', { name: 'Set password and continue' }).click()
  await page.getByRole('heading', { name: 'My profile' }).waitFor()
  await page.getByRole('banner').getByText(name).waitFor()
}

/** What an issued password ends, and what it leads to. */
async function expectReplaced(page: Page, temporary: string, email: string, name: string) {
  await page.goto('profile')
  await page.waitForURL('**/sign-in')
  expect(await signsIn(page, email, PASSWORD)).toBe(false)
  await changeFrom(temporary, email, name)
  expect(await signsIn(page, email, temporary)).toBe(false)
  expect(await signsIn(page, email, NEW)).toBe(true)
}

describe('an issued temporary password', () => {
  it('[A23] [A24] [A25] is shown on the screen once, replaces the old one and must be changed', async () => {
    const [email, name] = ['silvia.conti@contoso.example', 'Silvia Conti'] as const
    const { administrator, page } = await atPageOf(email, name)
    await issue(administrator, name, 'On this screen')
    const dialog = administrator.getByRole('dialog', { name: `Temporary password of ${name}` })
    const temporary = await dialog.getByLabel('Temporary password').inputValue()
    await dialog.getByRole('button', { name: 'Copy password' }).click()
    await dialog.getByRole('button', { name: 'Done' }).click()
    await administrator.reload()
    await administrator.getByRole('heading', { name }).waitFor()
    expect(await administrator.content()).not.toContain(temporary)
    await expectReplaced(page, temporary, email, name)
  })

  it('[A24] [A25] comes by mail, replaces the old one and must be changed', async () => {
    const [email, name] = ['bao.tran@contoso.example', 'Bao Tran'] as const
    const { administrator, page } = await atPageOf(email, name)
    await issue(administrator, name, 'By mail')
    const mail = await openMail(await openWindow(), email, /Your temporary password/)
    await expectReplaced(page, await printedIn(mail), email, name)
  })

  it('[A24] [A25] [A35] comes by the host’s text messages once there is a phone number', async () => {
    const [email, name] = ['nia.owusu@contoso.example', 'Nia Owusu'] as const
    const { administrator, page } = await atPageOf(email, name)
    const password = administrator.getByRole('region', { name: 'Password', exact: true })
    await password.getByRole('button', { name: 'Issue…' }).click()
    await administrator.getByRole('radio', { name: 'By mail' }).waitFor()
    expect(await administrator.getByRole('radio', { name: 'By text message' }).count()).toBe(0)
    await administrator.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()

    await administrator.getByLabel('Phone').fill('+233 20 555 0142')
    await administrator.getByRole('button', { name: 'Save' }).click()
    await administrator.getByText(`Saved the changes to ${name}`).waitFor()
    await issue(administrator, name, 'By text message')
    const phone = await openWindow()
    await phone.goto('text-messages')
    const text = await phone
      .getByRole('listitem')
      .filter({ hasText: '+233 20 555 0142' })
      .getByRole('paragraph')
      .textContent()
    await expectReplaced(page, text?.replace(/^.* is /, '') ?? '', email, name)
  })
})

describe('a reset link an administrator sends', () => {
  it('[A22] [A27] [A29] leaves the old password alone until it is used, which ends what came with it', async () => {
    const [email, name] = ['juan.rivas@contoso.example', 'Juan Rivas'] as const
    const { administrator, page } = await atPageOf(email, name)
    const { mailbox, mail, temporary } = await sendLink(administrator, email)
    expect(await signsIn(page, email, PASSWORD)).toBe(true)

    const reset = await follow(mailbox, mail, 'Set a new password')
    await reset.locator('input[autocomplete=new-password]').fill(NEW)
    await reset.locator('button[type=submit]').click()
    await reset.getByText('Your new password is set').waitFor()
    for (const dead of [PASSWORD, temporary]) expect(await signsIn(page, email, dead)).toBe(false)
    expect(await signsIn(page, email, NEW)).toBe(true)
  })

  it('[A26] [A28] [A29] carries a temporary password of one day, whose use ends the link and the old password', async () => {
    const [email, name] = ['vera.novak@contoso.example', 'Vera Novak'] as const
    const { administrator, page } = await atPageOf(email, name)
    await administrator.getByText('Valid for 1 day.').waitFor()
    const { mailbox, mail, temporary } = await sendLink(administrator, email)
    expect(await signsIn(page, email, PASSWORD)).toBe(true)

    await changeFrom(temporary, email, name)
    expect(await signsIn(page, email, PASSWORD)).toBe(false)
    const reset = await follow(mailbox, mail, 'Set a new password')
    await reset.locator('input[autocomplete=new-password]').fill('some other password')
    await reset.locator('button[type=submit]').click()
    await reset.getByText('This link no longer works').waitFor()
    expect(await signsIn(page, email, NEW)).toBe(true)
  })
})
