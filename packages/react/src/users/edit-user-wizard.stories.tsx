import { directory } from '@rollcall/core/presets'
import { defineAttributes } from '@rollcall/core/rules'
import type { World } from '@rollcall/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test'
import { EditUserWizard } from './edit-user-wizard.tsx'

const AMARA = 'amara.okafor@northwind.example'
const TOMASZ = 'tomasz.wojcik@northwind.example'
const JONAS = 'jonas.lindqvist@northwind.example'
const MAXIMILIANE = 'maximiliane.wolfeschlegelsteinhausenbergerdorff@north-european-logistics.northwind.example'
const THANDIWE = 'thandiwe.dlamini@northwind.example'

const of = (email: string) => ({
  scenario: 'productHub' as const,
  world: { policy: directory },
  async props({ storage, idOf }: World) {
    const user = await storage.users.find(await idOf(email))
    return { user: { id: user?.id, name: [user?.firstName, user?.lastName].join(' ') } }
  },
})

const meta = {
  title: 'Users/EditUserWizard',
  component: EditUserWizard,
  args: { user: { id: '', name: '' }, defaultOpen: true, onSaved: fn(), onOpenChange: fn() },
  parameters: { rollcall: of(JONAS) },
} satisfies Meta<typeof EditUserWizard>
export default meta

type Story = StoryObj<typeof meta>

const wizard = async () => within(await screen.findByRole('dialog'))
const press = async (name: string | RegExp) => userEvent.click((await wizard()).getByRole('button', { name }))
const jobTitle = () => screen.findByRole('textbox', { name: 'Job title' })
const stored = async ({ storage, idOf }: World, email = JONAS) => storage.users.find(await idOf(email))

/** Tomasz changes something about somebody while the story's reader types. */
async function meanwhile({ rollcall, as, storage, idOf }: World, email: string, fields: object) {
  const userId = await idOf(email)
  const version = (await storage.users.find(userId))?.version ?? 0
  await rollcall.users.editUser(await as(TOMASZ), { userId, version, ...fields })
}

export const Playground: Story = {
  async play() {
    await expect(await screen.findByRole('dialog', { name: 'Edit Jonas Lindqvist' })).toBeVisible()
    await expect(await jobTitle()).toHaveValue('iOS developer')
  },
}

export const Saves: Story = {
  name: '[B42][B44] changes details, and saves with the apps confirmed; a message bottom left says so',
  async play({ loaded, args }) {
    const { world }: { world: World } = loaded.rollcall
    const title = await jobTitle()
    await userEvent.clear(title)
    await userEvent.type(title, 'Auditor')
    await press('Continue')
    await expect(await stored(world)).toMatchObject({ jobTitle: 'iOS developer' })
    await press('Save and continue')
    await expect(await screen.findByText(/^Saved the changes to/)).toHaveTextContent('Jonas Lindqvist')
    await expect(await screen.findByRole('dialog', { name: 'Jonas Lindqvist is saved' })).toHaveFocus()
    await expect(await stored(world)).toMatchObject({ jobTitle: 'Auditor' })
    await expect(args.onSaved).toHaveBeenCalledOnce()
  },
}

export const Apps: Story = {
  name: '[B17][B43][B45] shows the instances somebody has, changes them, and sums them up',
  async play({ loaded }) {
    await jobTitle()
    await press('Continue')
    const { getByRole, findByRole, getByText } = await wizard()
    const emea = await findByRole('checkbox', { name: 'Audits EMEA Default' })
    await expect(emea).toBeChecked()
    await expect(getByRole('checkbox', { name: 'Audits' })).toBePartiallyChecked()
    await userEvent.click(emea)
    await userEvent.click(getByRole('checkbox', { name: 'Training sandbox' }))
    await press('Save and continue')
    await expect(await screen.findByText('2 in 2 apps')).toBeVisible()
    await expect(getByText('Choose a curriculum in Training → People.')).toBeVisible()
    await expect((await stored(loaded.rollcall.world))?.grants).toEqual([
      { role: 'user', scope: null, source: 'direct' },
      { role: 'instance-user', scope: 'policies-group', source: 'direct' },
      { role: 'instance-user', scope: 'training-sandbox', source: 'direct' },
    ])
    await press('Done')
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  },
}

export const NoDefaults: Story = {
  name: '[B31] ticks no default for somebody who does without it',
  parameters: { rollcall: of('yael.cohen@contoso.example') },
  async play() {
    await jobTitle()
    await press('Continue')
    await expect(await screen.findByRole('checkbox', { name: 'Audits EMEA Default' })).not.toBeChecked()
    await expect(screen.getByText('0 of 5 ticked')).toBeVisible()
  },
}

