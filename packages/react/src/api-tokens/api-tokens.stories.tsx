import { inviteFirst } from '@rollcall/core/presets'
import { PASSWORD, type World } from '@rollcall/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import { ApiTokens } from './api-tokens.tsx'

const AMARA = 'amara.okafor@northwind.example'
const RANA = 'rana.alkhatib@fabrikam.example'
const OSCAR = 'oscar.delafuente@fabrikam.example'
const MEILIN = 'meilin.zhao@fabrikam.example'
const JONAS = 'jonas.lindqvist@northwind.example'
const HOUR = 3_600_000

const of = (email: string) => ({ props: async ({ idOf }: World) => ({ userId: await idOf(email) }) })

/** Somebody holds a token, made by another. */
const holding = (email: string, by = RANA, daysAgo = 90) => ({
  ...of(email),
  async prepare({ rollcall, clock, as, idOf }: World) {
    const present = clock.now()
    clock.set(present - daysAgo * 24 * HOUR)
    await rollcall.apiTokens.createToken(await as(by), { userId: await idOf(email) })
    clock.set(present)
  },
})

const meta = {
  title: 'API tokens/ApiTokens',
  component: ApiTokens,
  parameters: { layout: 'padded' },
} satisfies Meta<typeof ApiTokens>
export default meta

type Story = StoryObj<typeof meta>
type Canvas = ReturnType<typeof within>

const generate = (canvas: Canvas) => canvas.findByRole('button', { name: 'Generate token' })
const dialog = async (name: RegExp) => within(await screen.findByRole('dialog', { name }))
const gone = () => waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())

export const Playground: Story = { parameters: { rollcall: holding(JONAS) } }

export const OneEach: Story = {
  name: '[A37] shows when a token ends, never the token, and refuses a second',
  parameters: { rollcall: holding(JONAS) },
  async play({ canvas }) {
    await expect(await canvas.findByText(/^rct_.*…$/)).toBeVisible()
    await expect(canvas.getByText(/Expires/)).toHaveTextContent(
      /Expires 16 Mar 2027\. Never used\. Made by Rana ‘Roro’ Al-Khatib\./,
    )
    await expect(await generate(canvas)).toHaveAttribute('aria-disabled', 'true')
    await expect(await generate(canvas)).toHaveAccessibleDescription(
      'One token per user. Revoke this one to generate another.',
    )
  },
}

export const Generated: Story = {
  name: '[A19][A38][A45] shows somebody’s new token once; Done is refused until it was copied',
  parameters: { rollcall: of(JONAS) },
  async play({ canvas, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    await userEvent.click(await generate(canvas))
    const shown = await dialog(/^Token for Jonas Lindqvist/)
    const secret = (shown.getByRole('textbox', { name: 'Token' }) as HTMLInputElement).value
    await expect(secret).toMatch(/^rct_/)
    await expect(shown.queryByRole('button', { name: 'Close' })).not.toBeInTheDocument()
    const done = shown.getByRole('button', { name: 'Done' })
    await expect(done).toHaveAccessibleDescription('Not copied yet')
    await userEvent.click(done)
    await userEvent.keyboard('{Escape}')
    await expect(done).toBeVisible()

    const copied: string[] = []
    const clipboard = { writeText: async (text: string) => void copied.push(text) }
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true })
    await userEvent.click(shown.getByRole('button', { name: 'Copy token' }))
    await expect(await shown.findByText('Copied')).toBeVisible()
    await expect(copied).toEqual([secret])
    await userEvent.click(done)
    await gone()
    await expect(document.body.textContent).not.toContain(secret)
    await expect(await canvas.findByText(/^rct_.*…$/)).toBeVisible()
    await world.deliver()
    await expect(world.mails.lastTo(JONAS)).toMatchObject({ template: 'token-created' })
  },
}

export const NoClipboard: Story = {
  name: 'where copying is not allowed, the token is selected and copied by hand',
  parameters: { rollcall: of(JONAS) },
  async play({ canvas }) {
    const clipboard = { writeText: () => Promise.reject(new Error('not allowed')) }
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true })
    await userEvent.click(await generate(canvas))
    const shown = await dialog(/^Token for/)
    await userEvent.click(shown.getByRole('button', { name: 'Copy token' }))
    await expect(await shown.findByText(/copy it yourself/)).toBeVisible()
    const field = shown.getByRole<HTMLInputElement>('textbox', { name: 'Token' })
    await expect(field.selectionEnd).toBe(field.value.length)
    field.dispatchEvent(new ClipboardEvent('copy', { bubbles: true }))
    await userEvent.click(shown.getByRole('button', { name: 'Done' }))
    await gone()
  },
}

