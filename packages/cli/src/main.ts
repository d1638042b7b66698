import { createRollcall, type Rollcall } from '@rollcall/core'
import { cac } from 'cac'
import manifest from '../package.json' with { type: 'json' }
import { verifyAudit } from './audit/verify-audit.ts'
import type { Command } from './command.ts'
import { explain, isUsage } from './explain.ts'
import { importUsers } from './imports/import-users.ts'
import { loadConfig } from './load-config.ts'
import { unlock } from './lockout/unlock.ts'
import { worker } from './outbox/worker.ts'
import { copy } from './system/copy.ts'
import { doctor } from './system/doctor.ts'
import { migrate } from './system/migrate.ts'
import { createOwner } from './users/create-owner.ts'

interface Global {
  readonly config?: string
  readonly verbose?: boolean
}

/** Runs the command line. Answers the exit code: 0 done, 1 refused or found wanting, 2 not understood. */
export async function main(argv: readonly string[]): Promise<0 | 1 | 2> {
  const cli = cac('rollcall')
  cli.option('--config <file>', 'The configuration; rollcall.config.ts or .mjs here unless given')
  cli.option('--verbose', 'Show where an error comes from')
  cli.command('migrate', 'Bring the database schema up to this version').action(running(migrate))
  cli
    .command('copy', 'Copy everything to an empty database of any engine, and verify it; reads no configuration')
    .option(
      '--from <database>',
      'postgres://…, mysql://… or the path of a SQLite file; nothing may write to it meanwhile',
    )
    .option('--to <database>', 'The same; it is made ready where it has no tables yet')
    .action((options: { from?: string; to?: string }) => copy(options, console.log))
  cli
    .command('doctor', 'Check everything Rollcall needs, and say what to do')
    .action(({ config }: Global) => doctor(config, console.log))
  cli
    .command('create-owner', 'Invite the first administrator; prints and mails the link')
    .option('--email <address>', 'Whom')
    .option('--username <name>', 'What they sign in with, where the policy gives people user names')
    .action(running(createOwner))
  cli
    .command('unlock', 'Open a locked account')
    .option('--email <address>', 'Whose, by address')
    .option('--id <id>', 'Whose, by id')
    .action(running(unlock))
  cli
    .command('import [file]', 'Import people from a CSV file: checks every row, asks, applies')
    .option('--map <pair>', 'What a column holds, as "Header=Column"; "Header=" leaves it out. Any number of times')
    .option('--yes', 'Apply without asking')
    .option('--hashes', 'Take a column PasswordHash: passwords as another product hashed them')
    .option('--by <name>', 'A name for the audit; whoever it is, the command acts as the host and may do everything')
    .option('--resume <id>', 'Go on with an import that was stopped')
    .action((file: string | undefined, options: object) =>
      running(importUsers)({ ...options, ...(file ? { file } : {}) }),
    )
  cli.command('worker', 'Deliver mail, seal the audit, forget what is over; until stopped').action(running(worker))
  cli
    .command('verify-audit', 'Read the whole audit and report what was tampered with')
    .option('--known <seal>', 'The newest seal of an earlier run, which must still be there')
    .action(running(verifyAudit))
  cli.help()
  cli.version(manifest.version)

  let verbose = argv.includes('--verbose')
  try {
    const { options, args } = cli.parse([...argv], { run: false })
    verbose = options.verbose === true
    if (options.help || options.version) return 0
    if (!cli.matchedCommand) {
      if (args.length > 0) console.error(`There is no command "${args[0]}".`)
      cli.outputHelp()
      return 2
    }
    return await cli.runMatchedCommand()
  } catch (error) {
    console.error(verbose ? error : explain(error))
    return isUsage(error) ? 2 : 1
  }
}

/** Loads the configuration around a command and lets go of it afterwards. */
function running<Options>(command: Command<Options>) {
  return async (options: Options & Global) => {
    const config = await loadConfig(options.config)
    let made: Rollcall | undefined
    const rollcall = () => (made ??= createRollcall(config))
    try {
      return await command({ config, rollcall, say: console.log }, options)
    } finally {
      config.mailer.close?.()
      await config.storage.close()
    }
  }
}
