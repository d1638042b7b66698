import { directory } from '@rollcall/core/presets'
import type { World } from '@rollcall/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, userEvent, waitFor } from 'storybook/test'
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
