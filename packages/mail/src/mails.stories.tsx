import type { MailTemplate } from '@rollcall/core'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor, within } from 'storybook/test'
import { brand, envelope, mails } from './example-mails.ts'
import { renderMail } from './render-mail.ts'

interface LetterProps {
  readonly template: MailTemplate
  readonly language: 'en-GB' | 'de'
}

const rendered = ({ template, language }: LetterProps) => renderMail(mails[template], { ...envelope, language }, brand)

/** Each mail as a mail program shows it: the subject, then the letter on a page of its own. */
const meta = {
  title: 'Mails/Letters',
  parameters: { rollcall: false },
  args: { template: 'invitation', language: 'en-GB' },
  argTypes: {
    template: { control: 'select', options: Object.keys(mails) },
    language: { control: 'inline-radio', options: ['en-GB', 'de'] },
  },
  loaders: [async ({ args }) => ({ letter: await rendered(args) })],
  render: ({ language }, { loaded: { letter } }) => (
    <article lang={language} style={{ display: 'flex', flexDirection: 'column', blockSize: 720 }}>
      <h2 style={{ margin: 16, font: '600 16px/1.4 system-ui' }}>{letter.subject}</h2>
      <iframe title={letter.subject} srcDoc={letter.html} style={{ flex: 1, border: 0 }} />
    </article>
  ),
  play: async ({ canvasElement, args }) => {
    const frame = within(canvasElement).getByTitle<HTMLIFrameElement>(/./)
    await waitFor(() => expect(frame.contentDocument?.documentElement.lang).toBe(args.language))
  },
} satisfies Meta<LetterProps>
export default meta
type Story = StoryObj<typeof meta>

export const Invitation: Story = {}
export const InvitationInGerman: Story = { args: { language: 'de' } }
export const InvitationsAccepted: Story = { args: { template: 'invitations-accepted' } }
export const InvitationsAcceptedInGerman: Story = { args: { template: 'invitations-accepted', language: 'de' } }
export const LockedOut: Story = { args: { template: 'locked' } }
export const LockedOutInGerman: Story = { args: { template: 'locked', language: 'de' } }
export const Unlocked: Story = { args: { template: 'unlocked' } }
export const UnlockedInGerman: Story = { args: { template: 'unlocked', language: 'de' } }
export const Reset: Story = { args: { template: 'reset' } }
export const ResetInGerman: Story = { args: { template: 'reset', language: 'de' } }
export const PasswordChanged: Story = { args: { template: 'password-changed' } }
export const PasswordChangedInGerman: Story = { args: { template: 'password-changed', language: 'de' } }
export const Impersonated: Story = { args: { template: 'impersonated' } }
export const ImpersonatedInGerman: Story = { args: { template: 'impersonated', language: 'de' } }
export const Reactivated: Story = { args: { template: 'reactivated' } }
export const ReactivatedInGerman: Story = { args: { template: 'reactivated', language: 'de' } }
export const Welcome: Story = { args: { template: 'welcome' } }
export const WelcomeInGerman: Story = { args: { template: 'welcome', language: 'de' } }
export const EmailChange: Story = { args: { template: 'email-change' } }
export const EmailChangeInGerman: Story = { args: { template: 'email-change', language: 'de' } }
export const EmailChanged: Story = { args: { template: 'email-changed' } }
export const EmailChangedInGerman: Story = { args: { template: 'email-changed', language: 'de' } }