export const Revoked: Story = {
  name: '[A38] revokes a token, then another may be generated',
  parameters: { rollcall: holding(JONAS) },
  async play({ canvas }) {
    await userEvent.click(await canvas.findByRole('button', { name: /^Revoke… rct_/ }))
    const asked = await dialog(/^Revoke this token/)
    await userEvent.click(asked.getByRole('button', { name: 'Revoke token' }))
    await expect(await canvas.findByText('No token yet')).toBeVisible()
    await expect(await generate(canvas)).not.toHaveAttribute('aria-disabled')
  },
}

export const Own: Story = {
  name: '[A37] one’s own token needs the password when it was not given of late',
  parameters: { rollcall: { as: MEILIN } },
  async play({ canvas, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    const button = await generate(canvas)
    world.clock.advance(HOUR / 4)
    await userEvent.click(button)
    const asked = await dialog(/^Confirm it is you/)
    const password = asked.getByLabelText(/^Password/)
    await userEvent.type(password, 'not the password')
    await userEvent.click(asked.getByRole('button', { name: 'Confirm' }))
    await expect(await asked.findByText(/This is not your password/)).toBeVisible()
    await userEvent.clear(password)
    await userEvent.type(password, PASSWORD)
    await userEvent.click(asked.getByRole('button', { name: 'Confirm' }))
    const shown = await dialog(/^Your new token/)
    await expect(shown.getByText('Whatever you can do')).toBeVisible()
  },
}

export const OwnCancelled: Story = {
  parameters: { rollcall: { as: MEILIN } },
  async play({ canvas, loaded }) {
    const button = await generate(canvas)
    loaded.rollcall.world.clock.advance(HOUR / 4)
    await userEvent.click(button)
    const asked = await dialog(/^Confirm it is you/)
    await userEvent.click(asked.getByRole('button', { name: 'Cancel' }))
    await gone()
    await expect(button).toHaveFocus()
    await expect(canvas.queryByRole('alert')).not.toBeInTheDocument()
    await expect(canvas.getByText('No token yet')).toBeVisible()
  },
}

export const Expired: Story = {
  name: '[A38] an expired token says so and is no longer in the way of another',
  parameters: { rollcall: { ...holding(JONAS, RANA, 400), as: AMARA } },
  async play({ canvas }) {
    await expect(await canvas.findByText(/Expired/)).toHaveTextContent(/Expired 10 May 2026\./)
    await expect(await generate(canvas)).not.toHaveAttribute('aria-disabled')
  },
}

export const Refused: Story = {
  name: 'whose role the reader may not give, their tokens may be seen, not made or revoked',
  parameters: { rollcall: { ...holding(AMARA, AMARA), as: RANA } },
  async play({ canvas }) {
    await expect(await canvas.findByText('This person has a role that you may not give.')).toBeVisible()
    await expect(await generate(canvas)).toHaveAttribute('aria-disabled', 'true')
    const revoke = canvas.getByRole('button', { name: /^Revoke/ })
    await expect(revoke).toHaveAttribute('aria-disabled', 'true')
    await expect(revoke).toHaveAccessibleDescription('This person has a role that you may not give.')
  },
}

export const MayNotSee: Story = {
  parameters: { rollcall: { ...of(JONAS), as: OSCAR } },
  async play({ canvas }) {
    await expect((await canvas.findAllByText('Your role does not include this.'))[0]).toBeVisible()
  },
}

export const SwitchedOff: Story = {
  parameters: {
    rollcall: {
      ...of(JONAS),
      world: { policy: { ...inviteFirst, apiTokens: { ...inviteFirst.apiTokens, perUser: 0 } } },
    },
  },
  async play({ canvas }) {
    await waitFor(() => expect(canvas.queryByText('API tokens')).not.toBeInTheDocument())
  },
}

export const Deactivated: Story = {
  parameters: { rollcall: of('priya.raman@contoso.example') },
  async play({ canvas }) {
    await expect(await generate(canvas)).toHaveAccessibleDescription('Not while the account is deactivated.')
  },
}

export const NotRegistered: Story = {
  parameters: { rollcall: of('new.analyst@northwind.example') },
  async play({ canvas }) {
    await waitFor(() => expect(canvas.queryByRole('region', { name: 'API tokens' })).not.toBeInTheDocument())
  },
}

export const Empty: Story = {
  parameters: { rollcall: of(JONAS) },
  async play({ canvas }) {
    await expect(await canvas.findByText('No token yet')).toBeVisible()
  },
}

export const Loading: Story = {
  parameters: { rollcall: { ...of(JONAS), latency: 'infinite' } },
  async play({ canvas }) {
    await expect(canvas.getByRole('region', { name: 'API tokens' })).toHaveAttribute('aria-busy', 'true')
  },
}

export const Failed: Story = {
  parameters: { rollcall: { ...of(JONAS), fail: { 'apiTokens.listTokens': 'unavailable' } } },
  async play({ canvas }) {
    await expect(await canvas.findByRole('alert')).toHaveTextContent(/did not load.*7f3b9c/)
  },
}
