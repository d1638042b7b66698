import { ladder } from '@rollcall/core/presets'
import type { Policy } from '@rollcall/core/rules'
import type { World } from '@rollcall/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test'
import { GroupsTable } from './groups-table.tsx'

const TOMASZ = 'tomasz.wojcik@northwind.example'
const HUDA = 'huda.elsayed@contoso.example'
const KWAME = 'kwame.mensah@contoso.example'

const platform = { scenario: 'surveyPlatform', world: { policy: ladder }, as: TOMASZ } as const

const groupsOf = async ({ rollcall, as }: World) => (await rollcall.groups.listGroups(await as(TOMASZ), {})).items
const groupOf = async (world: World, name: string) => {
  const group = (await groupsOf(world)).find((each) => each.name === name)
  if (!group) throw new Error(`There is no group ${name}.`)
  return group
}
const grantsOf = async ({ storage, idOf }: World, email: string) => {
  const user = await storage.users.find(await idOf(email))
  return user?.grants.map(({ role, scope, source }) => `${source} ${role} on ${scope}`)
}

const meta = {
  title: 'Groups/GroupsTable',
  component: GroupsTable,
  args: { onSearchChange: fn(), onSortChange: fn() },
  parameters: { layout: 'padded', rollcall: platform },
} satisfies Meta<typeof GroupsTable>
export default meta

type Story = StoryObj<typeof meta>
type Canvas = ReturnType<typeof within>

const namesIn = (canvas: Canvas) => canvas.getAllByRole('rowheader').map((head: HTMLElement) => head.textContent)

/** Opens what the menu of a group offers. */
async function act(canvas: Canvas, group: string, item: string) {
  await userEvent.click(await canvas.findByRole('button', { name: `Actions for ${group}` }))
  await userEvent.click(await screen.findByRole('menuitem', { name: item }))
  return within(await screen.findByRole('dialog'))
}

export const Playground: Story = {}

export const List: Story = {
  name: '[C61] lists name, description, number of members and domains, and sorts by each',
  async play({ args, canvas }) {
    const row = (await canvas.findByRole('rowheader', { name: 'Fabrikam' })).closest('tr')
    await expect(row).toHaveTextContent(/Everybody at Fabrikam.*fabrikam\.example/)
    await expect(row).toHaveTextContent(/\d members? of Fabrikam/)
    await waitFor(() => expect(row).toHaveTextContent('Observer on Brand tracker Q3'))
    await expect(namesIn(canvas)).toEqual(['Client and agency', 'Fabrikam', 'Fieldwork partners', 'Northwind'])
    await userEvent.click(canvas.getByRole('button', { name: 'Name' }))
    await expect(namesIn(canvas)).toEqual(['Northwind', 'Fieldwork partners', 'Fabrikam', 'Client and agency'])
    await expect(canvas.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'descending')
    await expect(args.onSortChange).toHaveBeenLastCalledWith({ by: 'name', descending: true })
    for (const column of ['Description', 'Members', 'Domains']) {
      await userEvent.click(canvas.getByRole('button', { name: column }))
      await expect(canvas.getByRole('columnheader', { name: column })).toHaveAttribute('aria-sort', 'ascending')
    }
    await expect(namesIn(canvas).at(-1)).toBe('Fieldwork partners')
  },
}

export const Searched: Story = {
  name: 'finds groups by name, description and domain',
  async play({ canvas }) {
    const search = await canvas.findByRole('searchbox')
    await canvas.findByText('Fabrikam')
    await userEvent.type(search, 'contoso.ex')
    await expect(namesIn(canvas)).toEqual(['Client and agency'])
    await expect(canvas.getByText('1 group found')).toBeVisible()
  },
}

