import { ladder } from '@rollcall/core/presets'
import { PASSWORD } from '@rollcall/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test'
import { ConfirmPasswordDialog } from './confirm-password-dialog.tsx'

const meta = {
  title: 'Sign-in/ConfirmPasswordDialog',
  component: ConfirmPasswordDialog,
  args: { defaultOpen: true, onOpenChange: fn(), onConfirmed: fn() },
} satisfies Meta<typeof ConfirmPasswordDialog>
export default meta

type Story = StoryObj<typeof meta>

const dialog = async () => within(await screen.findByRole('dialog', { name: /^Confirm it is you/ }))

export const Playground: Story = {}

export const Confirmed: Story = {
  name: 'a right password closes it, and what was refused may be tried again',
  async play({ args, loaded }) {
    const open = await dialog()
    await userEvent.type(open.getByLabelText(/^Password/), `${PASSWORD}{Enter}`)
    await waitFor(() => expect(args.onConfirmed).toHaveBeenCalledOnce())
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    await expect(await loaded.rollcall.client.users.getMe()).toMatchObject({ confirmedUntil: expect.any(String) })
  },
}

export const Wrong: Story = {
  name: 'a wrong password is told beside the field',
  async play({ args }) {
    const open = await dialog()
    await userEvent.click(open.getByRole('button', { name: 'Confirm' }))
    await expect(await open.findByText('This is needed.')).toBeVisible()
    await userEvent.type(open.getByLabelText(/^Password/), 'not the password{Enter}')
    await expect(await open.findByText('This is not your password, or the account is locked.')).toBeVisible()
    await expect(args.onConfirmed).not.toHaveBeenCalled()
  },
}

const elsewhere = { id: 'Google', name: 'Google', startUrl: '#google', domains: [] }
const policy = { ...ladder, signIn: { steps: 'email-first' as const, providers: [elsewhere] } }

export const ThroughProvider: Story = {
  name: 'leads whoever signs in through a provider there to prove it anew, and back to this page',
  parameters: { rollcall: { scenario: 'surveyPlatform', as: 'meilin.zhao@fabrikam.example', world: { policy } } },
  async play() {
    const open = await dialog()
    const go = await open.findByRole('link', { name: 'Continue with Google' })
    const query = new URLSearchParams(go.getAttribute('href')?.split('#')[0])
    await expect([query.has('fresh'), query.get('returnTo')]).toEqual([true, window.location.href])
    await expect(open.queryByLabelText(/^Password/)).not.toBeInTheDocument()
  },
}

export const Controlled: Story = {
  args: { open: true },
  async play({ args }) {
    const open = await dialog()
    await userEvent.click(open.getByRole('button', { name: 'Cancel' }))
    await expect(args.onOpenChange).toHaveBeenCalledWith(false)
    await expect(screen.getByRole('dialog')).toBeVisible()
  },
}

export const Failed: Story = {
  parameters: { rollcall: { fail: { 'signIn.confirm': 'unavailable' } } },
  async play() {
    const open = await dialog()
    await userEvent.type(open.getByLabelText(/^Password/), `${PASSWORD}{Enter}`)
    await expect(await open.findByRole('alert')).toHaveTextContent(/7f3b9c/)
  },
}
