import { PASSWORD, type World } from '@rollcall/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import { ResetPassword } from './reset-password.tsx'

const AMARA = 'amara.okafor@northwind.example'
const RANA = 'rana.alkhatib@fabrikam.example'
const OSCAR = 'oscar.delafuente@fabrikam.example'
const JONAS = 'jonas.lindqvist@northwind.example'
const MEILIN = 'meilin.zhao@fabrikam.example'

const of = (email: string) => ({ props: async ({ idOf }: World) => ({ userId: await idOf(email) }) })

/** A host that sends text messages to whoever has a telephone. */
function texting() {
  const texts: { password: string }[] = []
  return {
    texts,
    world: {
      channels: {
        'text-message': {
          reaches: ({ phone }: { phone: string | null }) => phone !== null,
          async send(message: { password: string }) {
            texts.push(message)
          },
        },
      },
    },
    async prepare({ rollcall, as, idOf, storage }: World) {
      const userId = await idOf(MEILIN)
      const version = (await storage.users.find(userId))?.version ?? 0
      await rollcall.users.editUser(await as(AMARA), { userId, version, phone: '+65 5550 0117' })
    },
  }
}
const host = texting()

const meta = {
  title: 'Passwords/ResetPassword',
  component: ResetPassword,
  args: { userId: '' },
  parameters: { layout: 'padded', rollcall: of(MEILIN) },
} satisfies Meta<typeof ResetPassword>
export default meta

type Story = StoryObj<typeof meta>

const link = () => screen.findByRole('button', { name: 'Send link' })
const issue = () => screen.findByRole('button', { name: 'Issue…' })
const dialog = async (name: RegExp) => within(await screen.findByRole('dialog', { name }))
const gone = () => waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())

export const Playground: Story = {}

export const LinkSent: Story = {
  name: '[A22][A26][A29] mails a link for a day, and the old password works on',
  async play({ canvas, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    await expect(
      await canvas.findByText('Their password keeps working until they use it. Valid for 1 day.'),
    ).toBeVisible()
    await userEvent.click(await link())
    await expect(await screen.findByText(/It is valid until/)).toHaveTextContent('It is valid until tomorrow, 14:05.')
    await world.deliver()
    await expect(world.mails.lastTo(MEILIN)).toMatchObject({ template: 'reset' })
    await expect(await world.signIn(MEILIN)).toBeTruthy()
  },
}

export const OnScreen: Story = {
  name: '[A23][A24][A25] shows a temporary password once, which must be changed at the next sign-in',
  async play({ loaded }) {
    const { world }: { world: World } = loaded.rollcall
    await userEvent.click(await issue())
    const asked = await dialog(/^Issue a temporary password for Mei-Lin Zhao/)
    await expect(asked.getByText(/stops working at once, and every session ends/)).toBeVisible()
    await expect(asked.getByRole('radio', { name: 'On this screen' })).toBeChecked()
    await userEvent.click(asked.getByRole('button', { name: 'Issue password' }))
    const shown = await dialog(/^Temporary password of Mei-Lin Zhao/)
    const { value } = shown.getByRole<HTMLInputElement>('textbox', { name: 'Temporary password' })
    await expect(shown.getByRole('button', { name: 'Done' })).toHaveAttribute('aria-disabled', 'true')
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: async () => undefined }, configurable: true })
    await userEvent.click(shown.getByRole('button', { name: 'Copy password' }))
    await userEvent.click(await shown.findByRole('button', { name: 'Done' }))
    await gone()
    const visitor = world.rollcall.anonymous({ address: null, agent: null })
    const { answer } = await world.rollcall.signIn.signIn(visitor, { identifier: MEILIN, password: value })
    await expect(answer.session).toBe('password-change-required')
    const old = world.rollcall.signIn.signIn(visitor, { identifier: MEILIN, password: PASSWORD })
    await expect(old).rejects.toMatchObject({ code: 'wrong-credentials' })
  },
}

export const ByMail: Story = {
  name: '[A24] mails a temporary password, unseen by whoever issued it',
  async play({ loaded }) {
    const { world }: { world: World } = loaded.rollcall
    await userEvent.click(await issue())
    const asked = await dialog(/^Issue/)
    await userEvent.click(asked.getByRole('radio', { name: 'By mail' }))
    await userEvent.click(asked.getByRole('button', { name: 'Issue password' }))
    await expect(await screen.findByText('It is on its way.')).toBeInTheDocument()
    await gone()
    await world.deliver()
    await expect(world.mails.lastTo(MEILIN)).toMatchObject({ template: 'temporary-password' })
  },
}

