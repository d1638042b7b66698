import { ladder } from '@rollcall/core/presets'
import type { Policy } from '@rollcall/core/rules'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { RolesMatrix } from './roles-matrix.tsx'

const platform = {
  scenario: 'surveyPlatform',
  world: { policy: ladder },
  as: 'tomasz.wojcik@northwind.example',
} as const

/** The ladder with roles of the host's own. */
function withRoles(
  systemRoles: readonly Policy['access']['systemRoles'][number][],
  scopedRoles: readonly Policy['access']['scopedRoles'][number][],
) {
  const { access } = ladder
  const policy: Policy = {
    ...ladder,
    access: {
      ...access,
      systemRoles: [...access.systemRoles, ...systemRoles],
      scopedRoles: [...access.scopedRoles, ...scopedRoles],
    },
  }
  return { ...platform, world: { policy } }
}

const meta = {
  title: 'Access/RolesMatrix',
  component: RolesMatrix,
  args: { onSelectedChange: fn() },
  parameters: { layout: 'padded', rollcall: platform },
} satisfies Meta<typeof RolesMatrix>
export default meta

type Story = StoryObj<typeof meta>
type Canvas = ReturnType<typeof within>

const rolesOf = (canvas: Canvas) =>
  canvas.getAllByRole('columnheader').flatMap((head: HTMLElement) => head.getAttribute('aria-label') ?? [])

/** Role → what stands in the row of that right. */
async function rowOf(canvas: Canvas, right: string) {
  const head = await canvas.findByRole('rowheader', { name: right })
  const cells = within(head.closest('tr') as HTMLElement).getAllByRole('cell')
  return Object.fromEntries(
    rolesOf(canvas).map((role: string, index: number) => [role, cells[index]?.textContent?.trim()]),
  )
}

const rightHeads = (canvas: Canvas) =>
  canvas.getAllByRole('rowheader').filter((head: HTMLElement) => head.getAttribute('scope') === 'row')
const rightsOf = (canvas: Canvas) => rightHeads(canvas).map((head: HTMLElement) => head.textContent)

export const Playground: Story = {}

export const Matrix: Story = {
  name: '[C59] roles are columns, the lowest first, rights are rows; system roles come first, then those on a survey',
  async play({ canvas }) {
    await expect(await rowOf(canvas, 'Unlock accounts')).toEqual({
      'Minimal User': 'No',
      'Create Survey from Template User': 'No',
      'Standard User': 'No',
      'Survey Creator': 'No',
      'Team Leader': 'No',
      Superuser: 'Yes',
      'System Administrator': 'Yes',
    })
    const tabs = canvas.getAllByRole('tab')
    await expect(tabs.map((tab) => tab.textContent)).toEqual(['System7', 'Survey5'])
    await expect(tabs[0]).toHaveAttribute('aria-selected', 'true')
    await userEvent.click(canvas.getByRole('tab', { name: /Survey/ }))
    await expect(rolesOf(canvas)).toEqual(['Maker', 'Panel Field Manager', 'Researcher', 'Observer', 'Limited'])
    await expect(await rowOf(canvas, 'Read results')).toMatchObject({ Observer: 'Yes', Limited: 'No' })
  },
}

export const ChosenRight: Story = {
  name: '[C59] a right that is pressed is described, with the roles that have it and whether one has it oneself',
  async play({ args, canvas }) {
    const right = await canvas.findByRole('button', { name: 'Unlock accounts' })
    await userEvent.click(right)
    const panel = within(canvas.getByRole('complementary', { name: 'Unlock accounts' }))
    await expect(panel.getByText(/wrong passwords have locked/)).toBeVisible()
    await expect(panel.getByText('Held by 2 of 7 roles')).toBeVisible()
    await expect(panel.getByText('Superuser')).toBeVisible()
    await expect(await panel.findByText('You hold it, through System Administrator.')).toBeVisible()
    await expect(args.onSelectedChange).toHaveBeenLastCalledWith({ kind: 'right', id: 'lockout.unlock' })
    await userEvent.click(panel.getByRole('button', { name: 'Close the description' }))
    await expect(canvas.queryByRole('complementary')).not.toBeInTheDocument()
    await expect(right).toHaveFocus()
  },
}

