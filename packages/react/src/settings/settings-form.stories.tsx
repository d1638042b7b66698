import { directory } from '@rollcall/core/presets'
import type { World } from '@rollcall/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, userEvent, waitFor } from 'storybook/test'
import { SettingsForm } from './settings-form.tsx'

const hub = { scenario: 'productHub', world: { policy: directory } } as const

const meta = {
  title: 'Settings/SettingsForm',
  component: SettingsForm,
  parameters: { layout: 'padded', rollcall: hub },
} satisfies Meta<typeof SettingsForm>
export default meta

type Story = StoryObj<typeof meta>

const stored = ({ storage }: World) => storage.settings.find()

export const Playground: Story = {}

export const Modes: Story = {
  name: '[B70][B71] three ways to send the welcome mail; saving confirms, and says from when on',
  async play({ canvas, loaded }) {
    const administrators = await canvas.findByRole('radio', { name: /^Administrators automatically/ })
    await expect(administrators).toBeChecked()
    await userEvent.click(canvas.getByRole('radio', { name: /^Nobody automatically/ }))
    await userEvent.click(canvas.getByRole('button', { name: 'Save settings' }))
    await expect(await screen.findByText('Settings saved')).toBeVisible()
    await expect(await stored(loaded.rollcall.world)).toMatchObject({ welcome: 'nobody' })
    await expect(canvas.getByRole('button', { name: 'Save settings' })).toHaveFocus()
    await expect(canvas.getByRole('radio', { name: /^Nobody automatically/ })).toBeChecked()
  },
}

export const NothingBehind: Story = {
  name: '[B73] says that nothing is sent for people who are here already',
  async play({ canvas }) {
    const save = await canvas.findByRole('button', { name: 'Save settings' })
    await expect(save).toHaveAccessibleDescription('Nothing is sent for people who are here already.')
    await expect(canvas.queryByRole('radio', { name: /^One page/ })).not.toBeInTheDocument()
  },
}

const sso = { id: 'northwind-sso', name: 'Northwind SSO', domains: [], startUrl: '#sso' }
const beside = { ...directory, signIn: { ...directory.signIn, providers: [sso] } }

export const Addresses: Story = {
  name: '[B87] an address for each way of signing in: says who is told again before saving, and tells them',
  parameters: { rollcall: { ...hub, world: { policy: beside } } },
  async play({ canvas, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    const save = await canvas.findByRole('button', { name: 'Save settings' })
    await userEvent.click(await canvas.findByRole('radio', { name: /^One for each way/ }))
    await expect(save).toHaveAccessibleDescription(/^Whoever gets the welcome mail automatically gets it again/)
    await userEvent.click(save)
    await expect(await screen.findByText('Whoever gets the welcome mail automatically is told again.')).toBeVisible()
    await expect(await stored(world)).toMatchObject({ signInAddress: 'separate' })
    await expect(save).toHaveAccessibleDescription('Welcome mails are still going out again.')
    const before = world.mails.sent.length
    await world.deliver()
    const told = world.mails.sent.slice(before).map(({ mail }) => mail.template)
    await expect(new Set(told)).toEqual(new Set(['welcome']))
  },
}

export const Text: Story = {
  name: 'keeps the words for every welcome mail, and takes no links in them',
  async play({ canvas, loaded }) {
    const text = await canvas.findByRole('textbox', { name: /^Your words in every welcome mail/ })
    await userEvent.type(text, 'Read https://evil.example/ first')
    await userEvent.click(canvas.getByRole('button', { name: 'Save settings' }))
    await expect(await canvas.findByText('Links are not allowed here.')).toBeVisible()
    await waitFor(() => expect(text).toHaveFocus())
    await userEvent.clear(text)
    await userEvent.type(text, 'The field handbook is on the start page.')
    await userEvent.click(canvas.getByRole('button', { name: 'Save settings' }))
    await waitFor(async () =>
      expect(await stored(loaded.rollcall.world)).toMatchObject({
        welcomeText: 'The field handbook is on the start page.',
      }),
    )
  },
}

export const Stale: Story = {
  name: 'shows what somebody else set meanwhile instead of writing over it',
  async play({ canvas, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    await userEvent.click(await canvas.findByRole('radio', { name: /^Nobody automatically/ }))
    const record = await stored(world)
    await world.storage.settings.save(
      record?.version ?? 0,
      { welcome: 'everybody', welcomeText: 'Theirs.', signInAddress: 'generic' },
      null,
    )
    await userEvent.click(canvas.getByRole('button', { name: 'Save settings' }))
    await waitFor(() => expect(canvas.getByRole('radio', { name: /^Everybody/ })).toBeChecked())
    await expect(canvas.getByRole('textbox')).toHaveValue('Theirs.')
    await expect(canvas.getByRole('alert')).toHaveTextContent(/^Somebody else changed the settings meanwhile/)
    await expect(await stored(world)).toMatchObject({ welcome: 'everybody' })
    await userEvent.click(canvas.getByRole('button', { name: 'Save settings' }))
    await waitFor(() => expect(canvas.queryByRole('alert')).not.toBeInTheDocument())
  },
}

export const Refused: Story = {
  parameters: { rollcall: { ...hub, as: 'oscar.delafuente@fabrikam.example' } },
  async play({ canvas }) {
    await expect(await canvas.findByText('Your role does not include this.')).toBeVisible()
  },
}

export const Loading: Story = { parameters: { rollcall: { ...hub, latency: 'infinite' } } }

export const Failed: Story = {
  parameters: { rollcall: { ...hub, fail: { 'settings.getSettings': 'unavailable' } } },
  async play({ canvas }) {
    await expect(await canvas.findByText('The settings did not load')).toBeVisible()
  },
}

export const German: Story = {
  globals: { locale: 'de' },
  async play({ canvas }) {
    await expect(await canvas.findByRole('radio', { name: /^Niemand/ })).toBeVisible()
  },
}

export const RightToLeft: Story = { globals: { direction: 'rtl' } }
