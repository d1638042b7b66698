import { directory } from '@rollcall/core/presets'
import type { World } from '@rollcall/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import { AppsAndInstances } from './apps-and-instances.tsx'

const hub = { scenario: 'productHub', world: { policy: directory } } as const

const meta = {
  title: 'Resources/AppsAndInstances',
  component: AppsAndInstances,
  parameters: { layout: 'padded', rollcall: hub },
} satisfies Meta<typeof AppsAndInstances>
export default meta

type Story = StoryObj<typeof meta>

const defaults = async ({ storage }: World) => {
  return (await storage.resources.list()).filter(({ isDefault }) => isDefault).map(({ id }) => id)
}

export const Playground: Story = {}

export const Defaults: Story = {
  name: '[B21][B56] an app opens to its instances, each a default or not; more than one may be',
  async play({ canvas, loaded }) {
    const { world }: { world: World } = loaded.rollcall
    const audits = await canvas.findByRole('button', { name: /^Audits/ })
    await expect(audits).toHaveAttribute('aria-expanded', 'false')
    await expect(audits).toHaveTextContent('2 instances · 1 default')
    await userEvent.click(audits)
    await expect(await canvas.findByRole('switch', { name: 'Default: Audits EMEA' })).toBeChecked()
    const apac = canvas.getByRole('switch', { name: 'Default: Audits APAC' })
    await expect(apac).not.toBeChecked()
    await userEvent.click(apac)
    await expect(apac).toBeChecked()
    await waitFor(async () => expect(await defaults(world)).toEqual(['audits-apac', 'audits-emea', 'policies-group']))
    await expect(audits).toHaveTextContent('2 defaults')
    await userEvent.click(canvas.getByRole('switch', { name: 'Default: Audits EMEA' }))
    await waitFor(async () => expect(await defaults(world)).toEqual(['audits-apac', 'policies-group']))
  },
}

export const Identifiers: Story = {
  name: '[B56] shows the identifiers that files name instances by, each to copy',
  async play({ canvas }) {
    await userEvent.click(await canvas.findByRole('button', { name: /^Training/ }))
    await expect(await canvas.findByText('training-sandbox')).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Copy training-sandbox' })).toBeVisible()
  },
}

export const Failed: Story = {
  name: 'a default that could not be changed goes back and says why',
  parameters: { rollcall: { ...hub, fail: { 'resources.setDefault': 'unavailable' } } },
  async play({ canvas }) {
    await userEvent.click(await canvas.findByRole('button', { name: /^Audits/ }))
    const apac = await canvas.findByRole('switch', { name: 'Default: Audits APAC' })
    await userEvent.click(apac)
    await expect(await canvas.findByRole('alert')).toHaveTextContent(/did not answer/)
    await waitFor(() => expect(apac).not.toBeChecked())
  },
}

export const Refused: Story = {
  name: 'whoever may not manage them sees what they hold, and why they change nothing',
  parameters: { rollcall: { ...hub, as: 'oscar.delafuente@fabrikam.example' } },
  async play({ canvas, loaded }) {
    await expect(await canvas.findByText('Your role does not include changing defaults.')).toBeVisible()
    await userEvent.click(await canvas.findByRole('button', { name: /^Audits/ }))
    const emea = await canvas.findByRole('switch', { name: 'Default: Audits EMEA' })
    await userEvent.click(emea)
    await expect(emea).toBeChecked()
    await expect(await defaults(loaded.rollcall.world)).toEqual(['audits-emea', 'policies-group'])
  },
}

export const Empty: Story = {
  parameters: { rollcall: { scenario: 'empty' } },
  async play({ canvas }) {
    await expect(await canvas.findByText('No apps yet')).toBeVisible()
  },
}

export const Loading: Story = { parameters: { rollcall: { ...hub, latency: 'infinite' } } }

export const DidNotLoad: Story = {
  parameters: { rollcall: { ...hub, fail: { 'resources.listResources': 'unavailable' } } },
  async play({ canvas }) {
    const alert = await canvas.findByRole('alert')
    await expect(alert).toHaveTextContent('The apps did not load')
    await expect(within(alert).getByRole('button', { name: 'Try again' })).toBeVisible()
  },
}

export const German: Story = {
  globals: { locale: 'de' },
  async play() {
    await expect(await screen.findByRole('heading', { name: 'Apps und Instanzen' })).toBeVisible()
  },
}

/** More than fits on a line, and on the screen. */
export const Many: Story = {
  globals: { direction: 'rtl' },
  parameters: {
    rollcall: {
      ...hub,
      async prepare({ rollcall }: World) {
        for (let number = 1; number <= 40; number += 1) {
          const id = `audits-${'subsidiary-'.repeat(4)}${number}`
          await rollcall.resources.put({ id, type: 'instance', name: `Audits ${number}`, parent: 'app-audits' })
        }
      },
    },
  },
  async play({ canvas }) {
    const audits = await canvas.findByRole('button', { name: /^Audits/ })
    await expect(audits).toHaveTextContent('42 instances')
    await userEvent.click(audits)
    await expect(await canvas.findByRole('switch', { name: 'Default: Audits 40' })).toBeVisible()
  },
}
