import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent } from 'storybook/test'
import { NewPasswordField } from './new-password-field.tsx'

/** For a host's own form: the field, and the policy's rules in words. The server judges how easy a password is to guess. */
const meta = {
  title: 'Passwords/NewPasswordField',
  component: NewPasswordField,
  args: { label: 'New password', rules: { minLength: 8, maxLength: 256, minStrength: 2, requires: [] } },
  parameters: { layout: 'padded', rollcall: { visitor: true } },
} satisfies Meta<typeof NewPasswordField>
export default meta

type Story = StoryObj<typeof meta>

export const Playground: Story = {}

export const Length: Story = {
  args: { rules: { minLength: 8, maxLength: 256, minStrength: 0, requires: [] } },
  async play({ canvas }) {
    const field = canvas.getByLabelText('New password *')
    const [rule] = canvas.getAllByRole('listitem')
    await userEvent.type(field, 'seven77')
    await expect(rule).toHaveAttribute('data-state', 'open')
    await userEvent.type(field, '8')
    await expect(rule).toHaveAttribute('data-state', 'met')
  },
}

export const Refused: Story = { args: { error: 'This is one of the first passwords anybody would try.' } }
