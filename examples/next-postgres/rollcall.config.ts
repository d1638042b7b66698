import { env } from 'node:process'
import { defineConfig, type RollcallConfig } from '@rollcall/cli'
import { inviteFirst } from '@rollcall/core/presets'
import { argon2idHasher, nodeCryptography, zxcvbnStrength } from '@rollcall/node'
import { postgresStorage } from '@rollcall/storage-sql/postgres'

// Next bundles packages that are linked, as this repository's are, and no bundle of its has a React that renders mails.
// Installed ones it leaves alone (`serverExternalPackages`): there, import this one like the others.
const { renderMail, smtpMailer } = await import(/* turbopackIgnore: true */ '@rollcall/mail')

const brand = { name: 'Northwind' }

/** Without a mail server, mails are for whoever looks at the terminal. */
const terminalMailer: RollcallConfig['mailer'] = {
  async send(envelope, mail) {
    const { subject, text } = await renderMail(mail, envelope, brand)
    console.log(`\nTo: ${envelope.to.address}\nSubject: ${subject}\n\n${text}\n`)
  },
}

/** For the server and the `rollcall` command alike. */
export default defineConfig({
  policy: inviteFirst,
  storage: postgresStorage({ connectionString: env.DATABASE_URL ?? 'postgres://localhost/northwind' }),
  mailer: env.SMTP_URL
    ? smtpMailer({ transport: env.SMTP_URL, from: 'no-reply@northwind.example', brand })
    : terminalMailer,
  hasher: argon2idHasher(),
  strength: zxcvbnStrength(),
  cryptography: nodeCryptography(),
  secrets: [env.ROLLCALL_SECRET ?? ''],
  baseUrl: env.APP_URL ?? 'http://localhost:3000',
})
