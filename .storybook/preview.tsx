import { RollcallProvider } from '@rollcall/react'
import { de } from '@rollcall/react/messages/de'
import { pseudo } from '@rollcall/react/messages/pseudo'
import '@rollcall/react/styles.css'
import type { Decorator, Preview } from '@storybook/react-vite'
import reboot from 'bootstrap/dist/css/bootstrap-reboot.css?inline'
import { configure } from 'storybook/test'
import { themes } from 'storybook/theming'
import preflight from 'tailwindcss/preflight.css?inline'
import './preview.css'
import { type Backend, backendOf, forgetBackend } from './backend.ts'
import { expectHostsProps, hostsProps } from './conventions.tsx'
import { expectSilence, listenForErrors } from './strictness.ts'
import { globalTypes, initialGlobals } from './toolbar.ts'

configure({ asyncUtilTimeout: 15_000 })

const catalogues = { de, 'en-XA': pseudo }
const hostSheets: Record<string, string> = { tailwind: preflight, bootstrap: reboot }

/** Stories whose `parameters.rollcall` is false have no backend and no provider. */
const withProvider: Decorator = (Story, { args, globals, loaded, viewMode }) => {
  const backend: Backend | undefined = loaded.rollcall
  if (!backend) return <Story />
  const { theme, density, direction, locale, host } = globals
  return (
    <RollcallProvider
      className={`story-ground story-ground-${viewMode}`}
      client={backend.client}
      now={backend.world.clock.now}
      timeZone="Europe/Berlin"
      theme={theme}
      density={density}
      locale={locale}
      messages={catalogues}
      queryClient={backend.queryClient}
      {...(direction === 'auto' ? {} : { dir: direction })}
    >
      {host in hostSheets ? <style>{hostSheets[host]}</style> : null}
      <Story args={{ ...args, ...backend.props }} />
    </RollcallProvider>
  )
}

const preview: Preview = {
  globalTypes,
  initialGlobals,
  tags: ['autodocs'],
  parameters: {
    layout: 'fullscreen',
    rollcall: {},
    docs: { theme: window.matchMedia('(prefers-color-scheme: dark)').matches ? themes.dark : themes.light },
    a11y: { test: 'error' },
    controls: { sort: 'requiredFirst' },
    options: { storySort: { order: ['Introduction', '*', 'Mails'] } },
  },
  loaders: [
    async ({ id, parameters, globals }) =>
      parameters.rollcall ? { rollcall: await backendOf(id, parameters.rollcall, globals.signedIn) } : {},
  ],
  decorators: [hostsProps, withProvider],
  beforeEach: [
    listenForErrors,
    ({ id }) =>
      () =>
        forgetBackend(id),
  ],
  afterEach: [expectSilence, expectHostsProps],
}
export default preview
