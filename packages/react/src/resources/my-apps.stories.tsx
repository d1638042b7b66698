import { directory } from '@rollcall/core/presets'
import type { World } from '@rollcall/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { MyApps } from './my-apps.tsx'

const OSCAR = 'oscar.delafuente@fabrikam.example'
const hub = { scenario: 'productHub', world: { policy: directory }, as: OSCAR } as const

const meta = {
  title: 'Resources/MyApps',
  component: MyApps,
  parameters: { layout: 'padded', rollcall: hub },
} satisfies Meta<typeof MyApps>
export default meta

type Story = StoryObj<typeof meta>

export const Playground: Story = {}

export const Mine: Story = {
  name: '[B17] shows the instances one was assigned, by app, and leads to them',
  args: { instanceHref: ({ id }) => `#/${id}` },
  async play({ canvas }) {
    await expect(await canvas.findByRole('heading', { name: 'Audits' })).toBeVisible()
    await expect(canvas.getByRole('link', { name: 'Audits EMEA' })).toHaveAttribute('href', '#/audits-emea')
    await expect(canvas.getByRole('link', { name: 'Training' })).toBeVisible()
    await expect(canvas.queryByText('Training sandbox')).not.toBeInTheDocument()
  },
}

export const Empty: Story = {
  name: 'says who assigns apps to whoever has none',
  parameters: { rollcall: { ...hub, as: 'yael.cohen@contoso.example' } },
  async play({ canvas }) {
    await expect(await canvas.findByText('An administrator assigns them to you.')).toBeVisible()
  },
}

export const Loading: Story = { parameters: { rollcall: { ...hub, latency: 'infinite' } } }

export const Failed: Story = {
  parameters: { rollcall: { ...hub, fail: { 'users.getMe': 'unavailable' } } },
  async play({ canvas }) {
    await expect(await canvas.findByText('Your apps did not load')).toBeVisible()
  },
}

export const Beside: Story = {
  name: 'the host adds what it likes beside each instance',
  args: { renderInstance: ({ name }) => <span>Open {name}</span> },
  async play({ canvas }) {
    await expect(await canvas.findByText('Open Audits EMEA')).toBeVisible()
  },
}

export const LongInGerman: Story = {
  globals: { locale: 'de' },
  parameters: {
    rollcall: {
      ...hub,
      prepare: ({ rollcall }: World) =>
        rollcall.resources.put({
          id: 'audits-emea',
          type: 'instance',
          name: 'Lieferkettensorgfaltspflichtengesetz-Berichterstattung Europa, Naher Osten und Afrika',
          parent: 'app-audits',
        }),
    },
  },
  async play({ canvas }) {
    await expect(await canvas.findByRole('heading', { name: 'Meine Apps' })).toBeVisible()
  },
}

export const RightToLeft: Story = { globals: { direction: 'rtl' }, args: { instanceHref: ({ id }) => `#/${id}` } }
