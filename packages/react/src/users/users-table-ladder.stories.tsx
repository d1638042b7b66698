import { ladder } from '@rollcall/core/presets'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test'
import { UsersTable } from './users-table.tsx'

const TOMASZ = 'tomasz.wojcik@northwind.example'
const AMARA = 'amara.okafor@northwind.example'

/** The same table on a ladder of roles, with organizations, groups, and accounts that lie unused. */
const meta = {
  title: 'Users/UsersTable/Ladder',
  component: UsersTable,
  args: { onOpenUser: fn() },
  parameters: { layout: 'padded', rollcall: { scenario: 'surveyPlatform', world: { policy: ladder }, as: TOMASZ } },
} satisfies Meta<typeof UsersTable>
export default meta

type Story = StoryObj<typeof meta>
type Canvas = Parameters<NonNullable<Story['play']>>[0]['canvas']

const acts = (canvas: Canvas) => within(canvas.getByRole('region', { name: 'What to do with those selected' }))

export const Administrator: Story = {
  name: 'shows organizations to those who belong to one',
  async play({ canvas }) {
    await canvas.findByText('Jonas Lindqvist')
    await expect(await canvas.findByRole('columnheader', { name: 'Organization' })).toBeVisible()
  },
}

export const Impersonate: Story = {
  name: '[C41] views as one person who is selected, and as nobody else',
  async play({ canvas }) {
    await canvas.findByText('Jonas Lindqvist')
    const button = acts(canvas).getByRole('button', { name: 'View as…' })
    await expect(button).toHaveAccessibleDescription('Select somebody first.')
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Select Amara Okafor' }))
    await userEvent.click(button)
    await expect(await screen.findByRole('dialog', { name: 'View as Amara Okafor' })).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(button).toHaveFocus())
  },
}

export const Reactivate: Story = {
  name: '[C27] reactivates from the purple clock by keyboard, and gives the focus back',
  async play({ canvas }) {
    const [badge] = await canvas.findAllByRole('button', { name: /^Inactive/ })
    badge?.focus()
    await userEvent.keyboard('{Enter}')
    await expect(await screen.findByRole('dialog', { name: /^Reactivate/ })).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(badge).toHaveFocus())
  },
}

export const Group: Story = {
  name: 'narrows to a group by its name',
  async play({ canvas }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Filter' }))
    const groups = within(await canvas.findByRole('group', { name: 'Group' }))
    const [first] = groups.getAllByRole('checkbox')
    if (first) await userEvent.click(first)
    await expect(await canvas.findByRole('button', { name: /^Group: / })).toBeVisible()
    await waitFor(() => expect(canvas.getByRole('table')).not.toHaveAttribute('aria-busy'))
  },
}

/** Amara creates surveys: she sees her organization, and what she may do to whom. */
export const SurveyCreator: Story = {
  parameters: { rollcall: { scenario: 'surveyPlatform', world: { policy: ladder }, as: AMARA } },
  async play({ canvas }) {
    await expect(await canvas.findByText('Priya Raman')).toBeVisible()
  },
}
