import { directory } from '@rollcall/core/presets'
import { defineAttributes } from '@rollcall/core/rules'
import type { World } from '@rollcall/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test'
import { Button } from '../ui/button.tsx'
import { CreateUserWizard } from './create-user-wizard.tsx'

const LENA = 'lena.vogt@northwind.example'
const AMARA = 'amara.okafor@northwind.example'

/** A product hub: people are set up in full and assigned instances of apps. */
const hub = { scenario: 'productHub', world: { policy: directory } } as const

const meta = {
  title: 'Users/CreateUserWizard',
  component: CreateUserWizard,
  args: { defaultOpen: true, onCreated: fn(), onOpenChange: fn() },
  parameters: { rollcall: hub },
} satisfies Meta<typeof CreateUserWizard>
export default meta

type Story = StoryObj<typeof meta>

const wizard = async () => within(await screen.findByRole('dialog'))
const press = async (name: string | RegExp) => userEvent.click((await wizard()).getByRole('button', { name }))
const open = async (group: 'Login details' | 'Preferences') => press(new RegExp(`^${group}`))

async function type(name: RegExp, text: string) {
  const field = await screen.findByRole('textbox', { name })
  await userEvent.clear(field)
  await userEvent.type(field, text)
}

/** Lena, as far as she has to be known. */
async function fillIn(username = 'lena.vogt') {
  await type(/^First name/, 'Lena')
  await type(/^Last name/, 'Vogt')
  await type(/^Email address/, LENA)
  await open('Login details')
  await type(/^Username/, username)
}
const stored = async ({ storage, idOf }: World, email = LENA) => storage.users.find(await idOf(email))

export const Playground: Story = {
  async play() {
    await expect(await screen.findByRole('textbox', { name: /^First name/ })).toBeVisible()
    // In the first field where the policy is known as it opens, else in the dialog.
    await waitFor(() => expect(screen.getByRole('dialog').contains(document.activeElement)).toBe(true))
  },
}

export const Groups: Story = {
  name: '[B26][B27] three groups, the first open; red asterisks on what is mandatory in each',
  async play() {
    const { getByRole, findByRole, queryByRole, getByText } = await wizard()
    await findByRole('textbox', { name: /^First name/ })
    await expect(getByRole('button', { name: 'User details' })).toHaveAttribute('aria-expanded', 'true')
    await expect(getByRole('button', { name: 'Login details' })).toHaveAttribute('aria-expanded', 'false')
    await expect(getByRole('button', { name: 'Preferences' })).toHaveAttribute('aria-expanded', 'false')
    await expect(queryByRole('textbox', { name: /^Username/ })).not.toBeInTheDocument()
    for (const name of [/^First name/, /^Last name/, /^Email address/]) {
      await expect(getByRole('textbox', { name })).toBeRequired()
    }
    for (const name of ['Display name', 'Job title', 'Mobile phone']) {
      await expect(getByRole('textbox', { name })).not.toBeRequired()
    }
    await expect(getByText('required')).toBeVisible()
    await open('Login details')
    await expect(getByRole('textbox', { name: /^Username/ })).toBeRequired()
    await expect(getByRole('combobox', { name: /^Authentication/ })).toBeRequired()
  },
}

export const Defaults: Story = {
  name: '[B9][B10][B11] begins internal, protected and active',
  async play() {
    const { findByRole, getByRole } = await wizard()
    await expect(await findByRole('switch', { name: 'Active' })).toBeChecked()
    await expect(getByRole('switch', { name: 'Protected' })).toBeChecked()
    await open('Login details')
    await expect(getByRole('combobox', { name: /^Authentication/ })).toHaveDisplayValue('Internal password')
  },
}