export const ByText: Story = {
  name: '[A24] sends a temporary password over the host’s own channel, by the host’s name for it',
  args: { channelNames: { 'text-message': 'Text to their telephone' } },
  parameters: { rollcall: { ...of(MEILIN), world: host.world, prepare: host.prepare } },
  async play({ loaded }) {
    const { world }: { world: World } = loaded.rollcall
    host.texts.length = 0
    await userEvent.click(await issue())
    const asked = await dialog(/^Issue/)
    await userEvent.click(asked.getByRole('radio', { name: 'Text to their telephone' }))
    await userEvent.click(asked.getByRole('button', { name: 'Issue password' }))
    await gone()
    await world.deliver()
    await expect(host.texts).toHaveLength(1)
  },
}

export const Unreachable: Story = {
  name: 'a channel that cannot reach the person is not offered',
  parameters: { rollcall: { ...of(JONAS), world: host.world } },
  async play() {
    await userEvent.click(await issue())
    const asked = await dialog(/^Issue/)
    await expect(asked.getAllByRole('radio')).toHaveLength(2)
    await expect(asked.getByText('It also unlocks the account.')).toBeVisible()
  },
}

export const Refused: Story = {
  name: 'whose role the reader may not give gets a link from them, not a password',
  parameters: { rollcall: { ...of(AMARA), as: RANA } },
  async play() {
    const button = await issue()
    await waitFor(() => expect(button).toHaveAttribute('aria-disabled', 'true'))
    await expect(button).toHaveAccessibleDescription('This person has a role that you may not give.')
    await expect(await link()).not.toHaveAttribute('aria-disabled')
  },
}

export const NoRight: Story = {
  parameters: { rollcall: { ...of(JONAS), as: OSCAR } },
  async play({ canvas }) {
    await expect(await canvas.findAllByText('Your role does not include this.')).toHaveLength(2)
  },
}

export const SingleSignOn: Story = {
  name: '[A3] who signs in through a provider has no password here, and the page says so',
  parameters: { rollcall: of('thandiwe.dlamini@northwind.example') },
  async play({ canvas }) {
    await expect(await canvas.findByText(/signs in through/)).toHaveTextContent(
      'Thandiwe Dlamini signs in through northwind-sso. There is no password here.',
    )
    await expect(canvas.queryByRole('button')).not.toBeInTheDocument()
  },
}

export const Deactivated: Story = {
  parameters: { rollcall: of('priya.raman@contoso.example') },
  async play({ canvas }) {
    await expect(await canvas.findAllByText('Not while the account is deactivated.')).toHaveLength(2)
  },
}

export const NotRegistered: Story = {
  parameters: { rollcall: of('new.analyst@northwind.example') },
  async play({ canvas }) {
    await waitFor(() => expect(canvas.queryByRole('region', { name: 'Password' })).not.toBeInTheDocument())
  },
}

export const ChangedMeanwhile: Story = {
  async play({ loaded }) {
    const { world }: { world: World } = loaded.rollcall
    await userEvent.click(await issue())
    const asked = await dialog(/^Issue/)
    await host.prepare(world)
    await userEvent.click(asked.getByRole('button', { name: 'Issue password' }))
    await expect(await asked.findByRole('alert')).toHaveTextContent(/changed this meanwhile/)
  },
}

export const LinkFailed: Story = {
  parameters: { rollcall: { ...of(MEILIN), fail: { 'passwords.sendResetLink': 'unavailable' } } },
  async play({ canvas }) {
    await userEvent.click(await link())
    await expect(await canvas.findByRole('alert')).toHaveTextContent(/7f3b9c/)
  },
}

export const Loading: Story = {
  parameters: { rollcall: { ...of(MEILIN), latency: 'infinite' } },
  async play({ canvas }) {
    await expect(canvas.getByRole('region', { name: 'Password' })).toHaveAttribute('aria-busy', 'true')
  },
}

export const Failed: Story = {
  parameters: { rollcall: { ...of(MEILIN), fail: { 'users.getUser': 'unavailable' } } },
  async play({ canvas }) {
    await expect(await canvas.findByRole('alert')).toHaveTextContent(/7f3b9c/)
  },
}
