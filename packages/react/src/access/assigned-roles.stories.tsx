import type { World } from '@rollcall/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import { AssignedRoles } from './assigned-roles.tsx'

const AMARA = 'amara.okafor@northwind.example'
const MEILIN = 'meilin.zhao@fabrikam.example'
const JONAS = 'jonas.lindqvist@northwind.example'
const OSCAR = 'oscar.delafuente@fabrikam.example'
const RANA = 'rana.alkhatib@fabrikam.example'
const YAEL = 'yael.cohen@contoso.example'

const of = (email: string) => ({ props: async ({ idOf }: World) => ({ userId: await idOf(email) }) })

const grantsOf = async ({ storage, idOf }: World, email: string) => {
  const user = await storage.users.find(await idOf(email))
  return user?.grants.map(({ role, scope }) => (scope ? `${role} on ${scope}` : role)).sort()
}

const meta = {
  title: 'Access/AssignedRoles',
  component: AssignedRoles,
  args: { userId: '' },
  parameters: { layout: 'padded', rollcall: of(MEILIN) },
} satisfies Meta<typeof AssignedRoles>
export default meta

type Story = StoryObj<typeof meta>

export const Playground: Story = {}

export const SystemRoles: Story = {
  name: '[A30][A46] gives and takes global roles at once, one switch each; [A51] global roles stand here',
  async play({ canvas, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    const management = await canvas.findByRole('switch', { name: 'User management' })
    const publisher = canvas.getByRole('switch', { name: 'Publisher' })
    await expect(publisher).toBeChecked()
    await userEvent.click(management)
    await userEvent.click(publisher)
    await expect(management).toBeChecked()
    await waitFor(async () => expect(await grantsOf(world, MEILIN)).toEqual(['user-management']))
    await waitFor(() => expect(publisher).not.toHaveAttribute('aria-busy', 'true'))
    await expect(publisher).not.toBeChecked()
    await expect(management).toBeChecked()
  },
}

export const Ceiling: Story = {
  name: '[A30] a role one may not give stays, cannot be switched, and says so',
  parameters: { rollcall: { ...of(MEILIN), as: RANA } },
  async play({ canvas, loaded }) {
    const admin = await canvas.findByRole('switch', { name: 'Admin' })
    await expect(admin).toHaveAccessibleDescription(/You can neither give nor take this role/)
    await userEvent.click(admin)
    await expect(admin).not.toBeChecked()
    await expect(await grantsOf(loaded.rollcall.world, MEILIN)).toEqual(['publisher'])
  },
}

export const LastAdministrator: Story = {
  name: '[A2] the last administrator stays one: the switch goes back and says why',
  parameters: { rollcall: of(AMARA) },
  async play({ canvas }) {
    const admin = await canvas.findByRole('switch', { name: 'Admin' })
    await userEvent.click(admin)
    await expect(await canvas.findByRole('alert')).toHaveTextContent(
      'This is the last administrator. Appoint another one first.',
    )
    await waitFor(() => expect(admin).toBeChecked())
  },
}

export const Gear: Story = {
  name: '[A46] the gear of an app opens its roles, each a switch',
  parameters: { rollcall: of(JONAS) },
  async play({ canvas, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    const gear = await canvas.findByRole('button', { name: 'Edit the roles on Field Notes' })
    await userEvent.click(gear)
    const dialog = within(await screen.findByRole('dialog', { name: 'Roles on Field Notes' }))
    await expect(await dialog.findByRole('switch', { name: 'Developer' })).toBeChecked()
    await userEvent.click(dialog.getByRole('switch', { name: 'App owner' }))
    await expect(await dialog.findByText('Saved')).toBeVisible()
    await expect(await grantsOf(world, JONAS)).toEqual(['developer on app-field-notes', 'owner on app-field-notes'])
    await userEvent.click(dialog.getAllByRole('button', { name: 'Close' })[0] as HTMLElement)
    await waitFor(() => expect(gear).toHaveFocus())
    await expect(gear.closest('li')).toHaveTextContent(/^Field NotesDeveloperdirectApp ownerdirect/)
  },
}

export const GiveOnAnApp: Story = {
  name: '[A51] gives a role on another app',
  parameters: { rollcall: of(JONAS) },
  async play({ canvas, loaded }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Give a role on an app' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Give a role on an app' }))
    await userEvent.selectOptions(dialog.getByRole('combobox', { name: 'App' }), 'Route Planner')
    await userEvent.click(await dialog.findByRole('switch', { name: 'API user' }))
    await expect(await dialog.findByText('Saved')).toBeVisible()
    await expect(await grantsOf(loaded.rollcall.world, JONAS)).toContain('api-user on app-route-planner')
    await userEvent.click(dialog.getAllByRole('button', { name: 'Close' })[0] as HTMLElement)
    await expect(await canvas.findByRole('button', { name: 'Edit the roles on Route Planner' })).toBeVisible()
  },
}

