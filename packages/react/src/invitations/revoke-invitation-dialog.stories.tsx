import type { World } from '@rollcall/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test'
import { RevokeInvitationDialog } from './revoke-invitation-dialog.tsx'

const AMARA = 'amara.okafor@northwind.example'
const RANA = 'rana.alkhatib@fabrikam.example'
const PENDING = 'new.analyst@northwind.example'

/** The user as the one who looks sees them. */
const seenBy = (viewer: string, email: string) => async (world: World) => ({
  user: await world.rollcall.users.getUser(await world.as(viewer), { userId: await world.idOf(email) }),
})

const meta = {
  title: 'Invitations/RevokeInvitationDialog',
  component: RevokeInvitationDialog,
  args: { user: { id: '', name: '', actions: {} }, defaultOpen: true, onOpenChange: fn() },
  parameters: { rollcall: { as: AMARA, props: seenBy(AMARA, PENDING) } },
} satisfies Meta<typeof RevokeInvitationDialog>
export default meta

type Story = StoryObj<typeof meta>

const dialog = async () => within(await screen.findByRole('dialog'))
const gone = () => waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())

export const Playground: Story = {}

export const Revokes: Story = {
  name: 'takes the invitation back; the link dies and the address is free',
  async play({ args, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    const open = await dialog()
    await userEvent.click(open.getByRole('button', { name: 'Revoke invitation' }))
    await gone()
    await expect(args.onOpenChange).toHaveBeenLastCalledWith(false)
    await expect(screen.getByText(`Revoked the invitation of ${PENDING}`)).toBeInTheDocument()
    await expect(world.register({ email: PENDING, firstName: 'N', lastName: 'A' })).rejects.toThrow()
    await world.invite(RANA, PENDING)
  },
}

export const RegisteredMeanwhile: Story = {
  parameters: {
    rollcall: { props: seenBy(AMARA, PENDING), fail: { 'invitations.revokeInvitation': 'already-registered' } },
  },
  async play() {
    const open = await dialog()
    await userEvent.click(open.getByRole('button', { name: 'Revoke invitation' }))
    await expect(await open.findByRole('alert')).toHaveTextContent('This person has already registered.')
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
