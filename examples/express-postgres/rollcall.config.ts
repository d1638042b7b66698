import { env } from 'node:process'
import { defineConfig, type RollcallConfig } from '@rollcall/cli'
import { inviteFirst } from '@rollcall/core/presets'
import { renderMail, smtpMailer } from '@rollcall/mail'
import { argon2idHasher, nodeCryptography, zxcvbnStrength } from '@rollcall/node'
import { postgresStorage } from '@rollcall/storage-sql/postgres'

const brand = { name: 'Northwind' }

/** Without a mail server, mails are for whoever looks at the terminal. */
const terminalMailer: RollcallConfig['mailer'] = {
  async send(envelope, mail) {
    const { subject, text } = await renderMail(mail, envelope, brand)
    console.log(`\nTo: ${envelope.to.address}\nSubject: ${subject}\n\n${text}\n`)
  },
}

/** Northwind's own rights, by the roles of the preset that hold them. */
const RIGHTS: Readonly<Record<string, readonly string[]>> = {
  admin: ['invoices.read', 'invoices.approve'],
  publisher: ['invoices.read'],
}

/** For the server and the `rollcall` command alike. */
export default defineConfig({
  policy: {
    ...inviteFirst,
    access: {
      ...inviteFirst.access,
      systemRoles: inviteFirst.access.systemRoles.map((role) => ({
        ...role,
        rights: [...role.rights, ...(RIGHTS[role.id] ?? [])],
      })),
    },
  },
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
