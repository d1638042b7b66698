import { inviteFirst, ladder } from '@rollcall/core/presets'
import { userKeys } from '@rollcall/core/rules'
import { PASSWORD, type World } from '@rollcall/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test'
import { ProfileForm } from './profile-form.tsx'

const AMARA = 'amara.okafor@northwind.example'
const HUDA = 'huda.elsayed@contoso.example'
const MEILIN = 'meilin.zhao@fabrikam.example'
const ELIF = 'elif.yilmaz@northwind.example'
const TOMASZ = 'tomasz.wojcik@northwind.example'
const HOUR = 3_600_000

const stored = async ({ storage, idOf }: World, email: string) => storage.users.find(await idOf(email))

/** The person signs in through a provider; stories' sessions begin with a password all the same. */
async function external({ storage, idOf }: World, email: string) {
  const user = await storage.users.find(await idOf(email))
  if (!user) return
  const authentication = { kind: 'external', provider: 'fabrikam-sso', subject: 'mzhao' } as const
  await storage.users.update(user.id, user.version, { fields: { authentication }, keys: userKeys(user) })
}

const meta = {
  title: 'Users/ProfileForm',
  component: ProfileForm,
  args: { onDeleted: fn() },
  parameters: { layout: 'padded' },
} satisfies Meta<typeof ProfileForm>
export default meta

type Story = StoryObj<typeof meta>

export const Playground: Story = { parameters: { rollcall: { as: MEILIN } } }