export const Nothing: Story = {
  name: 'says so where nothing was changed, and writes nothing',
  async play({ loaded }) {
    const before = await stored(loaded.rollcall.world)
    await jobTitle()
    await press('Continue')
    await press('Save and continue')
    await expect(await screen.findByRole('dialog', { name: 'Nothing was changed about Jonas Lindqvist' })).toBeVisible()
    await expect((await stored(loaded.rollcall.world))?.version).toBe(before?.version)
  },
}

export const FixedUsername: Story = {
  name: '[B12] a user name stays, and says why',
  async play() {
    await jobTitle()
    await press(/^Login details/)
    const username = screen.getByRole('textbox', { name: 'Username' })
    await expect(username).toHaveAttribute('readonly')
    await expect(username).toHaveAccessibleDescription('A username is given once and never changes.')
  },
}

export const Protected: Story = {
  name: '[B10] protection is lifted here',
  async play({ loaded }) {
    await userEvent.click(await screen.findByRole('switch', { name: 'Protected' }))
    await press('Continue')
    await press('Save and continue')
    await screen.findByRole('dialog', { name: 'Jonas Lindqvist is saved' })
    await expect(await stored(loaded.rollcall.world)).toMatchObject({ protected: false })
  },
}

export const Oneself: Story = {
  name: 'nobody deactivates themselves, and that says why',
  parameters: { rollcall: of(AMARA) },
  async play() {
    const active = await screen.findByRole('switch', { name: 'Active' })
    await expect(active).toHaveAttribute('aria-disabled', 'true')
    await expect(active).toHaveAccessibleDescription(/You cannot do this to yourself\.$/)
  },
}

export const ChangedMeanwhile: Story = {
  name: '[B42] what somebody else changed meanwhile stands beside one’s own, with a choice for each field',
  async play({ loaded }) {
    const { world }: { world: World } = loaded.rollcall
    const title = await jobTitle()
    await userEvent.type(title, ', senior')
    await userEvent.type(screen.getByRole('textbox', { name: 'Mobile phone' }), '+46 8 5550117')
    await press('Continue')
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Group policies Default' }))
    await meanwhile(world, JONAS, {
      jobTitle: 'Team lead',
      phone: '+46 8 5550199',
      displayName: 'Jonas L.',
      grants: [{ role: 'user', scope: null }, ...['audits-emea', 'policies-group', 'training-main'].map(at)],
    })
    await press('Save and continue')
    const row = (name: RegExp) => screen.findByRole('row', { name })
    await expect(await row(/^Job title Team lead iOS developer, senior/)).toBeVisible()
    await expect(await row(/^Phone|^Mobile phone \+46 8 5550199 \+46 8 5550117/)).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Take theirs: Mobile phone' }))
    await press('Save and continue')
    await screen.findByRole('dialog', { name: 'Jonas L. is saved' })
    const saved = await stored(world)
    await expect(saved).toMatchObject({
      jobTitle: 'iOS developer, senior',
      phone: '+46 8 5550199',
      displayName: 'Jonas L.',
    })
    await expect(saved?.grants.map(({ scope }) => scope)).toEqual([null, 'audits-emea', 'training-main'])
  },
}

const at = (scope: string) => ({ role: 'instance-user', scope })

export const OtherFieldsMeanwhile: Story = {
  name: 'keeps what somebody else changed in other fields, once that was said',
  async play({ loaded }) {
    const { world }: { world: World } = loaded.rollcall
    await jobTitle()
    await press('Continue')
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Group policies Default' }))
    await userEvent.click(screen.getByRole('checkbox', { name: 'Training sandbox' }))
    await meanwhile(world, JONAS, { jobTitle: 'Team lead' })
    await press('Save and continue')
    await expect(await screen.findByText(/Somebody else changed this meanwhile/)).toBeVisible()
    await press('Save and continue')
    await screen.findByRole('dialog', { name: 'Jonas Lindqvist is saved' })
    await expect(await stored(world)).toMatchObject({ jobTitle: 'Team lead' })
  },
}

