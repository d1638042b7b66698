import type { Envelope, Mail } from '@rollcall/core'
import type { Brand } from './brand.ts'
import type { Letter, Setting } from './ui/letter.ts'

export interface RenderedMail {
  readonly subject: string
  readonly html: string
  readonly text: string
}

/**
 * A mail as the recipient will read it: in their language (en-GB or de; others by truncation, then English) and with
 * times in their zone. Templates and React are loaded on first use. Works in browsers too.
 */
export async function renderMail(mail: Mail, envelope: Envelope, brand: Brand): Promise<RenderedMail> {
  const [{ settingFor }, { printed }] = await Promise.all([import('./ui/setting.tsx'), import('./ui/printed.tsx')])
  const setting = settingFor(envelope, brand)
  const letter = await compose(mail, setting)
  return { subject: letter.subject, ...printed(letter, setting) }
}

async function compose(mail: Mail, setting: Setting): Promise<Letter> {
  switch (mail.template) {
    case 'invitation':
      return (await import('./invitations/invitation-mail.tsx')).invitationMail(mail, setting)
    case 'invitations-accepted':
      return (await import('./invitations/invitations-accepted-mail.tsx')).invitationsAcceptedMail(mail, setting)
    case 'locked':
      return (await import('./lockout/locked-mail.tsx')).lockedMail(mail, setting)
    case 'unlocked':
      return (await import('./lockout/unlocked-mail.tsx')).unlockedMail(mail, setting)
    case 'reset':
      return (await import('./passwords/reset-mail.tsx')).resetMail(mail, setting)
    case 'temporary-password':
      return (await import('./passwords/temporary-password-mail.tsx')).temporaryPasswordMail(mail, setting)
    case 'token-created':
      return (await import('./api-tokens/token-created-mail.tsx')).tokenCreatedMail(mail, setting)
    case 'resources-ownerless':
      return (await import('./resources/resources-ownerless-mail.tsx')).resourcesOwnerlessMail(mail, setting)
    case 'impersonated':
      return (await import('./impersonation/impersonated-mail.tsx')).impersonatedMail(mail, setting)
    case 'reactivated':
      return (await import('./users/reactivated-mail.tsx')).reactivatedMail(mail, setting)
    case 'welcome':
      return (await import('./users/welcome-mail.tsx')).welcomeMail(mail, setting)
    case 'email-change':
      return (await import('./users/email-change-mail.tsx')).emailChangeMail(mail, setting)
    case 'email-changed':
      return (await import('./users/email-changed-mail.tsx')).emailChangedMail(mail, setting)
    case 'password-changed':
      return (await import('./passwords/password-changed-mail.tsx')).passwordChangedMail(mail, setting)
  }
}
