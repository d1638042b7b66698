import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent } from 'storybook/test'
import { ChangePassword } from './change-password.tsx'

const meta = {
  title: 'Passwords/ChangePassword',
  component: ChangePassword,
  parameters: { layout: 'padded' },
} satisfies Meta<typeof ChangePassword>
export default meta

type Story = StoryObj<typeof meta>

export const Playground: Story = {}

export const Wrong: Story = {
  name: '[A36] a wrong current password is told beside its field',
  async play({ canvas }) {
    await userEvent.type(await canvas.findByLabelText(/^Current password/), 'not the password')
    await userEvent.type(canvas.getByLabelText(/^New password/), 'copper meadow violin 77')
    await userEvent.click(canvas.getByRole('button', { name: 'Set password' }))
    await expect(await canvas.findByText(/This is not your password/)).toBeVisible()
  },
}

export const Loading: Story = {
  parameters: { rollcall: { latency: 'infinite' } },
  async play({ canvas }) {
    await expect(canvas.getByRole('region', { name: 'Password' })).toHaveAttribute('aria-busy', 'true')
  },
}

export const Failed: Story = {
  parameters: { rollcall: { fail: { 'system.getPolicy': 'unavailable' } } },
  async play({ canvas }) {
    await expect(await canvas.findByRole('alert')).toHaveTextContent(/7f3b9c/)
  },
}
