import { directory } from '@rollcall/core/presets'
import type { World } from '@rollcall/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import { UserDetails } from './user-details.tsx'

const JONAS = 'jonas.lindqvist@northwind.example'

/** The same page where people are set up in full. */
const meta = {
  title: 'Users/UserDetails/Directory',
  component: UserDetails,
  args: { userId: '' },
  parameters: {
    layout: 'padded',
    rollcall: {
      scenario: 'productHub',
      world: { policy: directory },
      props: async ({ idOf }: World) => ({ userId: await idOf(JONAS) }),
    },
  },
} satisfies Meta<typeof UserDetails>
export default meta

type Story = StoryObj<typeof meta>

export const Edit: Story = {
  name: '[B41] the pencil opens Edit user here as well',
  async play({ canvas }) {
    const button = await canvas.findByRole('button', { name: 'Edit user' })
    await userEvent.click(button)
    await expect(await screen.findByRole('dialog', { name: 'Edit Jonas Lindqvist' })).toBeVisible()
    await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(button).toHaveFocus())
  },
}

export const Welcome: Story = {
  name: '[B75] sends the welcome mail from here as well',
  async play({ canvas, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    await userEvent.click(await canvas.findByRole('button', { name: 'Send welcome mail' }))
    const dialog = within(await screen.findByRole('dialog', { name: /^Send Jonas/ }))
    await userEvent.click(dialog.getByRole('button', { name: 'Send welcome mail' }))
    await expect(await screen.findByText(/^Sent/)).toBeVisible()
    await world.deliver()
    await expect(world.mails.lastTo(JONAS)).toMatchObject({ template: 'welcome' })
  },
}

export const Protected: Story = {
  name: '[B10] says how the protection is taken away, and where the address is changed',
  async play({ canvas }) {
    const button = await canvas.findByRole('button', { name: 'Delete…' })
    await expect(button).toHaveAttribute('aria-disabled', 'true')
    await waitFor(() => expect(button).toHaveAccessibleDescription(/protected.*switch “Protected” off in “Edit user”/))
    const email = canvas.getByLabelText(/^Email address/, { selector: '[type=email]' })
    await expect(email).toHaveAccessibleDescription('This is changed in “Edit user”.')
  },
}
