import type { World } from '@rollcall/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test'
import { ResendInvitationDialog } from './resend-invitation-dialog.tsx'

const AMARA = 'amara.okafor@northwind.example'
const RANA = 'rana.alkhatib@fabrikam.example'
const PENDING = 'new.analyst@northwind.example'

/** The user as the one who looks sees them. */
const seenBy = (viewer: string, email: string) => async (world: World) => ({
  user: await world.rollcall.users.getUser(await world.as(viewer), { userId: await world.idOf(email) }),
})

const meta = {
  title: 'Invitations/ResendInvitationDialog',
  component: ResendInvitationDialog,
  args: { user: { id: '', name: '', actions: {} }, defaultOpen: true, onOpenChange: fn() },
  parameters: { rollcall: { as: AMARA, props: seenBy(AMARA, PENDING) } },
} satisfies Meta<typeof ResendInvitationDialog>
export default meta

type Story = StoryObj<typeof meta>

const dialog = async () => within(await screen.findByRole('dialog'))
const gone = () => waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())

export const Playground: Story = {}

export const Custom: Story = {
  name: '[C31] offers a message of one’s own where the server allows it',
  async play({ loaded }) {
    const { world }: { world: World } = loaded.rollcall
    const open = await dialog()
    await waitFor(() => expect(open.getByText(/gets a new link/)).toHaveTextContent(/that is valid for 7 days/))
    await userEvent.type(open.getByRole('textbox', { name: /Message/ }), 'Welcome aboard.')
    await userEvent.click(open.getByRole('button', { name: 'Send again' }))
    await gone()
    await world.deliver()
    await expect(world.mails.lastTo(PENDING)).toMatchObject({ data: { message: 'Welcome aboard.' } })
  },
}

const ADMIN_TO_BE = 'ines.marques@contoso.example'

export const Standard: Story = {
  name: '[C32] sends the standard message for somebody above oneself',
  parameters: {
    rollcall: {
      as: RANA,
      prepare: (world: World) => world.invite(AMARA, ADMIN_TO_BE, [{ role: 'admin', scope: null }]),
      props: seenBy(RANA, ADMIN_TO_BE),
    },
  },
  async play({ loaded }) {
    const { world }: { world: World } = loaded.rollcall
    const before = world.mails.linkTo(ADMIN_TO_BE)
    const open = await dialog()
    await expect(open.queryByRole('textbox')).not.toBeInTheDocument()
    await userEvent.click(open.getByRole('button', { name: 'Send again' }))
    await gone()
    await world.deliver()
    await expect(world.mails.linkTo(ADMIN_TO_BE)).not.toBe(before)
  },
}

export const RegisteredMeanwhile: Story = {
  parameters: {
    rollcall: { props: seenBy(AMARA, PENDING), fail: { 'invitations.resendInvitation': 'already-registered' } },
  },
  async play() {
    const open = await dialog()
    await userEvent.click(open.getByRole('button', { name: 'Send again' }))
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