export const Edited: Story = {
  name: '[A33][A35] one’s own profile but for the email address is changed, on saving',
  parameters: { rollcall: { as: MEILIN } },
  async play({ canvas, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    const email = await canvas.findByLabelText(/^Email address/, { selector: '[type=email]' })
    await expect(email).toHaveAttribute('readonly')
    await expect(email).toHaveAccessibleDescription('Your email address cannot be changed.')
    const phone = canvas.getByRole('textbox', { name: 'Phone' })
    await userEvent.type(phone, 'call me')
    await userEvent.click(canvas.getByRole('button', { name: 'Save changes' }))
    await expect(await canvas.findByText('This is not valid.')).toBeVisible()
    await expect(phone).toHaveFocus()
    await userEvent.clear(phone)
    await userEvent.type(phone, '+65 5550 0117')
    await userEvent.click(canvas.getByRole('button', { name: 'Save changes' }))
    await expect(await screen.findByText('Saved your profile')).toBeInTheDocument()
    await waitFor(() => expect(canvas.queryByText(/not saved/)).not.toBeInTheDocument())
    await expect(await stored(world, MEILIN)).toMatchObject({ phone: '+65 5550 0117' })
  },
}

export const Fixed: Story = {
  name: 'a field that is the administrators’ is read, with the reason',
  parameters: { rollcall: { as: MEILIN } },
  async play({ canvas }) {
    const mute = await canvas.findByRole('switch', { name: 'Mute notifications' })
    await expect(mute).toHaveAttribute('aria-disabled', 'true')
    await expect(mute).toHaveAccessibleDescription(/Only an administrator can change this\./)
  },
}

export const ChangedMeanwhile: Story = {
  name: 'what an administrator changed meanwhile is shown beside what was typed',
  parameters: { rollcall: { as: MEILIN } },
  async play({ canvas, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    const title = await canvas.findByRole('textbox', { name: 'Job title' })
    await userEvent.type(title, 'Publisher')
    const userId = await world.idOf(MEILIN)
    const version = (await stored(world, MEILIN))?.version ?? 0
    await world.rollcall.users.editUser(await world.as(AMARA), { userId, version, jobTitle: 'Releases' })
    await userEvent.click(canvas.getByRole('button', { name: 'Save changes' }))
    await expect(await canvas.findByText('Releases')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Save changes' }))
    await waitFor(async () => expect((await stored(world, MEILIN))?.jobTitle).toBe('Publisher'))
  },
}

export const PasswordChanged: Story = {
  name: '[A36] changes one’s own password, given the current one',
  parameters: { rollcall: { as: MEILIN } },
  async play({ canvas, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    const section = within(await canvas.findByRole('region', { name: 'Password' }))
    await userEvent.type(await section.findByLabelText(/^Current password/), PASSWORD)
    await userEvent.type(section.getByLabelText(/^New password/), 'copper meadow violin 77')
    await userEvent.click(section.getByRole('button', { name: 'Set password' }))
    await expect(await screen.findByText('Your password is changed')).toBeInTheDocument()
    await expect(world.signIn(MEILIN)).rejects.toMatchObject({ code: 'wrong-credentials' })
  },
}

export const Deleted: Story = {
  name: '[A39] deletes one’s own account: the name first, then the password',
  parameters: { rollcall: { as: MEILIN } },
  async play({ args, canvas, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    await userEvent.click(await canvas.findByRole('button', { name: 'Delete my account…' }))
    world.clock.advance(HOUR / 4)
    const asked = within(await screen.findByRole('dialog', { name: /^Delete your account/ }))
    const button = asked.getByRole('button', { name: 'Delete my account' })
    await expect(button).toHaveAttribute('aria-disabled', 'true')
    await userEvent.type(asked.getByRole('textbox', { name: /^Type Mei-Lin Zhao/ }), 'Mei-Lin Zhao')
    await userEvent.click(button)
    const confirm = within(await screen.findByRole('dialog', { name: /^Confirm it is you/ }))
    await expect(await world.idOf(MEILIN)).toBeTruthy()
    await userEvent.type(confirm.getByLabelText(/^Password/), PASSWORD)
    await userEvent.click(confirm.getByRole('button', { name: 'Confirm' }))
    await waitFor(() => expect(args.onDeleted).toHaveBeenCalledOnce())
    await expect(world.idOf(MEILIN)).rejects.toThrow()
  },
}

export const LastAdministrator: Story = {
  name: 'the last administrator cannot leave',
  parameters: { rollcall: { as: AMARA } },
  async play({ args, canvas }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Delete my account…' }))
    const asked = within(await screen.findByRole('dialog'))
    await userEvent.type(asked.getByRole('textbox'), 'Amara Okafor')
    await userEvent.click(asked.getByRole('button', { name: 'Delete my account' }))
    await expect(await asked.findByRole('alert')).toHaveTextContent(
      'This is the last administrator. Appoint another one first.',
    )
    await expect(args.onDeleted).not.toHaveBeenCalled()
  },
}

export const MayNotDelete: Story = {
  name: 'where the policy keeps accounts, nothing offers to delete one’s own',
  parameters: { rollcall: { as: HUDA, world: { policy: { ...inviteFirst, deletion: { self: false } } } } },
  async play({ canvas }) {
    await canvas.findByRole('textbox', { name: 'Phone' })
    await expect(canvas.queryByRole('region', { name: 'Danger zone' })).not.toBeInTheDocument()
  },
}

export const SingleSignOn: Story = {
  name: '[A34] who signs in through a provider is told where their password is changed',
  parameters: { rollcall: { as: MEILIN } },
  async play({ canvas, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    await canvas.findByRole('textbox', { name: 'Phone' })
    await external(world, MEILIN)
    const { queryClient } = loaded.rollcall
    await queryClient.invalidateQueries()
    await expect(await canvas.findByText(/You sign in through/)).toHaveTextContent(
      'You sign in through fabrikam-sso. Your password is changed there.',
    )
    await expect(canvas.queryByLabelText(/^New password/)).not.toBeInTheDocument()
  },
}

export const AddressChanged: Story = {
  name: '[C44] [C64] asks for another address: the password first, and nothing changes before the link is followed',
  parameters: { rollcall: { scenario: 'surveyPlatform', world: { policy: ladder }, as: ELIF } },
  async play({ canvas, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    await canvas.findByRole('button', { name: 'Change address…' })
    world.clock.advance(HOUR / 4)
    async function ask(address: string) {
      await userEvent.click(await canvas.findByRole('button', { name: 'Change address…' }))
      const asked = within(await screen.findByRole('dialog', { name: /^Change your email address/ }))
      await userEvent.type(asked.getByLabelText(/^New email address/), `${address}{Enter}`)
      return asked
    }
    async function close(asked: Awaited<ReturnType<typeof ask>>, address: string) {
      const told = `If ${address} is not taken, a mail is on its way there.`
      await expect(await asked.findByText(/is on its way there/)).toHaveTextContent(told)
      await expect(asked.getByText(/your address stays/)).toHaveTextContent(ELIF)
      await waitFor(() => expect(asked.getByText('Close', { selector: 'footer > *' })).toHaveFocus())
      await userEvent.keyboard('{Enter}')
      await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    }
    const taken = await ask(TOMASZ)
    const confirm = within(await screen.findByRole('dialog', { name: /^Confirm it is you/ }))
    await userEvent.type(confirm.getByLabelText(/^Password/), `${PASSWORD}{Enter}`)
    await close(taken, TOMASZ)
    await close(await ask('elif.yilmaz@fabrikam.example'), 'elif.yilmaz@fabrikam.example')
    const own = await ask(ELIF)
    await expect(await own.findByText('This is already taken.')).toBeVisible()
    await world.deliver()
    await expect(world.mails.lastTo('elif.yilmaz@fabrikam.example')?.template).toBe('email-change')
    await expect(world.mails.lastTo(TOMASZ)?.template).not.toBe('email-change')
    await expect(await loaded.rollcall.client.users.getMe()).toMatchObject({ email: ELIF })
  },
}

export const Loading: Story = {
  parameters: { rollcall: { as: MEILIN, latency: 'infinite' } },
  async play({ canvas }) {
    await expect(canvas.getByRole('region', { name: 'Profile' })).toBeVisible()
  },
}

export const Failed: Story = {
  parameters: { rollcall: { as: MEILIN, fail: { 'users.getMe': 'unavailable' } } },
  async play({ canvas }) {
    await expect((await canvas.findAllByRole('alert'))[0]).toHaveTextContent(/did not load.*7f3b9c/)
  },
}
