export type { Brand } from './brand.ts'
export { type RenderedMail, renderMail } from './render-mail.ts'
export { type SmtpMailer, type SmtpMailerOptions, smtpMailer } from './smtp-mailer.ts'