export const None: Story = {
  name: '[A2][A46] nobody is without roles unnoticed: "No roles yet" asks to add, then to edit',
  parameters: { rollcall: of(YAEL) },
  async play({ canvas }) {
    await expect(await canvas.findByText('No roles yet')).toBeVisible()
    await expect(canvas.getByText(/^Add the first role/)).toBeVisible()
    await userEvent.click(await canvas.findByRole('switch', { name: 'Publisher' }))
    await expect(await canvas.findByText(/^Edit their roles/)).toBeVisible()
    await waitFor(() => expect(canvas.queryByText('No roles yet')).not.toBeInTheDocument())
  },
}

export const FromElsewhere: Story = {
  name: '[A31] a role from elsewhere is tagged with its source and locked',
  parameters: { rollcall: of('thandiwe.dlamini@northwind.example') },
  async play({ canvas }) {
    const publisher = await canvas.findByRole('switch', { name: 'Publisher' })
    await expect(publisher).toBeChecked()
    await expect(publisher).toHaveAccessibleDescription(/Comes from the sign-in provider/)
    await expect(canvas.getByText('provider')).toBeVisible()
  },
}

export const Owner: Story = {
  name: '[A49] the owner of an app gives its lesser roles, and no global ones',
  parameters: { rollcall: { ...of(JONAS), as: OSCAR } },
  async play({ canvas }) {
    await expect(await canvas.findByRole('switch', { name: 'Publisher' })).toHaveAttribute('aria-disabled', 'true')
    await userEvent.click(canvas.getByRole('button', { name: 'Edit the roles on Field Notes' }))
    const dialog = within(await screen.findByRole('dialog'))
    await expect(await dialog.findByRole('switch', { name: 'App owner' })).toHaveAttribute('aria-disabled', 'true')
    const apiUser = dialog.getByRole('switch', { name: 'API user' })
    await waitFor(() => expect(apiUser).not.toHaveAttribute('aria-disabled'))
  },
}

export const Failed: Story = {
  name: 'a switch that fails goes back and says so',
  parameters: { rollcall: { ...of(MEILIN), fail: { 'access.setGrants': 'unavailable' } } },
  async play({ canvas }) {
    const publisher = await canvas.findByRole('switch', { name: 'Publisher' })
    await userEvent.click(publisher)
    await expect(await canvas.findByRole('alert')).toHaveTextContent(/did not answer/)
    await waitFor(() => expect(publisher).toBeChecked())
  },
}

export const Loading: Story = { parameters: { rollcall: { ...of(MEILIN), latency: 'infinite' } } }

export const DidNotLoad: Story = {
  parameters: { rollcall: { ...of(MEILIN), fail: { 'users.getUser': 'unavailable' } } },
  async play({ canvas }) {
    await expect(await canvas.findByRole('alert')).toHaveTextContent(/The roles did not load/)
  },
}
