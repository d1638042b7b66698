import { ladder } from '@rollcall/core/presets'
import type { World } from '@rollcall/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import { AssignedRoles } from './assigned-roles.tsx'

const TOMASZ = 'tomasz.wojcik@northwind.example'
const JONAS = 'jonas.lindqvist@northwind.example'
const RANA = 'rana.alkhatib@fabrikam.example'
const MISAKI = 'misaki.tanaka@fabrikam.example'
const HUDA = 'huda.elsayed@contoso.example'
const KWAME = 'kwame.mensah@contoso.example'

const of = (email: string, as = TOMASZ) => ({
  scenario: 'surveyPlatform' as const,
  world: { policy: ladder },
  as,
  props: async ({ idOf }: World) => ({ userId: await idOf(email) }),
})

const roleOf = async ({ storage, idOf }: World, email: string) =>
  (await storage.users.find(await idOf(email)))?.grants.find(({ scope }) => scope === null)?.role

/** By the `ladder` preset: exactly one role on the whole product, ranks, and roles on surveys from several sources. */
const meta = {
  title: 'Access/AssignedRoles/Ladder',
  component: AssignedRoles,
  args: { userId: '' },
  parameters: { layout: 'padded', rollcall: of(HUDA) },
} satisfies Meta<typeof AssignedRoles>
export default meta

type Story = StoryObj<typeof meta>

export const Playground: Story = {}

export const OneRole: Story = {
  name: 'the one role on the whole product is chosen, then saved; passing others with the arrow keys gives none',
  async play({ canvas, loaded }) {
    const { world } = loaded.rollcall
    const held = await canvas.findByRole('radio', { name: 'Standard User' })
    await expect(held).toBeChecked()
    held.focus()
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    await expect(canvas.getByRole('radio', { name: 'Team Leader' })).toBeChecked()
    await expect(await roleOf(world, HUDA)).toBe('standard-user')
    await expect(canvas.getByRole('status')).toHaveTextContent('Not saved: Team Leader instead of Standard User')
    await userEvent.click(canvas.getByRole('button', { name: 'Discard' }))
    await expect(held).toBeChecked()
    await userEvent.click(canvas.getByRole('radio', { name: 'Survey Creator' }))
    await userEvent.click(canvas.getByRole('button', { name: 'Save role' }))
    await waitFor(async () => expect(await roleOf(world, HUDA)).toBe('survey-creator'))
    await waitFor(() => expect(canvas.queryByRole('button', { name: 'Save role' })).not.toBeInTheDocument())
    await expect(canvas.getByRole('radio', { name: 'Survey Creator' })).toBeChecked()
  },
}

export const Ceiling: Story = {
  name: 'a role one may not give stays, cannot be chosen, and says so',
  parameters: { rollcall: of(HUDA, MISAKI) },
  async play({ canvas }) {
    const leader = await canvas.findByRole('radio', { name: 'Team Leader' })
    await expect(leader).toHaveAccessibleDescription(/You can neither give nor take this role/)
    await userEvent.click(leader)
    await expect(canvas.getByRole('radio', { name: 'Standard User' })).toBeChecked()
    await userEvent.click(canvas.getByRole('radio', { name: 'Survey Creator' }))
    await expect(canvas.getByRole('button', { name: 'Save role' })).toBeVisible()
  },
}

export const Equal: Story = {
  name: 'the role of an equal cannot be changed: no radio moves, and the reason stands once',
  parameters: { rollcall: of(JONAS, RANA) },
  async play({ canvas }) {
    const held = await canvas.findByRole('radio', { name: 'Superuser' })
    const lower = canvas.getByRole('radio', { name: 'Minimal User' })
    await expect(lower).toHaveAccessibleDescription(/This person’s role is not below yours/)
    held.focus()
    await userEvent.keyboard('{ArrowUp}')
    await userEvent.click(lower)
    await expect(held).toBeChecked()
    await expect(canvas.queryByRole('button', { name: 'Save role' })).not.toBeInTheDocument()
    await expect(canvas.getAllByText(/not below yours/)).toHaveLength(1)
  },
}

export const Reach: Story = {
  name: '[C12] who reaches every survey shows an asterisk that explains itself',
  parameters: { rollcall: of(JONAS) },
  async play({ canvas }) {
    const row = (await canvas.findByText('Every survey')).closest('li')
    await expect(row).toHaveTextContent(/^\*Every surveyMakerSuperuser/)
    await expect(row).toHaveTextContent(/still to come\. It comes with the role Superuser and changes with it/)
  },
}

export const Sources: Story = {
  name: 'a role on a survey says where it comes from; an inherited one is locked and names its group',
  parameters: { rollcall: of(KWAME) },
  async play({ canvas }) {
    const row = (await canvas.findByText('Customer pulse 2026')).closest('li') as HTMLElement
    await expect(within(row).getByText('group: Fieldwork partners')).toBeVisible()
    await expect(within(row).getByText('group: Client and agency')).toBeVisible()
    await expect(within(row).getByText('direct')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Edit the roles on Customer pulse 2026' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Roles on Customer pulse 2026' }))
    const inherited = await dialog.findByRole('switch', { name: 'Panel Field Manager' })
    await expect(inherited).toBeChecked()
    await expect(inherited).toHaveAccessibleDescription(/Comes from the group Fieldwork partners\. Change it there/)
    await userEvent.click(inherited)
    await expect(inherited).toBeChecked()
    await userEvent.click(dialog.getByRole('switch', { name: 'Researcher' }))
    await expect(await dialog.findByText('Saved')).toBeVisible()
  },
}

export const Failed: Story = {
  name: 'a role that was not saved stays chosen, and says why',
  parameters: { rollcall: { ...of(HUDA), fail: { 'access.setGrants': 'unavailable' } } },
  async play({ canvas }) {
    await userEvent.click(await canvas.findByRole('radio', { name: 'Team Leader' }))
    await userEvent.click(canvas.getByRole('button', { name: 'Save role' }))
    await expect(await canvas.findByRole('alert')).toHaveTextContent(/did not answer/)
    await expect(canvas.getByRole('radio', { name: 'Team Leader' })).toBeChecked()
  },
}
