import { directory } from '@rollcall/core/presets'
import type { World } from '@rollcall/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test'
import { SendWelcomeDialog } from './send-welcome-dialog.tsx'

const AMARA = 'amara.okafor@northwind.example'
const SET_UP = 'new.auditor@northwind.example'

/** Somebody as Amara sees them. */
const hub = (email: string) => ({
  scenario: 'productHub' as const,
  world: { policy: directory },
  as: AMARA,
  props: async ({ rollcall, as, idOf }: World) => ({
    user: await rollcall.users.getUser(await as(AMARA), { userId: await idOf(email) }),
  }),
})

const meta = {
  title: 'Users/SendWelcomeDialog',
  component: SendWelcomeDialog,
  args: { user: { id: '', name: '', email: '', registeredAt: null }, defaultOpen: true, onOpenChange: fn() },
  parameters: { rollcall: hub(SET_UP) },
} satisfies Meta<typeof SendWelcomeDialog>
export default meta

type Story = StoryObj<typeof meta>

const send = async () => userEvent.click(await screen.findByRole('button', { name: 'Send welcome mail' }))

export const Playground: Story = {}

export const Sends: Story = {
  name: '[B38][B75] sends one person the mail by hand, with a link to choose a password and none in it',
  async play({ args, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    const dialog = within(await screen.findByRole('dialog', { name: 'Send New Auditor the welcome mail?' }))
    await expect(dialog.getByText(/a new link to choose a password/)).toBeVisible()
    await send()
    await expect(await screen.findByText(/^Sent/)).toHaveTextContent('Sent New Auditor the welcome mail')
    await expect(args.onOpenChange).toHaveBeenLastCalledWith(false)
    await world.deliver()
    await expect(world.mails.lastTo(SET_UP)).toMatchObject({ template: 'welcome' })
    await expect(world.mails.linkTo(SET_UP)).toContain('/register#token=')
  },
}

export const Registered: Story = {
  name: 'says that nothing changes for whoever has a password already',
  parameters: { rollcall: hub('jonas.lindqvist@northwind.example') },
  async play({ loaded }) {
    const { world }: { world: World } = loaded.rollcall
    await expect(await screen.findByText(/nothing changes for them/)).toBeVisible()
    await send()
    await screen.findByText(/^Sent/)
    await world.deliver()
    await expect(world.mails.lastTo('jonas.lindqvist@northwind.example')).toMatchObject({
      template: 'welcome',
      data: { identifier: 'jonas.lindqvist' },
    })
  },
}

export const Deactivated: Story = {
  name: '[B72] whoever was deactivated meanwhile gets none, and the reason is said',
  async play({ loaded }) {
    const { world }: { world: World } = loaded.rollcall
    await screen.findByRole('dialog')
    const { id: userId, version } = loaded.rollcall.props.user
    await world.rollcall.users.disableUser(await world.as(AMARA), { userId, version })
    await send()
    await expect(await screen.findByRole('alert')).toHaveTextContent('This person is deactivated.')
  },
}

export const Controlled: Story = {
  args: { open: true },
  async play({ args }) {
    await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(args.onOpenChange).toHaveBeenCalledWith(false))
    await expect(screen.getByRole('dialog')).toBeVisible()
  },
}

export const Unreachable: Story = {
  parameters: { rollcall: { ...hub(SET_UP), fail: { 'users.sendWelcome': 'network' } } },
  async play() {
    await screen.findByRole('dialog')
    await send()
    await expect(await screen.findByRole('alert')).toHaveTextContent(/Try again in a moment/)
  },
}

export const LongNameInGerman: Story = {
  globals: { locale: 'de' },
  parameters: {
    rollcall: hub('maximiliane.wolfeschlegelsteinhausenbergerdorff@north-european-logistics.northwind.example'),
  },
}

export const RightToLeft: Story = {
  globals: { direction: 'rtl' },
  parameters: { rollcall: hub('huda.elsayed@contoso.example') },
}