export const MoreDefaults: Story = {
  name: '[B8][B15][B16] begins with the role everybody has, English (UK) and the policy’s time zone',
  async play() {
    const { findByRole, getByRole, getByText } = await wizard()
    await expect(await findByRole('checkbox', { name: 'User' })).toBeChecked()
    await expect(getByRole('checkbox', { name: 'Administrator' })).not.toBeChecked()
    await expect(getByText('Without a role they count as User.')).toBeVisible()
    await expect(getByText('English (United Kingdom), Etc/UTC')).toBeVisible()
    await open('Preferences')
    await expect(getByRole('combobox', { name: /^Language/ })).toHaveDisplayValue('English (United Kingdom)')
    await expect(getByRole('combobox', { name: /^Time zone/ })).toHaveDisplayValue('Etc/UTC')
  },
}

export const ClosedGroup: Story = {
  name: '[B27] an error in a closed group opens it, counts on its header and takes the focus',
  async play() {
    const { findByRole, getByRole, getByText } = await wizard()
    await findByRole('textbox', { name: /^First name/ })
    await fillIn('lena vogt')
    await open('Login details')
    await press('Continue')
    const username = await findByRole('textbox', { name: /^Username/ })
    await waitFor(() => expect(username).toHaveFocus())
    await expect(getByRole('button', { name: 'Login details 1 problem' })).toHaveAttribute('aria-expanded', 'true')
    await expect(username).toHaveAccessibleDescription(/^Spaces are not allowed here\./)
    await open('Login details')
    await press('Go to the problem')
    await waitFor(() => expect(getByRole('textbox', { name: /^Username/ })).toHaveFocus())
    await userEvent.click(getByRole('button', { name: 'Use lena.vogt' }))
    await expect(getByRole('textbox', { name: /^Username/ })).toHaveValue('lena.vogt')
    await press('Continue')
    await expect(await findByRole('searchbox', { name: 'Find an app or instance' })).toBeVisible()
    await expect(getByText('Apps').closest('li')).toHaveAttribute('aria-current', 'step')
  },
}

export const AllMissing: Story = {
  name: 'counts every problem where it is, and begins with the first',
  async play() {
    const { findByRole, getByRole } = await wizard()
    const first = await findByRole('textbox', { name: /^First name/ })
    await press('Continue')
    await expect(getByRole('button', { name: 'User details 3 problems' })).toBeVisible()
    await expect(getByRole('button', { name: 'Login details 1 problem' })).toBeVisible()
    await waitFor(() => expect(first).toHaveFocus())
    await userEvent.type(first, 'Lena')
    await expect(getByRole('button', { name: 'User details 2 problems' })).toBeVisible()
  },
}

export const DefaultInstances: Story = {
  name: '[B19][B30][B31] default instances are labelled and ticked for somebody new',
  async play() {
    await screen.findByRole('textbox', { name: /^First name/ })
    await fillIn()
    await press('Continue')
    const { findByRole, getByRole, getByText, getAllByText } = await wizard()
    await expect(await findByRole('checkbox', { name: 'Audits EMEA Default' })).toBeChecked()
    await expect(getByRole('checkbox', { name: 'Group policies Default' })).toBeChecked()
    await expect(getByRole('checkbox', { name: 'Audits APAC' })).not.toBeChecked()
    await expect(getAllByText('Default')).toHaveLength(2)
    await expect(getByText('2 of 5 ticked')).toBeVisible()
  },
}

export const Tristate: Story = {
  name: '[B20][B29][B32] an app opens to its instances; its box ticks and clears all of them',
  async play() {
    await screen.findByRole('textbox', { name: /^First name/ })
    await fillIn()
    await press('Continue')
    const { findByRole, getByRole, queryByRole, getByText } = await wizard()
    const audits = await findByRole('checkbox', { name: 'Audits' })
    await expect(audits).toBePartiallyChecked()
    await userEvent.click(audits)
    await expect(audits).toBeChecked()
    await expect(getByRole('checkbox', { name: 'Audits APAC' })).toBeChecked()
    await userEvent.click(audits)
    await expect(audits).not.toBeChecked()
    await expect(getByRole('checkbox', { name: 'Audits EMEA Default' })).not.toBeChecked()
    await userEvent.click(getByRole('checkbox', { name: 'Group policies Default' }))
    await expect(getByText('0 of 5 ticked')).toBeVisible()
    await press('Instances of Audits')
    await expect(queryByRole('checkbox', { name: 'Audits APAC' })).not.toBeInTheDocument()
    await userEvent.type(getByRole('searchbox'), 'apac{Enter}')
    await expect(getByRole('checkbox', { name: 'Audits APAC' })).toBeVisible()
    await expect(queryByRole('checkbox', { name: 'Training' })).not.toBeInTheDocument()
  },
}

