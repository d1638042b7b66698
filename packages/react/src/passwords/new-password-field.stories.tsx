import { inviteFirst, ladder } from '@rollcall/core/presets'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor } from 'storybook/test'
import { NewPasswordField } from './new-password-field.tsx'

const jonas = { email: 'jonas.lindqvist@northwind.example', firstName: 'Jonas', lastName: 'Lindqvist' }

/** For a host's own form: the field, the policy's rules in words, and how hard the password is to guess. */
const meta = {
  title: 'Passwords/NewPasswordField',
  component: NewPasswordField,
  args: { label: 'New password', rules: inviteFirst.password },
  parameters: { layout: 'padded', rollcall: { visitor: true } },
} satisfies Meta<typeof NewPasswordField>
export default meta

type Story = StoryObj<typeof meta>
type Canvas = Parameters<NonNullable<Story['play']>>[0]['canvas']

async function choose(canvas: Canvas, password: string) {
  const field = await canvas.findByLabelText('New password *')
  await userEvent.clear(field)
  await userEvent.type(field, password)
}

const stateOf = (canvas: Canvas, rule: string | RegExp) => canvas.getByText(rule).closest('li')?.dataset.state

export const Playground: Story = {}

export const Length: Story = {
  args: { rules: { ...inviteFirst.password, minStrength: 0 } },
  async play({ canvas }) {
    await choose(canvas, 'seven77')
    await expect(stateOf(canvas, 'At least 8 characters')).toBe('open')
    await userEvent.type(canvas.getByLabelText('New password *'), '8')
    await expect(stateOf(canvas, 'At least 8 characters')).toBe('met')
    await expect(canvas.queryByRole('status')).not.toBeInTheDocument()
  },
}

export const Rules: Story = {
  name: '[C51] length, letter, number, symbol, each met as it is typed; earlier passwords only the server knows',
  args: { rules: ladder.password },
  async play({ canvas }) {
    await choose(canvas, 'heron')
    const states = () => canvas.getAllByRole('listitem').map((rule) => rule.dataset.state)
    // What knows common passwords is fetched when somebody types.
    await waitFor(() => expect(states()).toEqual(['open', 'met', 'open', 'open', 'broken', 'open']))
    await choose(canvas, 'seven grey herons, 41')
    await waitFor(() => expect(states()).toEqual(['met', 'met', 'met', 'met', 'met', 'open']))
    await expect(canvas.getByText('Not the present password or one of the 5 before it')).toBeVisible()
  },
}

export const Strength: Story = {
  name: '[C51] the meter must reach strong',
  args: { rules: ladder.password },
  async play({ canvas }) {
    const meter = canvas.getByRole('status')
    await choose(canvas, 'copper rain')
    await waitFor(() => expect(meter).toHaveTextContent('fair, needs to be strong'))
    await expect(stateOf(canvas, /^No common words/)).toBe('open')
    await choose(canvas, 'seven grey herons in the fog')
    await waitFor(() => expect(meter).toHaveTextContent(/^very strong$/))
    await expect(canvas.getByText('28 characters')).toBeVisible()
  },
}

export const OwnName: Story = {
  name: '[C51] a name or an address in it is told, however long it is',
  args: { rules: ladder.password, owner: jonas },
  async play({ canvas }) {
    await choose(canvas, 'Lindqvist grey herons, 41')
    const told = 'Contains your name or address. Use words of your own instead.'
    await expect((await canvas.findByText(told, { selector: '.rc-rule-text' })).closest('li')).toHaveAttribute(
      'data-state',
      'broken',
    )
    await expect(canvas.getByRole('status')).toHaveTextContent(`fair, needs to be strong. ${told}`)
  },
}

export const Common: Story = {
  name: '[C51] what everybody chooses is told',
  async play({ canvas }) {
    await choose(canvas, 'P@ssw0rd')
    await expect(await canvas.findByText(/^Too many people use this one/, { selector: '.rc-rule-text' })).toBeVisible()
    await expect(canvas.getByRole('status')).toHaveTextContent(/very weak, needs to be fair/)
  },
}

export const Refused: Story = { args: { error: 'This is one of the first passwords anybody would try.' } }

export const Narrow: Story = {
  args: { rules: ladder.password, owner: jonas },
  decorators: [(Story) => <div style={{ inlineSize: 240 }}>{Story()}</div>],
  async play({ canvas }) {
    await choose(canvas, 'lindqvist-2026')
    await canvas.findByText(/^Contains your name/, { selector: '.rc-rule-text' })
  },
}
