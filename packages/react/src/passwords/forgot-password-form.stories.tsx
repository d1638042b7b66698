import { directory } from '@rollcall/core/presets'
import type { World } from '@rollcall/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor } from 'storybook/test'
import { ForgotPasswordForm } from './forgot-password-form.tsx'

const HUDA = 'huda.elsayed@contoso.example'

const meta = {
  title: 'Passwords/ForgotPasswordForm',
  component: ForgotPasswordForm,
  args: { brand: 'Northwind Apps', signIn: '#sign-in', onRequested: fn() },
  parameters: { layout: 'padded', rollcall: { visitor: true } },
} satisfies Meta<typeof ForgotPasswordForm>
export default meta

type Story = StoryObj<typeof meta>
type Canvas = Parameters<NonNullable<Story['play']>>[0]['canvas']

async function ask(canvas: Canvas, address: string) {
  await userEvent.type(await canvas.findByLabelText('Email address'), address)
  await userEvent.click(canvas.getByRole('button', { name: 'Send link' }))
  return canvas.findByRole('heading', { name: 'Look in your mail' })
}

export const Playground: Story = {}

export const Sent: Story = {
  async play({ args, canvas, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    await ask(canvas, HUDA)
    await expect(canvas.getByText(HUDA)).toBeVisible()
    await expect(canvas.getByText(/valid for 24 hours/)).toBeVisible()
    await expect(canvas.getByRole('button', { name: /Send again in/ })).toHaveAttribute('aria-disabled', 'true')
    await expect(args.onRequested).toHaveBeenCalledWith({ identifier: HUDA })
    await world.deliver()
    await expect(world.mails.linkTo(HUDA)).toContain('/reset-password#token=')
  },
}

export const Nobody: Story = {
  async play({ canvas, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    await ask(canvas, 'nobody@contoso.example')
    await expect(canvas.getByText(/valid for 24 hours/)).toBeVisible()
    await world.deliver()
    await expect(world.mails.lastTo('nobody@contoso.example')).toBeUndefined()
  },
}

export const AnotherAddress: Story = {
  async play({ canvas }) {
    await ask(canvas, 'huda@contoso.example')
    await userEvent.click(canvas.getByRole('button', { name: 'Use another address' }))
    await expect(canvas.getByLabelText('Email address')).toHaveValue('huda@contoso.example')
  },
}

export const UserName: Story = {
  name: 'where people have user names, asks for them, and mails to the address behind one',
  parameters: { rollcall: { visitor: true, scenario: 'productHub', world: { policy: directory } } },
  async play({ canvas, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    await userEvent.type(await canvas.findByLabelText('Username'), 'oscar{Enter}')
    await canvas.findByRole('heading', { name: 'Look in your mail' })
    await world.deliver()
    await expect(world.mails.linkTo('oscar.delafuente@fabrikam.example')).toContain('/reset-password#token=')
    await userEvent.click(canvas.getByRole('button', { name: 'Use another account' }))
    await expect(canvas.getByLabelText('Username')).toHaveValue('oscar')
  },
}

export const NothingTyped: Story = {
  async play({ canvas }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Send link' }))
    await expect(canvas.getByText('This is needed.')).toBeVisible()
  },
}

export const TooManyTries: Story = {
  args: { defaultIdentifier: HUDA },
  parameters: { rollcall: { visitor: true, fail: { 'passwords.requestReset': 'too-many-requests' } } },
  async play({ args, canvas }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Send link' }))
    await waitFor(() => expect(canvas.getByRole('alert')).toHaveTextContent(/Too many attempts/))
    await expect(args.onRequested).not.toHaveBeenCalled()
  },
}

export const Loading: Story = { parameters: { rollcall: { visitor: true, latency: 'infinite' } } }