export const Commits: Story = {
  name: '[B28][B33] the second page creates the user, and a message bottom left says so',
  async play({ loaded, args }) {
    const { world }: { world: World } = loaded.rollcall
    await screen.findByRole('textbox', { name: /^First name/ })
    await fillIn()
    await type(/^Mobile phone/, '+44 20 5550 117')
    await press('Continue')
    await expect(world.idOf(LENA)).rejects.toThrow()
    await press('Create user and continue')
    await expect(await screen.findByText(/^Created/)).toHaveTextContent('Created Lena Vogt')
    await expect(await screen.findByRole('dialog', { name: 'Lena Vogt is created' })).toHaveFocus()
    await expect(await stored(world)).toMatchObject({
      username: 'lena.vogt',
      phone: '+44 20 5550 117',
      language: 'en-GB',
      timeZone: 'Etc/UTC',
      protected: true,
      enabled: true,
      authentication: { kind: 'internal' },
      grants: [
        { role: 'user', scope: null, source: 'direct' },
        { role: 'instance-user', scope: 'audits-emea' },
        { role: 'instance-user', scope: 'policies-group' },
      ],
    })
    await expect(args.onCreated).toHaveBeenCalledOnce()
  },
}

export const Summary: Story = {
  name: '[B34][B35][B36] the summary reviews the instances with the host’s next steps; Done closes',
  async play({ args }) {
    await screen.findByRole('textbox', { name: /^First name/ })
    await fillIn()
    await press('Continue')
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Training sandbox' }))
    await press('Create user and continue')
    const { findByText, getByText, getByRole } = await wizard()
    await expect(await findByText('3 in 3 apps')).toBeVisible()
    await expect(getByText('Ask the audit lead for a team before the first audit.')).toBeVisible()
    await expect(getByText('Choose a curriculum in Training → People.')).toBeVisible()
    await expect(getByText('Nothing to set up.')).toBeVisible()
    await expect(getByText('Yes, cannot be deleted')).toBeVisible()
    await userEvent.click(getByRole('button', { name: 'Done' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    await expect(args.onOpenChange).toHaveBeenLastCalledWith(false)
  },
}

export const WelcomeMail: Story = {
  name: '[B37] says before and after whether a welcome mail goes out, by the settings',
  parameters: {
    rollcall: {
      ...hub,
      async prepare({ rollcall, as }: World) {
        await rollcall.settings.editSettings(await as(AMARA), { welcome: 'everybody', version: 2 })
      },
    },
  },
  async play() {
    await screen.findByRole('textbox', { name: /^First name/ })
    await fillIn()
    await press('Continue')
    await expect(await screen.findByText(/^A welcome mail goes to/)).toHaveTextContent(LENA)
    await press('Back')
    await userEvent.click(await screen.findByRole('switch', { name: 'Active' }))
    await press('Continue')
    await expect(await screen.findByText('No welcome mail goes out while the user is not active.')).toBeVisible()
    await press('Back')
    await userEvent.click(await screen.findByRole('switch', { name: 'Active' }))
    await press('Continue')
    await press('Create user and continue')
    await expect(await screen.findByText('A welcome mail is on its way.')).toBeVisible()
    await expect(await screen.findByText(/^On its way, link valid until/)).toBeVisible()
  },
}

export const NoWelcomeMail: Story = {
  name: '[B37] where administrators alone are welcomed, a user is told nothing by mail',
  async play() {
    await screen.findByRole('textbox', { name: /^First name/ })
    await fillIn()
    await press('Continue')
    await expect(await screen.findByText(/^A welcome mail goes to/)).toHaveTextContent(
      `A welcome mail goes to ${LENA} if one of the roles is an administrator’s.`,
    )
    await press('Create user and continue')
    await expect(await screen.findByText('None went out')).toBeVisible()
  },
}

export const UsernameInUse: Story = {
  name: '[B12] a user name that somebody has leads back to it, whatever its case',
  async play() {
    await screen.findByRole('textbox', { name: /^First name/ })
    await fillIn('JONAS.Lindqvist')
    await press('Continue')
    await press('Create user and continue')
    const username = await screen.findByRole('textbox', { name: /^Username/ })
    await waitFor(() => expect(username).toHaveFocus())
    await expect(username).toHaveAccessibleDescription('This is already taken.')
    await expect(screen.getByRole('button', { name: 'Login details 1 problem' })).toBeVisible()
    await type(/^Username/, 'lena.vogt')
    await press('Continue')
    await press('Create user and continue')
    await expect(await screen.findByRole('dialog', { name: 'Lena Vogt is created' })).toBeVisible()
  },
}

export const ServerProblem: Story = {
  name: '[B7] what only the server finds wrong leads back to its field as well',
  async play() {
    await screen.findByRole('textbox', { name: /^First name/ })
    await fillIn()
    await type(/^Mobile phone/, 'none')
    await press('Continue')
    await press('Create user and continue')
    const phone = await screen.findByRole('textbox', { name: 'Mobile phone' })
    await waitFor(() => expect(phone).toHaveFocus())
    await expect(phone).toHaveAccessibleDescription('This is not valid.')
  },
}

export const AccidentalClose: Story = {
  name: 'what was typed outlives an accidental close, and can be begun anew',
  args: { defaultOpen: false, trigger: <Button>New</Button> },
  async play() {
    const button = await screen.findByRole('button', { name: 'New' })
    await userEvent.click(button)
    await type(/^First name/, 'Lena')
    await userEvent.tab()
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(button).toHaveFocus())
    await userEvent.click(button)
    const first = await screen.findByRole('textbox', { name: /^First name/ })
    await expect(first).toHaveValue('Lena')
    await expect(screen.getByText('This is what you had begun')).toBeVisible()
    await press('Start over')
    await expect(first).toHaveValue('')
    await userEvent.type(first, 'Ravi')
    await press('Cancel')
    await waitFor(() => expect(button).toHaveFocus())
    await userEvent.click(button)
    await expect(await screen.findByRole('textbox', { name: /^First name/ })).toHaveValue('')
  },
}

export const Controlled: Story = {
  args: { open: true },
  async play({ args }) {
    await screen.findByRole('textbox', { name: /^First name/ })
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(args.onOpenChange).toHaveBeenCalledWith(false))
    await expect(screen.getByRole('dialog')).toBeInTheDocument()
  },
}

export const CreateAnother: Story = {
  async play() {
    await screen.findByRole('textbox', { name: /^First name/ })
    await fillIn()
    await press('Continue')
    await press('Create user and continue')
    await userEvent.click(await screen.findByRole('button', { name: 'Create another' }))
    await expect(await screen.findByRole('textbox', { name: /^First name/ })).toHaveValue('')
    await expect(screen.getByRole('dialog', { name: 'Create user' })).toBeVisible()
  },
}

export const Attributes: Story = {
  name: 'asks for the host’s own fields that are editable on screen, and for no others',
  parameters: {
    rollcall: {
      ...hub,
      world: {
        policy: directory,
        attributes: defineAttributes({
          costCentre: { label: 'Cost centre', type: 'number', screen: 'editable' },
          site: { label: 'Site', type: 'text', choices: ['Łódź', 'Cape Town'], screen: 'editable' },
          firstAider: { label: 'First aider', type: 'boolean', screen: 'editable' },
          since: { label: 'With us since', type: 'date', screen: 'editable' },
          badge: { label: 'Badge', type: 'text', screen: 'read-only' },
          payroll: { label: 'Payroll number', type: 'text', screen: 'hidden' },
        }),
      },
    },
  },
  async play({ loaded }) {
    await screen.findByRole('textbox', { name: /^First name/ })
    await fillIn()
    await open('Preferences')
    await type(/^Cost centre/, 'many')
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Site' }), 'Łódź')
    await userEvent.click(screen.getByRole('switch', { name: 'First aider' }))
    await expect(screen.queryByText('Badge')).not.toBeInTheDocument()
    await expect(screen.queryByText('Payroll number')).not.toBeInTheDocument()
    await press('Continue')
    await expect(screen.getByRole('button', { name: 'Preferences 1 problem' })).toBeVisible()
    await type(/^Cost centre/, '4711')
    await press('Continue')
    await press('Create user and continue')
    await screen.findByRole('dialog', { name: 'Lena Vogt is created' })
    await expect((await stored(loaded.rollcall.world))?.attributes).toEqual({
      costCentre: 4711,
      site: 'Łódź',
      firstAider: true,
    })
  },
}

export const Provider: Story = {
  name: '[B9] where there are providers, one may sign in there instead',
  parameters: {
    rollcall: {
      ...hub,
      world: {
        policy: {
          ...directory,
          signIn: { steps: 'together', providers: [{ id: 'sso', name: 'Northwind sign-in', domains: [] }] },
        },
      },
    },
  },
  async play({ loaded }) {
    await screen.findByRole('textbox', { name: /^First name/ })
    await fillIn()
    await userEvent.selectOptions(screen.getByRole('combobox', { name: /^Authentication/ }), 'Northwind sign-in')
    await expect(screen.getByText(/^They sign in there with this username/)).toBeVisible()
    await press('Continue')
    await press('Create user and continue')
    await screen.findByRole('dialog', { name: 'Lena Vogt is created' })
    await expect(screen.getByText('Northwind sign-in')).toBeVisible()
    await expect(await stored(loaded.rollcall.world)).toMatchObject({
      authentication: { kind: 'external', provider: 'sso' },
    })
  },
}

export const NoApps: Story = {
  name: 'where there is nothing to assign, the first page creates',
  parameters: {
    rollcall: {
      ...hub,
      async prepare({ rollcall, storage }: World) {
        for (const { id, type } of await storage.resources.list()) {
          if (type === 'instance') await rollcall.resources.remove(id)
        }
      },
    },
  },
  async play() {
    await screen.findByRole('textbox', { name: /^First name/ })
    await fillIn()
    await expect(screen.getByRole('list', { name: 'Steps' }).children).toHaveLength(2)
    await press('Create user and continue')
    await expect(await screen.findByRole('dialog', { name: 'Lena Vogt is created' })).toBeVisible()
  },
}

export const German: Story = {
  globals: { locale: 'de' },
  async play() {
    await expect(await screen.findByRole('textbox', { name: /^Vorname/ })).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Weiter' }))
    await expect(screen.getByRole('button', { name: 'Angaben zur Person 3 Probleme' })).toBeVisible()
  },
}

export const RightToLeft: Story = {
  globals: { direction: 'rtl' },
  async play() {
    await type(/^First name/, 'هدى')
    await press('Continue')
  },
}

export const Loading: Story = { parameters: { rollcall: { ...hub, latency: 'infinite' } } }

export const Failed: Story = {
  parameters: { rollcall: { ...hub, fail: { 'resources.listResources': 'unavailable' } } },
  async play() {
    await expect(await screen.findByRole('alert')).toHaveTextContent(/The form did not load/)
  },
}
