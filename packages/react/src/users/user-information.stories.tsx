import type { World } from '@rollcall/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { UserInformation } from './user-information.tsx'

const JONAS = 'jonas.lindqvist@northwind.example'
const RANA = 'rana.alkhatib@fabrikam.example'
const HUDA = 'huda.elsayed@contoso.example'

const of = (email: string) => ({ props: async ({ idOf }: World) => ({ userId: await idOf(email) }) })
const stored = async ({ storage, idOf }: World, email: string) => storage.users.find(await idOf(email))

/** Rana changes something about somebody while the story's reader types. */
async function meanwhile({ rollcall, as, storage, idOf }: World, email: string, fields: Record<string, string>) {
  const userId = await idOf(email)
  const version = (await storage.users.find(userId))?.version ?? 0
  await rollcall.users.editUser(await as(RANA), { userId, version, ...fields })
}

const meta = {
  title: 'Users/UserInformation',
  component: UserInformation,
  args: { userId: '' },
  parameters: { layout: 'padded', rollcall: of(JONAS) },
} satisfies Meta<typeof UserInformation>
export default meta

type Story = StoryObj<typeof meta>

export const Playground: Story = {}

export const Edited: Story = {
  name: '[A16][A18][A44] changes take effect on saving, not before; the bar names them',
  async play({ canvas, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    const title = await canvas.findByRole('textbox', { name: 'Job title' })
    await expect(canvas.queryByRole('button', { name: 'Save changes' })).not.toBeInTheDocument()
    await userEvent.clear(title)
    await userEvent.type(title, 'Android developer')
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Language' }), 'Deutsch')
    await expect(canvas.getByText('2 changes not saved: job title, language')).toBeVisible()
    await expect(await stored(world, JONAS)).toMatchObject({ jobTitle: 'iOS developer', language: 'en-GB' })
    await userEvent.click(canvas.getByRole('button', { name: 'Save changes' }))
    await waitFor(() => expect(canvas.queryByText(/not saved/)).not.toBeInTheDocument())
    await expect(await stored(world, JONAS)).toMatchObject({ jobTitle: 'Android developer', language: 'de' })
    await expect(title).toHaveValue('Android developer')
  },
}

export const Discarded: Story = {
  async play({ canvas }) {
    const phone = await canvas.findByRole('textbox', { name: 'Phone' })
    await userEvent.type(phone, '+49 30 5550117')
    await userEvent.click(canvas.getByRole('button', { name: 'Discard' }))
    await expect(phone).toHaveValue('')
    await expect(canvas.queryByText(/not saved/)).not.toBeInTheDocument()
  },
}

export const FixedEmail: Story = {
  name: '[A17] everything but the email address can be changed, and that says why',
  async play({ canvas }) {
    const email = await canvas.findByRole('textbox', { name: 'Email address' })
    await expect(email).toHaveAttribute('readonly')
    await expect(email).toHaveAccessibleDescription('An email address cannot be changed, by anyone.')
  },
}

export const Muted: Story = {
  name: '[A41] mutes notifications; security mails still go out',
  async play({ canvas, loaded }) {
    const mute = await canvas.findByRole('switch', { name: 'Mute notifications' })
    await expect(mute).toHaveAccessibleDescription('Security mails still go out.')
    await userEvent.click(mute)
    await userEvent.click(canvas.getByRole('button', { name: 'Save changes' }))
    await waitFor(async () =>
      expect(await stored(loaded.rollcall.world, JONAS)).toMatchObject({ muteNotifications: true }),
    )
  },
}

export const Deactivate: Story = {
  name: '[A40] tells whether the account is active, and deactivates it with what that ends',
  parameters: { rollcall: of(HUDA) },
  async play({ canvas, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    await expect(await canvas.findByText('Active')).toBeVisible()
    await expect(canvas.getByText(/ends their sessions and API tokens/)).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Deactivate' }))
    await expect(await canvas.findByText('Deactivated')).toBeVisible()
    await expect(await stored(world, HUDA)).toMatchObject({ enabled: false })
    await userEvent.click(canvas.getByRole('button', { name: 'Activate' }))
    await expect(await canvas.findByText('Active')).toBeVisible()
    await expect(await stored(world, HUDA)).toMatchObject({ enabled: true })
  },
}

export const ChangedMeanwhile: Story = {
  name: 'what somebody else changed meanwhile stands beside one’s own, field by field',
  async play({ canvas, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    const title = await canvas.findByRole('textbox', { name: 'Job title' })
    const phone = canvas.getByRole('textbox', { name: 'Phone' })
    await userEvent.type(title, ', senior')
    await userEvent.type(phone, '+46 8 5550117')
    await meanwhile(world, JONAS, { jobTitle: 'Team lead', phone: '+46 8 5550199', displayName: 'Jonas L.' })
    await userEvent.click(canvas.getByRole('button', { name: 'Save changes' }))
    const alert = within(await canvas.findByRole('alert'))
    await expect(alert.getByRole('row', { name: /^Job title Team lead iOS developer, senior/ })).toBeVisible()
    await expect(canvas.getByRole('textbox', { name: 'Display name' })).toHaveValue('Jonas L.')
    await expect(await stored(world, JONAS)).toMatchObject({ jobTitle: 'Team lead' })
    await userEvent.click(alert.getByRole('button', { name: 'Take theirs: Phone' }))
    await expect(phone).toHaveValue('+46 8 5550199')
    await userEvent.click(canvas.getByRole('button', { name: 'Save changes' }))
    await waitFor(async () =>
      expect(await stored(world, JONAS)).toMatchObject({ jobTitle: 'iOS developer, senior', phone: '+46 8 5550199' }),
    )
  },
}

export const Wrong: Story = {
  name: 'a field that is wrong says so beside it and takes focus',
  async play({ canvas }) {
    const first = await canvas.findByRole('textbox', { name: /First name/ })
    await userEvent.clear(first)
    await userEvent.click(canvas.getByRole('button', { name: 'Save changes' }))
    await expect(await canvas.findByText('This is needed.')).toBeVisible()
    await waitFor(() => expect(first).toHaveFocus())
    await userEvent.type(first, 'Jonas')
    const phone = canvas.getByRole('textbox', { name: 'Phone' })
    await userEvent.type(phone, 'none')
    await userEvent.click(canvas.getByRole('button', { name: 'Save changes' }))
    await expect(await canvas.findByText('This is not valid.')).toBeVisible()
    await waitFor(() => expect(phone).toHaveFocus())
  },
}

export const ReadOnly: Story = {
  name: 'who may not edit reads everything, with the reason',
  parameters: { rollcall: { ...of(JONAS), as: 'oscar.delafuente@fabrikam.example' } },
  async play({ canvas }) {
    await expect(await canvas.findByDisplayValue('iOS developer')).toHaveAttribute('readonly')
    await expect(canvas.getAllByText('Your role does not include this.')[0]).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Deactivate' })).toHaveAttribute('aria-disabled', 'true')
  },
}

export const Deactivated: Story = { parameters: { rollcall: of('priya.raman@contoso.example') } }

export const Loading: Story = { parameters: { rollcall: { ...of(JONAS), latency: 'infinite' } } }

export const Failed: Story = {
  parameters: { rollcall: { ...of(JONAS), fail: { 'users.getUser': 'unavailable' } } },
  async play({ canvas }) {
    await expect(await canvas.findByRole('alert')).toHaveTextContent(/did not load/)
  },
}
