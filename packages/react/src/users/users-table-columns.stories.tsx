import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fireEvent, fn, userEvent, waitFor, within } from 'storybook/test'
import { UsersTable } from './users-table.tsx'
import type { UsersAddress } from './users-table-address.ts'
import type { UsersViewStore } from './users-table-view.ts'

/** An address and a store that only the story knows, as a router or a server of the host's would be. */
function address(start = ''): UsersAddress & { now: () => string } {
  let search = start
  const listeners = new Set<() => void>()
  return {
    now: () => search,
    read: () => search,
    write(next) {
      search = next
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
function store(start: Record<string, string> = {}): UsersViewStore & { kept: Record<string, string> } {
  const kept = { ...start }
  return {
    kept,
    read: (viewId) => kept[viewId] ?? null,
    write: (viewId, layout) => Object.assign(kept, { [viewId]: layout }),
  }
}

/** Columns are sized, moved and chosen, by pointer and by keyboard, and stay as they were arranged. */
const meta = {
  title: 'Users/UsersTable/Columns',
  component: UsersTable,
  args: { onOpenUser: fn() },
  parameters: { layout: 'padded' },
} satisfies Meta<typeof UsersTable>
export default meta

type Story = StoryObj<typeof meta>
type Canvas = Parameters<NonNullable<Story['play']>>[0]['canvas']

const heads = (canvas: Canvas) =>
  canvas.getAllByRole('columnheader').flatMap((head) => head.getAttribute('aria-label') ?? [])
const head = (canvas: Canvas, name: string) => canvas.getByRole('columnheader', { name })
const separator = (canvas: Canvas, name: string) => canvas.getByRole('separator', { name: `Width of ${name}` })
const widthOf = (canvas: Canvas, name: string) => head(canvas, name).offsetWidth

/** The host's own, where it wants them. */
export const OwnColumns: Story = {
  args: {
    columns: [
      { id: 'seats', header: 'Seats', after: 'status', width: 88, align: 'end', cell: ({ grants }) => grants.length },
      { id: 'title', header: 'Job title', cell: ({ jobTitle }) => jobTitle },
    ],
  },
  async play({ canvas }) {
    await canvas.findByText('iOS developer')
    await expect(heads(canvas)).toEqual(['Name', 'Status', 'Seats', 'Role', 'Sign-in', 'Last sign-in', 'Job title'])
    await expect(within(head(canvas, 'Seats')).queryByRole('button')).not.toBeInTheDocument()
  },
}

export const NoUserNames: Story = {
  name: 'where people sign in by their address, there is no column of user names',
  async play({ canvas }) {
    await canvas.findByText('Mei-Lin Zhao')
    await userEvent.click(canvas.getByRole('button', { name: 'Columns' }))
    const panel = within(await canvas.findByRole('dialog', { name: 'Columns' }))
    await expect(panel.getByText('Email')).toBeVisible()
    await expect(panel.queryByText('Username')).not.toBeInTheDocument()
  },
}

export const ResizeByKeyboard: Story = {
  name: 'sizes a column by arrow keys, and no other one with it; Enter takes that back',
  async play({ canvas }) {
    await canvas.findByText('Jonas Lindqvist')
    const [status, role] = [widthOf(canvas, 'Status'), widthOf(canvas, 'Role')]
    separator(canvas, 'Status').focus()
    await userEvent.keyboard('{ArrowRight}{ArrowRight}')
    await expect(widthOf(canvas, 'Status')).toBe(status + 32)
    await expect(separator(canvas, 'Status')).toHaveAttribute('aria-valuenow', String(status + 32))
    await expect(widthOf(canvas, 'Role')).toBe(role)
    for (let press = 0; press < 20; press += 1) await userEvent.keyboard('{ArrowLeft}')
    await expect(widthOf(canvas, 'Status')).toBe(72)
    await expect(separator(canvas, 'Status')).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await expect(separator(canvas, 'Status')).toHaveAttribute('aria-valuenow', '168')
  },
}

export const ResizeByPointer: Story = {
  name: 'sizes a column by drag without drawing a row again; a double press takes that back',
  async play({ canvas }) {
    const row = (await canvas.findByText('Jonas Lindqvist')).closest('tr') as HTMLElement
    const before = widthOf(canvas, 'Role')
    const drawn = fn()
    const watcher = new MutationObserver(drawn)
    watcher.observe(row, { subtree: true, childList: true, attributes: true, characterData: true })
    const { right, top } = separator(canvas, 'Role').getBoundingClientRect()
    fireEvent.pointerDown(separator(canvas, 'Role'), { clientX: right, clientY: top, button: 0, pointerType: 'mouse' })
    await waitFor(() => expect(head(canvas, 'Role')).toHaveAttribute('data-state', 'sizing'))
    fireEvent.pointerMove(window, { clientX: right + 60 })
    await waitFor(() => expect(widthOf(canvas, 'Role')).toBe(before + 60))
    fireEvent.pointerMove(window, { clientX: right + 90 })
    fireEvent.pointerUp(window, { clientX: right + 90 })
    await waitFor(() => expect(separator(canvas, 'Role')).toHaveAttribute('aria-valuenow', String(before + 90)))
    await expect(widthOf(canvas, 'Role')).toBe(before + 90)
    await expect(drawn).not.toHaveBeenCalled()
    watcher.disconnect()
    await userEvent.dblClick(separator(canvas, 'Role'))
    await expect(widthOf(canvas, 'Role')).toBe(144)
  },
}

export const ReorderByKeyboard: Story = {
  name: 'moves a column by Shift and an arrow key, says where it is now, and keeps the focus on it',
  async play({ canvas }) {
    await canvas.findByText('Jonas Lindqvist')
    const button = () => within(head(canvas, 'Role')).getByRole('button', { name: 'Role' })
    button().focus()
    await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}')
    await expect(heads(canvas)).toEqual(['Name', 'Role', 'Status', 'Sign-in', 'Last sign-in'])
    await expect(canvas.getByText('Role is column 2 of 5 now')).toHaveAttribute('role', 'status')
    await expect(button()).toHaveFocus()
    await userEvent.keyboard('{Shift>}{ArrowRight}{ArrowRight}{/Shift}')
    await expect(heads(canvas)).toEqual(['Name', 'Status', 'Sign-in', 'Role', 'Last sign-in'])
    const row = within((await canvas.findByText('Jonas Lindqvist')).closest('tr') as HTMLElement)
    await expect(row.getAllByRole('cell').at(-3)).toHaveTextContent('Developer on Field Notes')
    await expect(head(canvas, 'Role')).not.toHaveAttribute('aria-sort')
  },
}

export const ReorderByDrag: Story = {
  name: 'moves a column by drag, which sorts nothing',
  async play({ canvas }) {
    await canvas.findByText('Jonas Lindqvist')
    const grip = within(head(canvas, 'Role')).getByRole('button', { name: 'Role' })
    const middle = (name: string) => {
      const { left, width } = head(canvas, name).getBoundingClientRect()
      return left + width / 2
    }
    fireEvent.pointerDown(grip, { clientX: middle('Role'), button: 0, pointerType: 'mouse' })
    await waitFor(() => {
      fireEvent.pointerMove(window, { clientX: middle('Name') })
      return expect(head(canvas, 'Name')).toHaveAttribute('data-drop', 'before')
    })
    fireEvent.pointerUp(window, { clientX: middle('Name') })
    fireEvent.click(grip)
    await waitFor(() => expect(heads(canvas).slice(0, 2)).toEqual(['Role', 'Name']))
    await expect(head(canvas, 'Role')).not.toHaveAttribute('aria-sort')
  },
}

export const Choose: Story = {
  name: '[C42] shows and hides columns, and moves them, from a list',
  async play({ canvas }) {
    await canvas.findByText('Jonas Lindqvist')
    canvas.getByRole('button', { name: 'Columns' }).focus()
    await userEvent.keyboard('{Enter}')
    const list = within(await canvas.findByRole('dialog', { name: 'Columns' }))
    for (const name of ['Email', 'First name', 'Last name']) await userEvent.click(list.getByRole('checkbox', { name }))
    await userEvent.click(list.getByRole('checkbox', { name: 'Sign-in' }))
    await expect(heads(canvas)).toEqual(['Name', 'Email', 'First name', 'Last name', 'Status', 'Role', 'Last sign-in'])
    await expect(canvas.getAllByText('jonas.lindqvist@northwind.example')).toHaveLength(1)
    list.getByRole('button', { name: 'Move Status towards the start' }).focus()
    await userEvent.keyboard('{Enter}')
    await expect(heads(canvas).slice(2, 5)).toEqual(['First name', 'Status', 'Last name'])
    await expect(list.getByRole('button', { name: 'Move Status towards the start' })).toHaveFocus()
    await expect(list.getByRole('checkbox', { name: 'Name' })).toHaveAccessibleDescription(/so it stays/)
    await userEvent.click(list.getByRole('checkbox', { name: 'Name' }))
    await expect(heads(canvas)[0]).toBe('Name')
    await userEvent.click(list.getByRole('button', { name: 'Reset columns' }))
    await expect(heads(canvas)).toEqual(['Name', 'Status', 'Role', 'Sign-in', 'Last sign-in'])
  },
}

const routed = address('?tab=people&users.status=locked&users.columns=status,name:300,-role')
export const InAddress: Story = {
  name: 'keeps filters, sort and columns in an address, beside what is the host’s',
  args: { address: routed },
  async play({ canvas }) {
    await expect(await canvas.findByText('1–1 of 1')).toBeVisible()
    await expect(heads(canvas).slice(0, 2)).toEqual(['Status', 'Name'])
    await expect(heads(canvas)).not.toContain('Role')
    await userEvent.click(within(head(canvas, 'Last sign-in')).getByRole('button'))
    await expect(routed.now()).toContain('users.sort=-lastSignInAt')
    await userEvent.click(canvas.getByRole('button', { name: /^Status: Locked out/ }))
    await expect(await canvas.findByText('1–15 of 15')).toBeVisible()
    await expect(routed.now()).toMatch(/^tab=people&users.sort=-lastSignInAt&users.columns=status,name:300,-role/)
    // A step back, or a link followed: the table shows what the address says.
    routed.write('users.q=lindqvist', { replace: false })
    await expect(await canvas.findByText('1–1 of 1')).toBeVisible()
    await expect(canvas.getByRole('searchbox')).toHaveValue('lindqvist')
  },
}

const garbage = address('?users.cursor=nonsense&users.sort=wishful&users.columns=%00;drop,,-')
export const StrayAddress: Story = {
  name: 'shows the first page when the address names one that is no more',
  args: { address: garbage },
  async play({ canvas }) {
    await expect(await canvas.findByText('1–15 of 15')).toBeVisible()
    await expect(garbage.now()).not.toContain('cursor')
  },
}

const remembered = store({ people: 'name,role,status,authentication,lastSignInAt', broken: '{"json":true}' })
export const Remembered: Story = {
  name: 'remembers columns under the name of the view',
  args: { viewId: 'people', viewStore: remembered },
  async play({ canvas }) {
    await canvas.findByText('Jonas Lindqvist')
    await expect(heads(canvas).slice(0, 3)).toEqual(['Name', 'Role', 'Status'])
    within(head(canvas, 'Status')).getByRole('button').focus()
    await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}')
    await expect(heads(canvas).slice(0, 3)).toEqual(['Name', 'Status', 'Role'])
    await expect(remembered.kept.people).toMatch(/^name,.*status,role/)
  },
}

export const RememberedNonsense: Story = {
  name: 'shows the usual columns where nonsense is remembered',
  args: { viewId: 'broken', viewStore: remembered },
  async play({ canvas }) {
    await canvas.findByText('Jonas Lindqvist')
    await expect(heads(canvas)).toEqual(['Name', 'Status', 'Role', 'Sign-in', 'Last sign-in'])
  },
}

export const RightToLeft: Story = {
  name: 'sizes and moves the other way around from right to left',
  globals: { direction: 'rtl' },
  async play({ canvas }) {
    await canvas.findByText('Jonas Lindqvist')
    const before = widthOf(canvas, 'Status')
    separator(canvas, 'Status').focus()
    await userEvent.keyboard('{ArrowLeft}')
    await expect(widthOf(canvas, 'Status')).toBe(before + 16)
    await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}')
    await expect(heads(canvas).slice(0, 2)).toEqual(['Status', 'Name'])
    await expect(separator(canvas, 'Status')).toHaveFocus()
  },
}
