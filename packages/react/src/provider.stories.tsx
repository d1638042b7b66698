import type { RollcallClient } from '@rollcall/client'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { RollcallProvider } from './provider.tsx'
import { Button } from './ui/button.tsx'

/**
 * What every component needs above it: client, language, theme, and the place dialogs and toasts appear in. Its element
 * is the root of the kit's styles; a host's variables go on it or on anything above.
 */
const meta = {
  title: 'RollcallProvider',
  component: RollcallProvider,
  args: {
    client: {} as RollcallClient,
    theme: 'system',
    density: 'default',
    locale: 'en-GB',
    style: { padding: 24, background: 'var(--rc-surface)' },
    children: <Button variant="primary">Invite user</Button>,
  },
  argTypes: {
    client: { control: false },
    queryClient: { control: false },
    children: { control: false },
  },
  parameters: { rollcall: false },
} satisfies Meta<typeof RollcallProvider>
export default meta
type Story = StoryObj<typeof meta>

export const Playground: Story = {}
export const Dark: Story = { args: { theme: 'dark' } }

/** A host's hue and chroma; contrast stays the kit's. */
export const InAHostsColours: Story = {
  args: {
    style: { padding: 24, background: 'var(--rc-surface)', '--rc-accent-h': 155, '--rc-accent-c': 0.12 } as object,
  },
}
