import { PASSWORD, type World } from '@rollcall/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor } from 'storybook/test'
import { ResetPasswordForm } from './reset-password-form.tsx'

const JONAS = 'jonas.lindqvist@northwind.example'
const NEW = 'seven grey herons in the fog'

async function askFor({ rollcall, deliver }: World) {
  await rollcall.passwords.requestReset(rollcall.anonymous({ address: null, agent: null }), { identifier: JONAS })
  await deliver()
}

const tokenOf = ({ mails }: World) => new URL(mails.linkTo(JONAS)).hash.replace('#token=', '')

const meta = {
  title: 'Passwords/ResetPasswordForm',
  component: ResetPasswordForm,
  args: { brand: 'Northwind Apps', signIn: '#sign-in', forgotPassword: '#forgot-password', onReset: fn() },
  parameters: {
    layout: 'padded',
    rollcall: { visitor: true, prepare: askFor, props: async (world: World) => ({ token: tokenOf(world) }) },
  },
} satisfies Meta<typeof ResetPasswordForm>
export default meta

type Story = StoryObj<typeof meta>
type Canvas = Parameters<NonNullable<Story['play']>>[0]['canvas']

async function choose(canvas: Canvas, password: string) {
  await userEvent.type(await canvas.findByLabelText('New password *'), password)
  await userEvent.click(canvas.getByRole('button', { name: 'Set password' }))
}

export const Playground: Story = {}

export const Unlocks: Story = {
  name: '[C35] a locked-out person helps themselves: a new password also unlocks',
  async play({ args, canvas, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    await choose(canvas, NEW)
    await expect(await canvas.findByRole('heading', { name: 'Your new password is set' })).toBeVisible()
    await expect(canvas.getByRole('link', { name: 'Go to sign-in' })).toBeVisible()
    await expect(args.onReset).toHaveBeenCalledOnce()
    const visitor = world.rollcall.anonymous({ address: null, agent: null })
    await expect(await world.rollcall.signIn.signIn(visitor, { identifier: JONAS, password: NEW })).toMatchObject({
      answer: { session: 'full' },
    })
  },
}

export const FromTheAddressBar: Story = {
  parameters: { rollcall: { visitor: true, prepare: askFor, props: async () => ({}) } },
  async play({ args, canvas, loaded }) {
    const before = window.location.hash
    window.location.hash = `token=${tokenOf(loaded.rollcall.world)}`
    await waitFor(() => expect(window.location.hash).toBe(before))
    await waitFor(() => expect(canvas.queryByLabelText('Code from the mail *')).not.toBeInTheDocument())
    await choose(canvas, NEW)
    await waitFor(() => expect(args.onReset).toHaveBeenCalledOnce())
  },
}

export const WithCode: Story = {
  parameters: { rollcall: { visitor: true, prepare: askFor, props: async () => ({}) } },
  async play({ args, canvas, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    const mail = world.mails.lastTo(JONAS)
    const code = mail?.template === 'reset' ? mail.credential.code : ''
    const field = await canvas.findByLabelText('Code from the mail *')
    await expect(field).toHaveAttribute('autocomplete', 'one-time-code')
    await userEvent.type(field, 'AAAA-BBBB-CCCC')
    await choose(canvas, NEW)
    await expect(await canvas.findByText(/mistyped, was used, or has expired/)).toBeVisible()
    await waitFor(() => expect(field).toHaveFocus())
    await userEvent.clear(field)
    await userEvent.click(field)
    await userEvent.paste(code.toLowerCase())
    await userEvent.click(canvas.getByRole('button', { name: 'Set password' }))
    await waitFor(() => expect(args.onReset).toHaveBeenCalledOnce())
  },
}

export const DeadLink: Story = {
  parameters: { rollcall: { visitor: true, props: async () => ({ token: 'a-token-nobody-has' }) } },
  async play({ canvas }) {
    await choose(canvas, NEW)
    await expect(await canvas.findByRole('heading', { name: 'This link no longer works' })).toBeVisible()
    await expect(canvas.getByRole('link', { name: 'Ask for a new link' })).toBeVisible()
  },
}

export const TooShort: Story = {
  name: '[C51] says the rules in words, and what is wrong beside the field',
  async play({ args, canvas }) {
    const rule = await canvas.findByText('At least 8 characters')
    await choose(canvas, 'seven g')
    await expect(await canvas.findByText('This is too short.')).toBeVisible()
    await expect(canvas.getByLabelText('New password *')).toHaveFocus()
    await expect(canvas.getByLabelText('New password *')).toHaveAttribute('autocomplete', 'new-password')
    await userEvent.type(canvas.getByLabelText('New password *'), 'r')
    await expect(rule.closest('li')).toHaveAttribute('data-state', 'met')
    await expect(args.onReset).not.toHaveBeenCalled()
  },
}

export const Unreachable: Story = {
  parameters: {
    rollcall: {
      visitor: true,
      fail: { 'passwords.completeReset': 'unavailable' },
      props: async () => ({ token: 'a-token-nobody-has' }),
    },
  },
  async play({ canvas }) {
    await choose(canvas, PASSWORD)
    await expect(await canvas.findByRole('alert')).toHaveTextContent(/7f3b9c/)
  },
}

export const Loading: Story = { parameters: { rollcall: { visitor: true, latency: 'infinite' } } }
