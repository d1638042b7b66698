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

export const Confirmed: Story = {
  name: '[C24] says by a green check and in words that the person finished registration',
  args: { user: { name, status: 'confirmed', actions: {} } },
  async play({ canvas, canvasElement }) {
    await expect(canvas.getByText('Confirmed')).toBeVisible()
    await expect(canvasElement.querySelector('[data-status="confirmed"] svg')).toBeVisible()
    await expect(canvas.queryByRole('button')).not.toBeInTheDocument()
  },
}

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

export const Inactive: Story = {
  name: '[C27] reactivates from the purple clock',
  args: { user: { name, status: 'dormant', actions: { reactivate: true } } },
  async play({ args, canvas }) {
    await userEvent.click(canvas.getByRole('button', { name: `Inactive Reactivate ${name}` }))
    await expect(args.onAct).toHaveBeenCalledWith('reactivate')
  },
}

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
  name: '[C29] offers nothing for somebody who signs in elsewhere, and says why',
  args: { user: { name, status: 'locked', actions: { unlock: 'single-sign-on' } } },
  async play({ canvas, canvasElement }) {
    await expect(canvas.queryByRole('button')).not.toBeInTheDocument()
    const badge = canvasElement.querySelector('[data-status="locked"] > .rc-badge')
    await expect(badge).toHaveTextContent(/^Locked out.*signs in through your organization, so it is changed there/)
  },
}

/** Where nothing can be begun, on a card or in a mail. */
export const TellsOnly: Story = {
  render: ({ user }) => <StatusBadge user={user} />,
  async play({ canvasElement }) {
    await expect(within(canvasElement).queryByRole('button')).not.toBeInTheDocument()
  },
}
