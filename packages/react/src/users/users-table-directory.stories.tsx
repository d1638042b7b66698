import { directory } from '@rollcall/core/presets'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen, userEvent, waitFor } from 'storybook/test'
import { UsersTable } from './users-table.tsx'

const JONAS = 'jonas.lindqvist@northwind.example'

/** The same table where people are set up in full. */
const meta = {
  title: 'Users/UsersTable/Directory',
  component: UsersTable,
  args: { onOpenUser: fn() },
  parameters: { layout: 'padded', rollcall: { scenario: 'productHub', world: { policy: directory } } },
} satisfies Meta<typeof UsersTable>
export default meta

type Story = StoryObj<typeof meta>

export const Create: Story = {
  name: '[B25] “Create user” opens the wizard, and nobody is invited',
  async play({ canvas }) {
    const button = await canvas.findByRole('button', { name: 'Create user' })
    await expect(canvas.queryByRole('button', { name: 'Invite user' })).not.toBeInTheDocument()
    await userEvent.click(button)
    await expect(await screen.findByRole('dialog', { name: 'Create user' })).toBeVisible()
    await screen.findByRole('textbox', { name: /^First name/ })
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(button).toHaveFocus())
  },
}

export const Edit: Story = {
  name: '[B39][B41] finds somebody by their user name, and the pencil in the row’s menu opens Edit user',
  async play({ canvas }) {
    await userEvent.type(await canvas.findByRole('searchbox'), 'jonas.lind')
    await waitFor(() => expect(canvas.queryByText('Mei-Lin Zhao')).not.toBeInTheDocument())
    const button = await canvas.findByRole('button', { name: 'Actions for Jonas Lindqvist' })
    await userEvent.click(button)
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Edit user' }))
    await expect(await screen.findByRole('dialog', { name: 'Edit Jonas Lindqvist' })).toBeVisible()
    await expect(await screen.findByRole('textbox', { name: /^Email address/ })).toHaveValue(JONAS)
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(button).toHaveFocus())
  },
}

export const BothWays: Story = {
  name: 'offers both where people are invited and set up',
  parameters: {
    rollcall: {
      world: {
        policy: {
          ...directory,
          onboarding: ['invitation', 'creation'],
          access: {
            ...directory.access,
            systemRoles: directory.access.systemRoles.map((role) => {
              if (role.rank === 0) return role
              return { ...role, rights: [...role.rights, 'invitations.send', 'invitations.revoke'] }
            }),
          },
        },
      },
    },
  },
  async play({ canvas }) {
    await expect(await canvas.findByRole('button', { name: 'Create user' })).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Invite user' }))
    await expect(await screen.findByRole('dialog', { name: 'Invite user' })).toBeVisible()
  },
}
