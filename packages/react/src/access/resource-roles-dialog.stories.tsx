import type { World } from '@rollcall/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test'
import { ResourceRolesDialog } from './resource-roles-dialog.tsx'

const AMARA = 'amara.okafor@northwind.example'
const JONAS = 'jonas.lindqvist@northwind.example'

/** The roles of one person on one resource; the gear beside an app opens it, and a host's own page may. */
const meta = {
  title: 'Access/ResourceRolesDialog',
  component: ResourceRolesDialog,
  args: {
    user: { id: '', name: '', version: 1, grants: [], actions: {} },
    resource: { id: 'app-field-notes', name: 'Field Notes' },
    open: true,
    onOpenChange: fn(),
  },
  parameters: {
    rollcall: {
      as: AMARA,
      props: async (world: World) => ({
        user: await world.rollcall.users.getUser(await world.as(AMARA), { userId: await world.idOf(JONAS) }),
      }),
    },
  },
} satisfies Meta<typeof ResourceRolesDialog>
export default meta

type Story = StoryObj<typeof meta>

const dialog = async () => within(await screen.findByRole('dialog'))

export const Playground: Story = {}

export const Switches: Story = {
  name: '[A46] gives a role of the app at once',
  async play({ loaded }) {
    const { world }: { world: World } = loaded.rollcall
    const open = await dialog()
    await userEvent.click(await open.findByRole('switch', { name: /API user/ }))
    await waitFor(async () => {
      const user = await world.storage.users.find(await world.idOf(JONAS))
      await expect(user?.grants.map(({ role }) => role)).toContain('api-user')
    })
  },
}

export const WithoutResource: Story = {
  name: 'asks for the app when none is given',
  args: { resource: undefined },
  async play() {
    const open = await dialog()
    await expect(await open.findByRole('combobox', { name: 'App' })).toBeVisible()
    await expect(open.queryByRole('switch')).not.toBeInTheDocument()
  },
}