export const ChosenRole: Story = {
  name: '[C59] a role that is pressed is described, and “matching rights only” leaves its rights',
  async play({ canvas }) {
    const only = await canvas.findByRole('checkbox', { name: 'Matching rights only' })
    await expect(only).toHaveAccessibleDescription('Choose a role first.')
    await userEvent.click(only)
    await expect(only).not.toBeChecked()
    await userEvent.click(canvas.getByRole('tab', { name: /Survey/ }))
    await userEvent.click(canvas.getByRole('button', { name: 'Researcher' }))
    const panel = within(canvas.getByRole('complementary', { name: 'Researcher' }))
    await expect(panel.getByText('Edits the survey and reads its results.')).toBeVisible()
    await userEvent.click(only)
    await expect(rightsOf(canvas)).toEqual(['View the survey', 'Read results', 'Edit the survey'])
    await expect(canvas.getByText('3 of 7 rights shown')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Show all' }))
    await expect(rightsOf(canvas)).toHaveLength(7)
  },
}

export const Compared: Story = {
  name: '[C59] roles that are ticked are compared: what differs is told in words and marked in the columns',
  async play({ canvas }) {
    await userEvent.click(await canvas.findByRole('checkbox', { name: 'Compare Survey Creator' }))
    await expect(canvas.getByText('Choose another role to compare it with.')).toBeVisible()
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Compare Team Leader' }))
    const words = canvas.getByText('Comparing').parentElement
    await expect(words).toHaveTextContent(
      /Team Leader has 4 rights more: .*Invite users.*Send reset links.*See failed sign-ins.*Give and take roles/,
    )
    const differing = canvas
      .getAllByRole('cell')
      .filter(({ dataset }) => dataset.differs)
      .map((cell) => within(cell.closest('tr') as HTMLElement).getByRole('rowheader').textContent)
    await expect([...new Set(differing)].sort()).toEqual(
      ['Give and take roles', 'Invite users', 'See failed sign-ins', 'Send reset links'].sort(),
    )
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Compare Minimal User' }))
    await expect(words).toHaveTextContent(/\d+ rights differ:/)
    await userEvent.click(canvas.getByRole('button', { name: 'Remove Minimal User' }))
    await userEvent.click(canvas.getByRole('button', { name: 'Clear' }))
    await expect(canvas.queryByText('Comparing')).not.toBeInTheDocument()
  },
}

export const Filtered: Story = {
  name: '[C59] rights and roles are found by what is typed; the slash goes there',
  async play({ canvas }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit users' }))
    await userEvent.keyboard('/')
    const search = canvas.getByRole('searchbox', { name: 'Find a right' })
    await expect(search).toHaveFocus()
    await userEvent.keyboard('password')
    await expect(rightsOf(canvas)).toEqual(expect.arrayContaining(['Set passwords', 'Issue temporary passwords']))
    await expect(rightsOf(canvas)).not.toContain('Edit users')
    await userEvent.type(canvas.getByRole('searchbox', { name: 'Find a role' }), 'super')
    await expect(rolesOf(canvas)).toEqual(['Superuser'])
  },
}

export const NoMatch: Story = {
  async play({ canvas }) {
    await userEvent.type(await canvas.findByRole('searchbox', { name: 'Find a right' }), 'zeppelin')
    await expect(await canvas.findByText('No match')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Show all' }))
    await expect(canvas.getByRole('table')).toBeVisible()
  },
}

export const Reach: Story = {
  name: '[C11][C59] what a role reaches on every survey stands as an asterisk, and is described',
  async play({ canvas }) {
    await expect(await rowOf(canvas, 'Every survey, now and later')).toMatchObject({
      'Team Leader': 'No',
      Superuser: '* Maker',
      'System Administrator': '* Maker',
    })
    await userEvent.click(canvas.getByRole('button', { name: 'Superuser' }))
    await expect(canvas.getByText('Maker on every survey')).toBeVisible()
    await userEvent.click(canvas.getByRole('tab', { name: /Survey/ }))
    await userEvent.click(canvas.getByRole('button', { name: 'Maker' }))
    const panel = within(canvas.getByRole('complementary', { name: 'Maker' }))
    await expect(panel.getByText('Held on every survey by')).toBeVisible()
    await expect(panel.getByText('Superuser')).toBeVisible()
  },
}

export const ByKeyboard: Story = {
  name: '[C59] arrow keys go along the roles and down the rights, Enter describes, tabs turn by arrows',
  async play({ canvas }) {
    ;(await canvas.findByRole('button', { name: 'Minimal User' })).focus()
    await userEvent.keyboard('{ArrowRight}{ArrowRight}')
    await expect(canvas.getByRole('button', { name: 'Standard User' })).toHaveFocus()
    await userEvent.keyboard('{End}{Enter}')
    await expect(canvas.getByRole('complementary', { name: 'System Administrator' })).toBeVisible()
    const [first, second] = rightHeads(canvas)
    const nameIn = (head: HTMLElement | undefined) => within(head as HTMLElement).getByRole('button')
    nameIn(first).focus()
    await userEvent.keyboard('{ArrowDown}')
    await expect(nameIn(second)).toHaveFocus()
    await userEvent.keyboard('{ArrowUp}{ArrowUp}')
    await expect(nameIn(first)).toHaveFocus()
    canvas.getByRole('tab', { name: /System/ }).focus()
    await userEvent.keyboard('{ArrowRight}')
    await expect(canvas.getByRole('tab', { name: /Survey/ })).toHaveFocus()
    await expect(canvas.getByRole('tab', { name: /Survey/ })).toHaveAttribute('aria-selected', 'true')
  },
}

export const CustomRoles: Story = {
  name: '[C60] roles the host adds stand in the matrix, with the names of its own rights',
  parameters: {
    rollcall: withRoles(
      [
        {
          id: 'auditor',
          name: 'Auditor',
          description: 'Reads the audit log, and nothing else.',
          rank: 0.5,
          rights: ['audit.read'],
          visibility: 'self',
          mayGrant: [],
        },
      ],
      [
        {
          id: 'translator',
          name: 'Translator',
          description: 'Translates the survey.',
          resourceType: 'survey',
          rights: ['survey.view', 'survey.translate'],
          mayGrant: [],
        },
      ],
    ),
  },
  async play({ canvas }) {
    await expect(await rowOf(canvas, 'Read the audit log')).toMatchObject({ Auditor: 'Yes', 'Team Leader': 'No' })
    await userEvent.click(canvas.getByRole('tab', { name: /Survey/ }))
    await expect(await rowOf(canvas, 'survey.translate')).toMatchObject({ Translator: 'Yes', Maker: 'No' })
    await expect(await rowOf(canvas, 'View the survey')).toMatchObject({ Translator: 'Yes' })
  },
}

export const Empty: Story = {
  name: 'roles that give no right say so',
  parameters: {
    rollcall: withRoles(
      [],
      [
        {
          id: 'panelist',
          name: 'Panelist',
          description: 'Is asked.',
          resourceType: 'panel',
          rights: [],
          mayGrant: [],
        },
      ],
    ),
  },
  async play({ canvas }) {
    await userEvent.click(await canvas.findByRole('tab', { name: /Panel/ }))
    await expect(canvas.getByText('None of these roles gives a right.')).toBeVisible()
  },
}

export const LongContent: Story = {
  args: { defaultSelected: { kind: 'role', id: 'regional' } },
  parameters: {
    rollcall: withRoles(
      [
        {
          id: 'regional',
          name: 'Regional Fieldwork and Panel Operations Coordinator (Donaudampfschifffahrtsgesellschaft)',
          description:
            'Coordinates the fieldwork of a region across every survey that is run there, answers for its panels, and is told of everything that goes wrong before anybody else is.',
          rank: 2.5,
          rights: ['users.read', 'audit.read'],
          visibility: 'organization',
          mayGrant: [],
        },
        {
          id: 'arabic',
          name: 'منسق العمل الميداني',
          description: 'ينسق العمل الميداني',
          rank: 2.6,
          rights: ['users.read'],
          visibility: 'organization',
          mayGrant: [],
        },
      ],
      [],
    ),
  },
  async play({ canvas }) {
    await expect(await canvas.findByRole('complementary')).toBeVisible()
  },
}

export const Controlled: Story = {
  name: 'describes what the host holds until the host lets go',
  args: { selected: { kind: 'role', id: 'maker' } },
  async play({ args, canvas }) {
    await expect(await canvas.findByRole('complementary', { name: 'Maker' })).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Observer' }))
    await expect(args.onSelectedChange).toHaveBeenCalledWith({ kind: 'role', id: 'observer' })
    await expect(canvas.getByRole('complementary', { name: 'Maker' })).toBeVisible()
  },
}

export const Refused: Story = {
  parameters: { rollcall: { ...platform, fail: { 'access.listRoles': 'not-allowed' } } },
  async play({ canvas }) {
    await expect(await canvas.findByText('You may not see the roles')).toBeVisible()
  },
}

export const Failed: Story = {
  parameters: { rollcall: { ...platform, fail: { 'access.listRoles': 'unavailable' } } },
  async play({ canvas }) {
    await expect(await canvas.findByRole('alert')).toHaveTextContent(/The roles did not load.*7f3b9c/)
  },
}

export const Loading: Story = {
  parameters: { rollcall: { ...platform, latency: 'infinite' } },
  async play({ canvas }) {
    await waitFor(() =>
      expect(canvas.getByRole('region', { name: 'Roles and rights' })).toHaveAttribute('aria-busy', 'true'),
    )
  },
}

export const Narrow: Story = {
  name: '[C59] where it is narrow one role is chosen, or some are compared, and a description comes up from below',
  decorators: [(Story) => <div style={{ inlineSize: 340 }}>{Story()}</div>],
  async play({ canvas }) {
    await userEvent.selectOptions(await canvas.findByRole('combobox', { name: 'Role' }), 'Team Leader')
    await expect(canvas.getByRole('columnheader', { name: 'Team Leader' })).toBeVisible()
    await expect(canvas.queryByRole('columnheader', { name: 'Superuser' })).not.toBeInTheDocument()
    await expect(canvas.getByRole('complementary', { name: 'Team Leader' })).toBeVisible()
  },
}

export const German: Story = {
  globals: { locale: 'de' },
  args: { defaultSelected: { kind: 'right', id: 'passwords.sendResetLink' } },
  async play({ canvas }) {
    await expect(await canvas.findByText('In 3 von 7 Rollen')).toBeVisible()
  },
}

export const RightToLeft: Story = {
  globals: { direction: 'rtl' },
  args: { defaultSelected: { kind: 'right', id: 'groups.manage' } },
  async play({ canvas }) {
    ;(await canvas.findByRole('button', { name: 'Minimal User' })).focus()
    await userEvent.keyboard('{ArrowLeft}')
    await expect(canvas.getByRole('button', { name: 'Create Survey from Template User' })).toHaveFocus()
  },
}
