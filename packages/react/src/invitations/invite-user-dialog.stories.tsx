import type { World } from '@rollcall/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test'
import { Button } from '../ui/button.tsx'
import { InviteUserDialog } from './invite-user-dialog.tsx'

const AMARA = 'amara.okafor@northwind.example'
const OSCAR = 'oscar.delafuente@fabrikam.example'
const PENDING = 'new.analyst@northwind.example'
const LENA = 'lena.vogt@northwind.example'

/** Opens from any page; a page of one app gives it that app as `scope`. */
const meta = {
  title: 'Invitations/InviteUserDialog',
  component: InviteUserDialog,
  args: { defaultOpen: true, onInvited: fn(), onOpenChange: fn() },
} satisfies Meta<typeof InviteUserDialog>
export default meta

type Story = StoryObj<typeof meta>

async function dialog() {
  const open = within(await screen.findByRole('dialog'))
  return { ...open, address: await open.findByRole('textbox', { name: /Email address/ }) }
}
const invite = (name: RegExp | string = /^Invite (\d|user)/) => userEvent.click(screen.getByRole('button', { name }))

export const Playground: Story = {
  async play() {
    const { address } = await dialog()
    await waitFor(() => expect(address).toHaveFocus())
  },
}

export const OnlyTheAddress: Story = {
  name: '[A9] asks for the address and nothing else',
  async play() {
    const { findByText, getAllByRole, queryByRole } = await dialog()
    await findByText('They get a link that is valid for 7 days.')
    await expect(getAllByRole('textbox')).toHaveLength(1)
    await expect(queryByRole('combobox')).not.toBeInTheDocument()
  },
}

export const Many: Story = {
  name: '[A12] invites several at once, told apart by commas and spaces',
  async play({ args }) {
    const { address, getByText } = await dialog()
    await userEvent.type(address, `${LENA}, ravi.menon@contoso.example `)
    await expect(getByText('ravi.menon@contoso.example')).toBeInTheDocument()
    await userEvent.type(address, PENDING)
    await invite('Invite 3 users')
    await expect(await screen.findByText('Invited 3 users')).toBeInTheDocument()
    await expect(screen.getByText(/^1 of them again/)).toBeInTheDocument()
    await expect(args.onInvited).toHaveBeenCalledOnce()
    await expect(args.onOpenChange).toHaveBeenLastCalledWith(false)
  },
}

export const NoAddress: Story = {
  name: '[A10] refuses what is no email address, beside the field, without asking the server',
  async play({ args }) {
    const { address, getByText, getByRole } = await dialog()
    await invite('Invite user')
    await expect(getByText('This is needed.')).toBeInTheDocument()
    await userEvent.type(address, 'lena.vogt@northwind{Enter}')
    await expect(getByText('lena.vogt@northwind is not an email address.')).toBeInTheDocument()
    await invite()
    await expect(address).toHaveFocus()
    await expect(address).toBeInvalid()
    await expect(args.onInvited).not.toHaveBeenCalled()
    await userEvent.click(getByRole('button', { name: 'Remove lena.vogt@northwind' }))
    await expect(address).not.toHaveAttribute('aria-invalid')
  },
}

export const InUse: Story = {
  name: '[A11] keeps an address that has an account in the field and invites the others',
  async play({ args, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    const { address, findByText, queryByText } = await dialog()
    await userEvent.type(address, `${LENA} ${OSCAR} `)
    await invite('Invite 2 users')
    await expect(await findByText(`${OSCAR} already has an account.`)).toBeInTheDocument()
    await expect(queryByText(LENA)).not.toBeInTheDocument()
    await expect(address).toHaveFocus()
    await expect(await screen.findByText(`Invited ${LENA}`)).toBeInTheDocument()
    await expect(args.onInvited).toHaveBeenCalledWith([
      expect.objectContaining({ email: LENA, verdict: 'invited' }),
      expect.objectContaining({ email: OSCAR, verdict: 'email-in-use' }),
    ])
    await expect(world.idOf(LENA)).resolves.toBeTruthy()
  },
}

export const Again: Story = {
  async play() {
    const { address } = await dialog()
    await userEvent.type(address, PENDING)
    await invite()
    await expect(await screen.findByText(`Invited ${PENDING} again`)).toBeInTheDocument()
    await expect(screen.getByText('The earlier link no longer works.')).toBeInTheDocument()
  },
}

export const Editing: Story = {
  name: 'Backspace takes up the last address again',
  async play() {
    const { address } = await dialog()
    await userEvent.type(address, `${LENA} {Backspace}`)
    await expect(address).toHaveValue(LENA)
  },
}

export const Scoped: Story = {
  name: '[A6] invites to one app from the app’s own page',
  args: { scope: { resource: 'app-field-notes', name: 'Field Notes', role: 'developer' } },
  parameters: { rollcall: { as: OSCAR } },
  async play({ loaded }) {
    const { world }: { world: World } = loaded.rollcall
    const { address, findByText } = await dialog()
    await findByText(/They also become Developer on Field Notes\./)
    await userEvent.type(address, LENA)
    await invite()
    await screen.findByText(`Invited ${LENA}`)
    const actor = await world.as(AMARA)
    const user = await world.rollcall.users.getUser(actor, { userId: await world.idOf(LENA) })
    await expect(user.grants).toMatchObject([{ role: 'developer', scope: 'app-field-notes' }])
  },
}

export const ScopedWithoutRole: Story = {
  args: { scope: { resource: 'app-field-notes', name: 'Field Notes' } },
  async play() {
    const { findByRole } = await dialog()
    await expect(await findByRole('combobox', { name: 'Role' })).toBeInTheDocument()
  },
}

export const Refused: Story = {
  parameters: { rollcall: { as: 'huda.elsayed@contoso.example' } },
  async play({ args }) {
    const { address, findByRole } = await dialog()
    await userEvent.type(address, LENA)
    await invite()
    await expect(await findByRole('alert')).toHaveTextContent('Your role does not include this.')
    await expect(args.onInvited).not.toHaveBeenCalled()
  },
}

export const Failed: Story = {
  parameters: { rollcall: { fail: { 'invitations.inviteUsers': 'unavailable' } } },
  async play() {
    const { address, findByRole, getByText } = await dialog()
    await userEvent.type(address, LENA)
    await invite()
    await expect(await findByRole('alert')).toHaveTextContent(/7f3b9c/)
    await expect(getByText(LENA)).toBeInTheDocument()
  },
}

export const Loading: Story = { parameters: { rollcall: { latency: 'infinite' } } }

export const WithTrigger: Story = {
  args: { defaultOpen: false, trigger: <Button icon="plus">Invite to this app</Button> },
  async play({ canvas }) {
    const button = canvas.getByRole('button', { name: 'Invite to this app' })
    await userEvent.click(button)
    await dialog()
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(button).toHaveFocus())
  },
}

export const Controlled: Story = {
  args: { open: true },
  async play({ args }) {
    await screen.findByRole('dialog')
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(args.onOpenChange).toHaveBeenCalledWith(false))
    await expect(screen.getByRole('dialog')).toBeInTheDocument()
  },
}
