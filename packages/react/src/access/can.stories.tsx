import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { Can } from './can.tsx'

const meta = {
  title: 'Access/Can',
  component: Can,
  args: { right: 'users.edit', children: 'You may edit users.', fallback: 'You may not edit users.' },
} satisfies Meta<typeof Can>
export default meta

type Story = StoryObj<typeof meta>

export const Playground: Story = {
  name: '[A31] draws what the reader’s roles reach',
  async play({ canvas }) {
    await expect(await canvas.findByText('You may edit users.')).toBeVisible()
  },
}

export const NotHeld: Story = {
  parameters: { rollcall: { as: 'oscar.delafuente@fabrikam.example' } },
  async play({ canvas }) {
    await expect(await canvas.findByText('You may not edit users.')).toBeVisible()
  },
}

export const HeldThere: Story = {
  name: '[A48] a right held on one app counts there',
  args: {
    right: 'access.assign',
    resource: { type: 'app', id: 'app-field-notes' },
    children: 'You assign here.',
    fallback: 'Not you.',
  },
  parameters: { rollcall: { as: 'oscar.delafuente@fabrikam.example' } },
  async play({ canvas }) {
    await expect(await canvas.findByText('You assign here.')).toBeVisible()
  },
}

export const HeldElsewhere: Story = {
  name: '[A48] a right held on one app does not count on another',
  args: {
    right: 'access.assign',
    resource: { type: 'app', id: 'app-route-planner' },
    children: 'You assign here.',
    fallback: 'Not you.',
  },
  parameters: { rollcall: { as: 'oscar.delafuente@fabrikam.example' } },
  async play({ canvas }) {
    await expect(await canvas.findByText('Not you.')).toBeVisible()
  },
}
