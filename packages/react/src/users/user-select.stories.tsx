import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor } from 'storybook/test'
import { Field } from '../ui/field.tsx'
import { UserSelect } from './user-select.tsx'

const meta = {
  title: 'Users/UserSelect',
  component: UserSelect,
  args: { onChange: fn(), onInvite: fn() },
  parameters: { layout: 'padded' },
  decorators: (Story) => (
    <Field label="Person" style={{ minBlockSize: 360, maxInlineSize: 420 }}>
      <Story />
    </Field>
  ),
} satisfies Meta<typeof UserSelect>
export default meta

type Story = StoryObj<typeof meta>

export const Playground: Story = {}

export const ByKeyboard: Story = {
  name: 'finds people by typing; arrows move, Enter chooses, focus stays in the field',
  async play({ args, canvas }) {
    const field = canvas.getByRole('combobox', { name: 'Person' })
    await expect(field).toHaveAttribute('aria-expanded', 'false')
    await userEvent.type(field, 'an')
    await canvas.findAllByRole('option')
    await expect(field).toHaveAttribute('aria-expanded', 'true')
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}')
    const [first] = canvas.getAllByRole('option')
    await expect(first).toHaveAttribute('aria-selected', 'true')
    await expect(field).toHaveAttribute('aria-activedescendant', first?.id)
    await userEvent.keyboard('{Enter}')
    await expect(field).toHaveFocus()
    await expect(args.onChange).toHaveBeenCalledOnce()
    await expect(first?.textContent).toContain((field as HTMLInputElement).value)
    await expect(canvas.queryByRole('listbox')).not.toBeInTheDocument()
  },
}

export const ByPointer: Story = {
  async play({ canvas }) {
    const field = canvas.getByRole('combobox')
    await userEvent.type(field, 'tomasz')
    await userEvent.click(await canvas.findByRole('option', { name: /Tomasz Wójcik/ }))
    await expect(field).toHaveValue('Tomasz Wójcik')
    await expect(field).toHaveFocus()
  },
}

export const TypedOver: Story = {
  name: 'who was chosen is let go as soon as something else is typed',
  args: { defaultValue: { id: 'a', name: 'Amara Okafor', email: 'amara.okafor@northwind.example', version: 1 } },
  async play({ args, canvas }) {
    const field = canvas.getByRole('combobox')
    await expect(field).toHaveValue('Amara Okafor')
    await userEvent.type(field, ' x')
    await expect(args.onChange).toHaveBeenCalledWith(null)
    await userEvent.keyboard('{Escape}')
    await expect(canvas.queryByText('Looking')).not.toBeInTheDocument()
  },
}

export const Nobody: Story = {
  name: '[A6] offers to invite an address that nobody has',
  async play({ args, canvas }) {
    const field = canvas.getByRole('combobox')
    await userEvent.type(field, 'lena.vogt@fabrikam.example')
    await canvas.findByRole('option', { name: /Invite lena\.vogt@fabrikam\.example/ })
    await userEvent.keyboard('{ArrowUp}{Enter}')
    await expect(args.onInvite).toHaveBeenCalledWith('lena.vogt@fabrikam.example')
  },
}

export const Unseen: Story = {
  name: '[A49] whoever manages a resource finds people they cannot see, by the exact address alone',
  args: { resource: 'app-field-notes' },
  parameters: { rollcall: { as: 'oscar.delafuente@fabrikam.example' } },
  async play({ canvas }) {
    const field = canvas.getByRole('combobox')
    await userEvent.type(field, 'yael')
    await expect((await canvas.findAllByText('Nobody you may see matches.'))[0]).toBeVisible()
    await userEvent.type(field, '.cohen@contoso.example')
    await userEvent.click(await canvas.findByRole('option', { name: /יעל כהן/ }))
    await expect(field).toHaveValue('יעל כהן')
  },
}

export const Failed: Story = {
  parameters: { rollcall: { fail: { 'users.listUsers': 'unavailable' } } },
  async play({ canvas }) {
    await userEvent.type(canvas.getByRole('combobox'), 'an')
    await waitFor(() => expect(canvas.getByText(/The search did not work/)).toBeVisible())
  },
}

export const Controlled: Story = {
  name: 'keeps whom the host holds until the host lets go',
  args: { value: { id: 'a', name: 'Amara Okafor', email: 'amara.okafor@northwind.example', version: 1 } },
  async play({ args, canvas }) {
    const field = canvas.getByRole('combobox')
    await userEvent.type(field, 'x')
    await expect(args.onChange).toHaveBeenCalledWith(null)
    await userEvent.tab()
    await expect(field).toHaveValue('Amara Okafor')
  },
}
