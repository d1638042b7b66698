import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { StatusBadge } from './status-badge.tsx'

const name = 'Jonas Lindqvist'

/** The status of a user in words, icon and tint; a button wherever the server offers to do something about it. */
const meta = {
  title: 'Users/StatusBadge',
  component: StatusBadge,
  args: { user: { name, status: 'locked', actions: { unlock: true } }, onAct: fn() },
} satisfies Meta<typeof StatusBadge>
export default meta

type Story = StoryObj<typeof meta>

export const Playground: Story = {}

export const Confirmed: Story = { args: { user: { name, status: 'confirmed', actions: {} } } }

export const NotConfirmed: Story = {
  name: '[C25] [C30] sends the invitation again from the orange question mark',
  args: { user: { name, status: 'not-confirmed', actions: { resend: true } } },
  async play({ args, canvas }) {
    await userEvent.click(canvas.getByRole('button', { name: `Not confirmed Send the invitation to ${name} again` }))
    await expect(args.onAct).toHaveBeenCalledWith('resend')
  },
}

export const InvitationExpired: Story = {
  name: '[C28] sends the invitation again from the gray key',
  args: { user: { name, status: 'invitation-expired', actions: { resend: true } } },
  async play({ args, canvas }) {
    await userEvent.click(canvas.getByRole('button', { name: /^Invitation expired/ }))
    await expect(args.onAct).toHaveBeenCalledWith('resend')
  },
}

export const LockedOut: Story = {
  name: '[C26] opens the account from the red lock',
  async play({ args, canvas }) {
    await userEvent.click(canvas.getByRole('button', { name: `Locked out Unlock ${name}` }))
    await expect(args.onAct).toHaveBeenCalledWith('unlock')
  },
}

export const Inactive: Story = { args: { user: { name, status: 'dormant', actions: {} } } }

export const Deactivated: Story = { args: { user: { name, status: 'deactivated', actions: {} } } }

export const Refused: Story = {
  name: '[C33] [C40] stays focusable and says why not, where the server refuses',
  args: { user: { name, status: 'locked', actions: { unlock: 'no-right' } } },
  async play({ args, canvas }) {
    await userEvent.tab()
    const badge = canvas.getByRole('button', { name: /^Locked out/ })
    await expect(badge).toHaveFocus()
    await expect(badge).toHaveAccessibleDescription('Your role does not include this.')
    await waitFor(() => expect(canvas.getByRole('tooltip')).toBeVisible())
    await userEvent.click(badge)
    await expect(args.onAct).not.toHaveBeenCalled()
  },
}

export const SingleSignOn: Story = {
  name: '[C29] only tells, for somebody who signs in elsewhere',
  args: { user: { name, status: 'not-confirmed', actions: { resend: 'single-sign-on' } } },
  async play({ canvas }) {
    await expect(canvas.queryByRole('button')).not.toBeInTheDocument()
    await expect(canvas.getByText('Not confirmed')).toBeVisible()
  },
}

/** Where nothing can be begun, on a card or in a mail. */
export const TellsOnly: Story = {
  render: ({ user }) => <StatusBadge user={user} />,
  async play({ canvasElement }) {
    await expect(within(canvasElement).queryByRole('button')).not.toBeInTheDocument()
  },
}
