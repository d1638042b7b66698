import { env } from 'node:process'
import { defineConfig } from '@rollcall/cli'
import { inviteFirst } from '@rollcall/core/presets'
import { smtpMailer } from '@rollcall/mail'
import { argon2idHasher } from '@rollcall/node'
import { csvParser } from '@rollcall/node/csv'
import { sqliteStorage } from '@rollcall/storage-sql/sqlite'

export default defineConfig({
  policy: inviteFirst,
  storage: sqliteStorage({ file: 'users.sqlite' }),
  mailer: smtpMailer({
    transport: env.SMTP_URL ?? 'smtp://localhost:2525',
    from: 'no-reply@northwind.example',
    brand: { name: 'Northwind' },
  }),
  hasher: argon2idHasher(),
  csv: csvParser(),
  secrets: [env.ROLLCALL_SECRET ?? ''],
  baseUrl: env.APP_URL ?? 'http://localhost:3000',
})