export const NoMatch: Story = {
  args: { defaultSearch: 'zeppelin' },
  async play({ canvas }) {
    await expect(await canvas.findByText('No group matches')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Clear the search' }))
    await expect(namesIn(canvas)).toHaveLength(4)
  },
}

export const Create: Story = {
  name: '[C61][C63] makes a group; whoever has an address at its domain is in it from then on',
  async play({ canvas, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    await userEvent.click(await canvas.findByRole('button', { name: 'New group' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'New group' }))
    await userEvent.click(await dialog.findByRole('button', { name: 'Create group' }))
    await expect(await dialog.findByText('This is needed.')).toBeVisible()
    await userEvent.type(dialog.getByRole('textbox', { name: 'Name' }), 'Contoso readers')
    const domains = dialog.getByRole('textbox', { name: /Domains/ })
    await userEvent.type(domains, 'contoso.example, not_a domain!')
    await userEvent.click(dialog.getByRole('button', { name: 'Create group' }))
    await expect(await dialog.findByText(/These are not domains: .*domain!/)).toBeVisible()
    await userEvent.clear(domains)
    await userEvent.type(domains, 'gmail.com')
    await userEvent.click(dialog.getByRole('button', { name: 'Create group' }))
    await expect(await dialog.findByText(/public mail service/)).toBeVisible()
    await userEvent.clear(domains)
    await userEvent.type(domains, '@Contoso.example')
    await userEvent.click(dialog.getByRole('button', { name: 'Create group' }))
    await expect(await canvas.findByRole('rowheader', { name: 'Contoso readers' })).toBeVisible()
    const { members, domains: stored } = await groupOf(world, 'Contoso readers')
    await expect(stored).toEqual(['contoso.example'])
    await expect(members).toBeGreaterThan(0)
  },
}

export const Edit: Story = {
  name: '[C61] changes a group, and no more of it than was changed',
  async play({ canvas, loaded }) {
    const dialog = await act(canvas, 'Fabrikam', 'Edit')
    const name = await dialog.findByRole('textbox', { name: 'Name' })
    await userEvent.clear(name)
    await userEvent.type(name, 'Fabrikam people')
    await userEvent.click(dialog.getByRole('button', { name: 'Save changes' }))
    await expect(await canvas.findByRole('rowheader', { name: 'Fabrikam people' })).toBeVisible()
    await expect(await groupOf(loaded.rollcall.world, 'Fabrikam people')).toMatchObject({
      description: 'Everybody at Fabrikam.',
      domains: ['fabrikam.example'],
    })
  },
}

export const ChangedMeanwhile: Story = {
  name: '[C61] what somebody else changed meanwhile is shown, and kept when one saves over it',
  async play({ canvas, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    const dialog = await act(canvas, 'Fabrikam', 'Edit')
    const name = await dialog.findByRole('textbox', { name: 'Name' })
    const { id: groupId, version } = await groupOf(world, 'Fabrikam')
    const description = 'Fabrikam and its agencies.'
    await world.rollcall.groups.editGroup(await world.as(TOMASZ), { groupId, version, description })
    await userEvent.type(name, ' people')
    await userEvent.click(dialog.getByRole('button', { name: 'Save changes' }))
    const alert = await dialog.findByRole('alert')
    await expect(alert).toHaveTextContent('Somebody else changed this group meanwhile')
    await waitFor(() => expect(alert).toHaveTextContent(`Description is now: ${description}`))
    await userEvent.click(dialog.getByRole('button', { name: 'Save changes' }))
    await expect(await canvas.findByRole('rowheader', { name: 'Fabrikam people' })).toBeVisible()
    await expect(await groupOf(world, 'Fabrikam people')).toMatchObject({ description })
  },
}

export const Members: Story = {
  name: '[C62][C63] puts people of any domain in by hand and takes them out; they have what the group gives meanwhile',
  async play({ canvas, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    const opener = await canvas.findByRole('button', { name: 'Fabrikam' })
    await userEvent.click(opener)
    const dialog = within(await screen.findByRole('dialog', { name: 'Members of Fabrikam' }))
    await userEvent.type(await dialog.findByRole('combobox', { name: 'Person' }), 'kwame')
    await userEvent.click(await dialog.findByRole('option', { name: /Kwame/ }))
    await userEvent.click(dialog.getByRole('button', { name: 'Add to group' }))
    await expect(await dialog.findByText('by hand')).toBeVisible()
    await expect(await grantsOf(world, KWAME)).toContain('group observer on survey-brand-tracker-q3')
    const remove = await dialog.findByRole('button', { name: /Remove Kwame/ })
    await userEvent.click(remove)
    await waitFor(() => expect(dialog.queryByText('by hand')).not.toBeInTheDocument())
    await expect(await grantsOf(world, KWAME)).not.toContain('group observer on survey-brand-tracker-q3')
    await userEvent.click(dialog.getAllByRole('button', { name: 'Close' })[0] as HTMLElement)
    await waitFor(() => expect(opener).toHaveFocus())
  },
}

export const MembersByDomain: Story = {
  name: '[C63][C64] members by domain are told apart, explained, and not taken out by hand',
  async play({ canvas }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Fabrikam' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Members of Fabrikam' }))
    await expect((await dialog.findAllByText('by domain')).length).toBeGreaterThan(0)
    await expect(dialog.getByText(/as long as they have it/)).toHaveTextContent('fabrikam.example')
    await expect(dialog.queryByRole('button', { name: /^Remove / })).not.toBeInTheDocument()
  },
}

export const MembersChangedMeanwhile: Story = {
  name: '[C61] adding somebody to a group that changed meanwhile says so, and works the second time',
  async play({ canvas, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    await userEvent.click(await canvas.findByRole('button', { name: 'Fabrikam' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Members of Fabrikam' }))
    await userEvent.type(await dialog.findByRole('combobox', { name: 'Person' }), 'huda')
    await userEvent.click(await dialog.findByRole('option', { name: /هدى|Huda/ }))
    const { id: groupId, version } = await groupOf(world, 'Fabrikam')
    await world.rollcall.groups.editGroup(await world.as(TOMASZ), { groupId, version, description: 'New.' })
    const add = dialog.getByRole('button', { name: 'Add to group' })
    await userEvent.click(add)
    await expect(await dialog.findByRole('alert')).toHaveTextContent('Somebody else changed this meanwhile')
    await waitFor(() => expect(canvas.getByText('New.')).toBeInTheDocument())
    await userEvent.click(add)
    await expect(await dialog.findByText('by hand')).toBeVisible()
    await expect(await grantsOf(world, HUDA)).toContain('group observer on survey-brand-tracker-q3')
  },
}

export const Roles: Story = {
  name: '[C62] gives a role on a survey to every member, and takes it, at once',
  async play({ canvas, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    const dialog = await act(canvas, 'Fieldwork partners', 'Roles on resources')
    await userEvent.selectOptions(await dialog.findByRole('combobox', { name: 'Resource' }), 'Employee voice')
    await userEvent.selectOptions(dialog.getByRole('combobox', { name: 'Role' }), 'Researcher')
    await userEvent.click(dialog.getByRole('button', { name: 'Give role' }))
    const take = await dialog.findByRole('button', { name: 'Take Researcher on Employee voice' })
    await expect(await grantsOf(world, KWAME)).toContain('group researcher on survey-employee-voice')
    await userEvent.click(take)
    await waitFor(() => expect(take).not.toBeInTheDocument())
    await expect(await grantsOf(world, KWAME)).not.toContain('group researcher on survey-employee-voice')
  },
}

export const Delete: Story = {
  name: '[C61] says what members lose before a group is deleted',
  async play({ canvas, loaded }) {
    const dialog = await act(canvas, 'Northwind', 'Delete')
    await expect(await dialog.findByText(/members lose, unless they have it otherwise/)).toHaveTextContent(
      'Limited on Employee voice',
    )
    await userEvent.click(dialog.getByRole('button', { name: 'Delete group' }))
    await waitFor(() =>
      expect(canvas.queryByRole('rowheader', { name: 'Northwind', hidden: true })).not.toBeInTheDocument(),
    )
    await expect((await groupsOf(loaded.rollcall.world)).map(({ name }) => name)).not.toContain('Northwind')
  },
}

export const DeleteRefused: Story = {
  parameters: { rollcall: { ...platform, fail: { 'groups.deleteGroup': 'not-allowed' } } },
  async play({ canvas }) {
    const dialog = await act(canvas, 'Northwind', 'Delete')
    await userEvent.click(await dialog.findByRole('button', { name: 'Delete group' }))
    await expect(await dialog.findByRole('alert')).toHaveTextContent('You are not allowed to do this.')
    await expect(canvas.getByRole('rowheader', { name: 'Northwind', hidden: true })).toBeInTheDocument()
  },
}

/** Superusers who give the least role on a survey, and no other. */
const bounded: Policy = {
  ...ladder,
  access: {
    ...ladder.access,
    systemRoles: ladder.access.systemRoles.map(({ reach = {}, ...role }) => {
      const lesser = role.id === 'superuser'
      const beyond = ladder.access.scopedRoles.map(({ id }) => id).filter((id) => id !== 'limited')
      return {
        ...role,
        ...(lesser ? { mayGrant: role.mayGrant.filter((id) => !beyond.includes(id)) } : { reach }),
      }
    }),
  },
}

export const Ceiling: Story = {
  name: '[C62] a group that gives a role one may not give is not one’s to change, and says so',
  parameters: { rollcall: { ...platform, world: { policy: bounded }, as: 'rana.alkhatib@fabrikam.example' } },
  async play({ canvas }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Fabrikam' }))
    const members = within(await screen.findByRole('dialog', { name: 'Members of Fabrikam' }))
    await expect(await members.findByText(/gives a role that you may not give/)).toBeVisible()
    await expect(members.queryByRole('combobox')).not.toBeInTheDocument()
    await userEvent.click(members.getAllByRole('button', { name: 'Close' })[0] as HTMLElement)
    const roles = await act(canvas, 'Fabrikam', 'Roles on resources')
    const take = await roles.findByRole('button', { name: 'Take Observer on Brand tracker Q3' })
    await expect(take).toHaveAttribute('aria-disabled', 'true')
    await expect(take).toHaveAccessibleDescription('You can neither give nor take this role.')
    await userEvent.selectOptions(roles.getByRole('combobox', { name: 'Resource' }), 'Brand tracker Q3')
    await expect(roles.queryByRole('option', { name: 'Observer' })).not.toBeInTheDocument()
    await expect(roles.getByRole('option', { name: 'Limited' })).toBeInTheDocument()
  },
}

export const ReadOnly: Story = {
  name: '[C61] whoever may see groups but not change them looks at members and roles',
  parameters: { rollcall: { ...platform, as: HUDA } },
  async play({ canvas }) {
    await expect(await canvas.findByText(/not change them/)).toBeVisible()
    await expect(canvas.queryByRole('button', { name: 'New group' })).not.toBeInTheDocument()
    await userEvent.click(canvas.getByRole('button', { name: 'Actions for Fabrikam' }))
    await expect((await screen.findAllByRole('menuitem')).map((item) => item.textContent)).toEqual([
      'Members',
      'Roles on resources',
    ])
    await userEvent.click(screen.getByRole('menuitem', { name: 'Roles on resources' }))
    const dialog = within(await screen.findByRole('dialog'))
    await expect(await dialog.findByText('Brand tracker Q3')).toBeVisible()
    await expect(dialog.queryByRole('button', { name: /^Take / })).not.toBeInTheDocument()
  },
}

export const MenuByKeyboard: Story = {
  name: 'a group’s menu by keyboard: arrows, ends and letters; Escape, and a second press, give the focus back',
  async play({ canvas }) {
    const button = await canvas.findByRole('button', { name: 'Actions for Fabrikam' })
    await userEvent.click(button)
    const menu = within(await screen.findByRole('menu', { name: 'Actions for Fabrikam' }))
    const item = (name: string) => menu.getByRole('menuitem', { name })
    await userEvent.keyboard('{End}')
    await expect(item('Delete')).toHaveFocus()
    await userEvent.keyboard('{ArrowDown}{ArrowUp}')
    await expect(item('Edit')).toHaveFocus()
    await userEvent.keyboard('{Home}{Tab}')
    await expect(item('Members')).toHaveFocus()
    await userEvent.keyboard('roles o')
    await expect(item('Roles on resources')).toHaveFocus()
    await userEvent.keyboard('{Escape}')
    await expect(screen.queryByRole('menu')).not.toBeInTheDocument()
    await expect(button).toHaveFocus()
    await userEvent.keyboard('{ArrowDown}')
    await screen.findByRole('menu')
    await userEvent.click(button)
    await expect(screen.queryByRole('menu')).not.toBeInTheDocument()
    await userEvent.click(button)
    await userEvent.click(canvas.getByRole('rowheader', { name: 'Fabrikam' }))
    await expect(screen.queryByRole('menu')).not.toBeInTheDocument()
  },
}

export const Refused: Story = {
  parameters: { rollcall: { ...platform, as: KWAME } },
  async play({ canvas }) {
    await expect(await canvas.findByText('You may not see the groups')).toBeVisible()
    await expect(canvas.getByText('Your role does not include this.')).toBeVisible()
  },
}

export const Empty: Story = {
  parameters: { rollcall: { ...platform, scenario: 'empty', as: 'amara.okafor@northwind.example' } },
  async play({ canvas }) {
    await expect(await canvas.findByText('No groups yet')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'New group' }))
    await expect(await screen.findByRole('dialog', { name: 'New group' })).toBeVisible()
  },
}

export const Failed: Story = {
  parameters: { rollcall: { ...platform, fail: { 'groups.listGroups': 'unavailable' } } },
  async play({ canvas }) {
    await expect(await canvas.findByRole('alert')).toHaveTextContent(/The groups did not load.*7f3b9c/)
  },
}

export const MembersFailed: Story = {
  parameters: { rollcall: { ...platform, fail: { 'groups.listMembers': 'unavailable' } } },
  async play({ canvas }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Fabrikam' }))
    const dialog = within(await screen.findByRole('dialog'))
    await expect(await dialog.findByRole('alert')).toHaveTextContent(/The members did not load/)
  },
}

export const Loading: Story = {
  parameters: { rollcall: { ...platform, latency: 'infinite' } },
  async play({ canvas }) {
    await expect(canvas.getByRole('region', { name: 'Groups' })).toHaveAttribute('aria-busy', 'true')
  },
}

export const Controlled: Story = {
  name: 'keeps search and order that the host holds',
  args: { search: 'fabrikam', sort: { by: 'members', descending: true } },
  async play({ args, canvas }) {
    await canvas.findByRole('rowheader', { name: 'Fabrikam' })
    await userEvent.type(canvas.getByRole('searchbox'), 'x')
    await expect(args.onSearchChange).toHaveBeenCalledWith('fabrikamx')
    await expect(canvas.getByRole('searchbox')).toHaveValue('fabrikam')
    await userEvent.click(canvas.getByRole('button', { name: 'Name' }))
    await expect(args.onSortChange).toHaveBeenCalledWith({ by: 'name', descending: false })
    await expect(canvas.getByRole('columnheader', { name: 'Members' })).toHaveAttribute('aria-sort', 'descending')
  },
}

const long = {
  ...platform,
  async prepare({ rollcall, as }: World) {
    const tomasz = await as(TOMASZ)
    const scopes = ['survey-customer-pulse-2026', 'survey-brand-tracker-q3', 'survey-employee-voice']
    await rollcall.groups.createGroup(tomasz, {
      name: 'Donaudampfschifffahrtsgesellschaft fieldwork coordination and quality assurance, southern region',
      description:
        'Everybody who coordinates fieldwork in the south, with the agencies that work for them, and those who look after the quality of what comes back.',
      domains: ['donaudampfschifffahrtsgesellschaft.example', 'fabrikam.example', 'northwind.example', 'one.example'],
      grants: scopes.flatMap((scope) => ['observer', 'researcher'].map((role) => ({ role, scope }))),
    })
    await rollcall.groups.createGroup(tomasz, {
      name: 'فريق العمل الميداني',
      description: 'كل من يعمل في الميدان',
      domains: [],
      grants: [],
    })
  },
}

export const LongContent: Story = {
  parameters: { rollcall: long },
  async play({ canvas }) {
    await expect(await canvas.findByText('and 3 more')).toBeVisible()
  },
}

export const Narrow: Story = {
  parameters: { rollcall: long },
  decorators: [(Story) => <div style={{ inlineSize: 340 }}>{Story()}</div>],
  async play({ canvas }) {
    await expect(await canvas.findByRole('button', { name: 'Fabrikam' })).toBeVisible()
  },
}

export const German: Story = {
  globals: { locale: 'de' },
  async play({ canvas }) {
    await expect(await canvas.findByRole('button', { name: 'Neue Gruppe' })).toBeVisible()
  },
}
