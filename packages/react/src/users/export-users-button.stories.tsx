import { directory } from '@rollcall/core/presets'
import type { World } from '@rollcall/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, userEvent } from 'storybook/test'
import { ExportUsersButton } from './export-users-button.tsx'

const hub = { scenario: 'productHub', world: { policy: directory } } as const

const meta = {
  title: 'Users/ExportUsersButton',
  component: ExportUsersButton,
  parameters: { layout: 'padded', rollcall: hub },
} satisfies Meta<typeof ExportUsersButton>
export default meta

type Story = StoryObj<typeof meta>

export const Playground: Story = {}

export const Saves: Story = {
  name: 'saves whoever matches the filters, and leaves a word of it in the audit',
  args: { filter: { status: ['locked'] } },
  async play({ canvas, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    await userEvent.click(await canvas.findByRole('button', { name: 'Export' }))
    await expect(await screen.findByText('The file is on its way')).toBeVisible()
    const asked = { action: ['users.exportUsers'] }
    const { items } = await world.rollcall.audit.listEntries(world.rollcall.host('story'), asked)
    await expect(items.map(({ changes }) => changes)).toEqual([{ status: [null, ['locked']] }])
  },
}

export const Refused: Story = {
  name: 'says why there is no file',
  parameters: { rollcall: { ...hub, as: 'oscar.delafuente@fabrikam.example' } },
  async play({ canvas }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Export' }))
    const toast = (await screen.findByText('There is no file')).closest('[data-tone]')
    await expect(toast).toHaveAttribute('data-tone', 'danger')
  },
}
