import type { World } from '@rollcall/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import { ResourcePermissions } from './resource-permissions.tsx'

const AMARA = 'amara.okafor@northwind.example'
const HUDA = 'huda.elsayed@contoso.example'
const OSCAR = 'oscar.delafuente@fabrikam.example'
const JONAS = 'jonas.lindqvist@northwind.example'
const YAEL = 'yael.cohen@contoso.example'

const grantsOf = async ({ storage, idOf }: World, email: string) => {
  const user = await storage.users.find(await idOf(email))
  return user?.grants.map(({ role, scope }) => `${role} on ${scope}`).sort()
}

const meta = {
  title: 'Resources/ResourcePermissions',
  component: ResourcePermissions,
  args: { resource: 'app-field-notes' },
  parameters: { layout: 'padded', rollcall: { as: OSCAR } },
} satisfies Meta<typeof ResourcePermissions>
export default meta

type Story = StoryObj<typeof meta>

export const Playground: Story = {}

export const Administrator: Story = { parameters: { rollcall: { as: AMARA } } }

export const People: Story = {
  name: '[A51] lists who has a role on the app, and opens their roles there',
  async play({ canvas, loaded }) {
    await expect(await canvas.findByText('Jonas Lindqvist')).toBeVisible()
    await expect(canvas.queryByText('Mei-Lin Zhao')).not.toBeInTheDocument()
    await userEvent.click(canvas.getByRole('button', { name: 'Edit the roles of Jonas Lindqvist' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Roles on Field Notes' }))
    await expect(await dialog.findByRole('switch', { name: 'App owner' })).toHaveAttribute('aria-disabled', 'true')
    await userEvent.click(dialog.getByRole('switch', { name: 'API user' }))
    await userEvent.click(dialog.getByRole('switch', { name: 'Developer' }))
    await expect(await dialog.findByText('Saved')).toBeVisible()
    await expect(await grantsOf(loaded.rollcall.world, JONAS)).toEqual(['api-user on app-field-notes'])
  },
}

export const LastRoleTaken: Story = {
  name: 'whoever loses the last role here leaves the list; the dialog stays to give it back',
  async play({ canvas, loaded }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit the roles of Jonas Lindqvist' }))
    const dialog = within(await screen.findByRole('dialog'))
    const developer = await dialog.findByRole('switch', { name: 'Developer' })
    await userEvent.click(developer)
    await waitFor(() => expect(canvas.queryByLabelText('Edit the roles of Jonas Lindqvist')).not.toBeInTheDocument())
    await userEvent.click(developer)
    await expect(await canvas.findByLabelText('Edit the roles of Jonas Lindqvist')).toBeInTheDocument()
    await expect(await grantsOf(loaded.rollcall.world, JONAS)).toEqual(['developer on app-field-notes'])
  },
}

export const AddSomebodySeen: Story = {
  name: '[A49] gives a role to somebody found by typing, and keeps what they hold',
  parameters: { rollcall: { as: AMARA } },
  async play({ canvas, loaded }) {
    await userEvent.type(await canvas.findByRole('combobox', { name: 'Person' }), 'jonas')
    await userEvent.click(await canvas.findByRole('option', { name: /Jonas/ }))
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Role' }), 'App owner')
    await userEvent.click(canvas.getByRole('button', { name: 'Give role' }))
    await expect(await screen.findByText(/is now/)).toHaveTextContent(/is now App owner on Field Notes/)
    await expect(await grantsOf(loaded.rollcall.world, JONAS)).toEqual([
      'developer on app-field-notes',
      'owner on app-field-notes',
    ])
  },
}

export const AddSomebodyUnseen: Story = {
  name: '[A49][A51] an owner gives a role to somebody they cannot see, by their exact address',
  async play({ canvas, loaded }) {
    await userEvent.type(await canvas.findByRole('combobox', { name: 'Person' }), YAEL)
    await userEvent.click(await canvas.findByRole('option', { name: /יעל כהן/ }))
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Role' }), 'Developer')
    await userEvent.click(canvas.getByRole('button', { name: 'Give role' }))
    await expect(await canvas.findByRole('button', { name: /Edit the roles of יעל כהן/ })).toBeVisible()
    await expect(await grantsOf(loaded.rollcall.world, YAEL)).toEqual(['developer on app-field-notes'])
  },
}

export const Invite: Story = {
  name: '[A6][A47] invites somebody who is nobody yet, with the role on this app',
  async play({ canvas, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    await userEvent.selectOptions(await canvas.findByRole('combobox', { name: 'Role' }), 'Developer')
    const field = canvas.getByRole('combobox', { name: 'Person' })
    await userEvent.type(field, 'lena.vogt@fabrikam.example')
    await userEvent.click(await canvas.findByRole('option', { name: /Invite lena/ }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Invite to Field Notes' }))
    await userEvent.click(await dialog.findByRole('button', { name: 'Invite 1 user' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    await expect(await canvas.findByRole('button', { name: /Edit the roles of lena/ })).toBeVisible()
    await expect(await grantsOf(world, 'lena.vogt@fabrikam.example')).toEqual(['developer on app-field-notes'])
  },
}

export const NobodyChosen: Story = {
  async play({ canvas }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Give role' }))
    await expect(await canvas.findAllByText('This is needed.')).toHaveLength(2)
    await waitFor(() => expect(canvas.getByRole('combobox', { name: 'Person' })).toHaveFocus())
  },
}

export const Refused: Story = {
  name: '[A49] a developer sees nobody else of the app',
  parameters: { rollcall: { as: HUDA } },
  async play({ canvas }) {
    await expect(await canvas.findByText('You may not see the users')).toBeVisible()
    await expect(canvas.queryByRole('button', { name: 'Give role' })).not.toBeInTheDocument()
  },
}

export const Empty: Story = {
  args: { resource: 'app-store-locator' },
  parameters: {
    rollcall: {
      as: AMARA,
      prepare: ({ rollcall }: World) =>
        rollcall.resources.put({ id: 'app-store-locator', type: 'app', name: 'Store Locator' }),
    },
  },
  async play({ canvas }) {
    await expect(await canvas.findByText('Nobody has a role here yet')).toBeVisible()
  },
}

export const Failed: Story = {
  parameters: { rollcall: { fail: { 'users.listUsers': 'unavailable' } } },
  async play({ canvas }) {
    await expect(await canvas.findByRole('alert')).toHaveTextContent(/did not load/)
  },
}

export const Loading: Story = { parameters: { rollcall: { as: OSCAR, latency: 'infinite' } } }
