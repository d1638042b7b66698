import { directory } from '@rollcall/core/presets'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { UsersTable } from './users-table.tsx'

/** What the list of a compliance hub is narrowed by. */
const meta = {
  title: 'Users/UsersTable/Filters',
  component: UsersTable,
  args: { onOpenUser: fn(), onFilterChange: fn() },
  parameters: { layout: 'padded', rollcall: { scenario: 'productHub', world: { policy: directory } } },
} satisfies Meta<typeof UsersTable>
export default meta

type Story = StoryObj<typeof meta>
type Canvas = Parameters<NonNullable<Story['play']>>[0]['canvas']

async function openFilter(canvas: Canvas) {
  await canvas.findByText('Mei-Lin Zhao')
  await userEvent.click(canvas.getByRole('button', { name: 'Filter' }))
  return within(await canvas.findByRole('dialog', { name: 'Filter' }))
}

/** Waits until exactly these people are listed, in that order. */
async function expectListed(canvas: Canvas, names: readonly string[]) {
  await waitFor(() => {
    const people = canvas.getAllByRole('row').flatMap((row) => row.querySelector('[data-rc-open]') ?? [])
    expect(people.map(({ textContent }) => textContent)).toEqual(names)
  })
}

export const Instances: Story = {
  name: '[B40] narrows to the people of some instances, each under its app',
  async play({ args, canvas }) {
    const panel = await openFilter(canvas)
    const apac = await panel.findByRole('checkbox', { name: 'Audits APAC' })
    await expect(apac).toHaveAccessibleDescription('Audits')
    await userEvent.click(apac)
    await expectListed(canvas, ['Mei-Lin Zhao', '田中 美咲'])
    await userEvent.click(panel.getByRole('checkbox', { name: 'Training sandbox' }))
    await expectListed(canvas, ['Mei-Lin Zhao', 'Rana ‘Roro’ Al-Khatib', '田中 美咲'])
    await expect(args.onFilterChange).toHaveBeenLastCalledWith({ resource: ['audits-apac', 'training-sandbox'] })
    await userEvent.keyboard('{Escape}')
    await userEvent.click(canvas.getByRole('button', { name: /^Instance: any of 2/ }))
    await expect(await canvas.findByText('Jonas Lindqvist')).toBeVisible()
  },
}

export const StateOfAccounts: Story = {
  name: '[B40][B55] narrows to the deactivated, to a role, and to who signs in elsewhere',
  async play({ canvas }) {
    const panel = await openFilter(canvas)
    const deactivated = panel.getByRole('checkbox', { name: 'Deactivated' })
    await userEvent.click(deactivated)
    await expectListed(canvas, ['Priya Raman'])
    await userEvent.click(deactivated)
    const administrators = panel.getByRole('checkbox', { name: 'Administrator' })
    await userEvent.click(administrators)
    await expectListed(canvas, ['Amara Okafor', 'Tomasz Wójcik'])
    await userEvent.click(administrators)
    await userEvent.selectOptions(panel.getByRole('combobox', { name: 'Sign-in' }), 'Single sign-on')
    await expectListed(canvas, ['Thandiwe Dlamini'])
  },
}

export const Search: Story = {
  name: '[B39] finds people by their display name and by their user name, which has a column',
  async play({ canvas }) {
    await expect(await canvas.findByRole('columnheader', { name: /Username/ })).toBeVisible()
    await expect(await canvas.findByText('tdlamini')).toBeVisible()
    const search = canvas.getByRole('searchbox')
    await userEvent.type(search, 'tdlam')
    await expectListed(canvas, ['Thandiwe Dlamini'])
    await userEvent.clear(search)
    await userEvent.type(search, 'Mei-Lin')
    await expectListed(canvas, ['Mei-Lin Zhao'])
  },
}

export const ByUserName: Story = {
  name: 'sorts by user names',
  async play({ args, canvas }) {
    await canvas.findByText('tdlamini')
    const sort = within(canvas.getByRole('columnheader', { name: /Username/ })).getByRole('button')
    await userEvent.click(sort)
    await expect(args.onFilterChange).toHaveBeenLastCalledWith({ sort: 'username' })
    await userEvent.click(sort)
    await waitFor(() => expect(canvas.getAllByRole('row')[1]).toHaveTextContent('هدى'))
  },
}