export const External: Story = {
  name: 'keeps a sign-in provider the policy no longer knows until it is changed',
  parameters: { rollcall: of(THANDIWE) },
  async play({ loaded }) {
    const { world }: { world: World } = loaded.rollcall
    await userEvent.type(await jobTitle(), 'Auditor')
    await press(/^Login details/)
    await expect(screen.getByRole('combobox', { name: /^Authentication/ })).toHaveDisplayValue('northwind-sso')
    await press('Continue')
    await press('Save and continue')
    await screen.findByRole('dialog', { name: 'Thandiwe Dlamini is saved' })
    await expect(await stored(world, THANDIWE)).toMatchObject({
      jobTitle: 'Auditor',
      authentication: { kind: 'external', provider: 'northwind-sso', subject: 'tdlamini' },
    })
  },
}

export const Locked: Story = {
  name: 'what the reader may not assign stays locked, with the reason',
  parameters: {
    rollcall: {
      ...of(JONAS),
      as: TOMASZ,
      world: {
        policy: {
          ...directory,
          access: {
            ...directory.access,
            scopedRoles: [
              ...directory.access.scopedRoles,
              { ...directory.access.scopedRoles[0], id: 'payroll-user', resourceType: 'payroll' },
            ],
          },
          containers: { instance: 'app', payroll: 'app' },
        },
      },
      async prepare({ rollcall }: World) {
        await rollcall.resources.put({ id: 'app-payroll', type: 'app', name: 'Payroll' })
        await rollcall.resources.put({
          id: 'payroll-emea',
          type: 'payroll',
          name: 'Payroll EMEA',
          parent: 'app-payroll',
        })
      },
    },
  },
  async play() {
    await jobTitle()
    await press('Continue')
    const payroll = await screen.findByRole('checkbox', { name: 'Payroll' })
    await expect(payroll).toHaveAttribute('aria-disabled', 'true')
    await expect(payroll).toHaveAccessibleDescription('none of 1 You cannot assign Payroll.')
    await userEvent.click(payroll)
    await expect(payroll).not.toBeChecked()
  },
}

export const ReadOnlyAttribute: Story = {
  name: 'shows what of the host’s own is read-only on screen',
  parameters: {
    rollcall: {
      ...of(JONAS),
      world: {
        policy: directory,
        attributes: defineAttributes({ badge: { label: 'Badge', type: 'text', screen: 'read-only' } }),
      },
    },
  },
  async play() {
    await jobTitle()
    await press(/^Preferences/)
    await expect(screen.getByRole('textbox', { name: 'Badge' })).toHaveAttribute('readonly')
  },
}

export const LongName: Story = {
  parameters: { rollcall: of(MAXIMILIANE) },
  async play() {
    await jobTitle()
    await press('Continue')
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Audits APAC' }))
    await press('Save and continue')
    await expect(await screen.findByText('4 in 3 apps')).toBeVisible()
  },
}

export const Refused: Story = {
  name: 'who may not edit is told so',
  parameters: {
    rollcall: {
      ...of(JONAS),
      as: TOMASZ,
      world: {
        policy: {
          ...directory,
          access: {
            ...directory.access,
            systemRoles: directory.access.systemRoles.map((role) => {
              if (role.id !== 'administrator') return role
              return { ...role, rights: role.rights.filter((right) => right !== 'users.edit') }
            }),
          },
        },
      },
    },
  },
  async play() {
    await expect(await screen.findByText('Your role does not include this.')).toBeVisible()
  },
}

export const German: Story = {
  globals: { locale: 'de' },
  async play() {
    await userEvent.click(await screen.findByRole('button', { name: 'Weiter' }))
    await expect(await screen.findByText(/^2 von 5 angekreuzt$/)).toBeVisible()
  },
}

export const RightToLeft: Story = {
  globals: { direction: 'rtl' },
  parameters: { rollcall: of('huda.elsayed@contoso.example') },
  async play() {
    await userEvent.click(await screen.findByRole('button', { name: 'Continue' }))
    await expect(await screen.findByRole('checkbox', { name: 'Group policies Default' })).toBeChecked()
  },
}

export const Loading: Story = { parameters: { rollcall: { ...of(JONAS), latency: 'infinite' } } }

export const Controlled: Story = {
  args: { open: true },
  parameters: { rollcall: of(JONAS) },
  async play({ args }) {
    await screen.findByRole('textbox', { name: /^First name/ })
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(args.onOpenChange).toHaveBeenCalledWith(false))
    await expect(screen.getByRole('dialog')).toBeInTheDocument()
  },
}

export const Failed: Story = {
  parameters: { rollcall: { ...of(JONAS), fail: { 'resources.listResources': 'unavailable' } } },
  async play() {
    await expect(await screen.findByRole('alert')).toHaveTextContent(/The form did not load/)
  },
}
