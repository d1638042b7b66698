import { existsSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { cwd } from 'node:process'
import { createJiti } from 'jiti'
import type { RollcallConfig } from './config.ts'
import { Complaint, messageOf } from './explain.ts'

const NAMES = ['rollcall.config.ts', 'rollcall.config.mjs']
const NEEDED = ['policy', 'storage', 'mailer', 'hasher', 'secrets', 'baseUrl'] as const

/** The host's configuration: the file named, else the one of the working directory. Rejects with a `Complaint`. */
export async function loadConfig(named: string | undefined): Promise<RollcallConfig> {
  const file =
    named === undefined ? NAMES.map((name) => resolve(name)).find((path) => existsSync(path)) : resolve(named)
  if (file === undefined) {
    throw new Complaint(
      `There is no rollcall.config.ts or rollcall.config.mjs in ${cwd()}. Write one, or name it with --config.`,
    )
  }
  if (!existsSync(file)) throw new Complaint(`There is no ${file}.`)

  const config = await evaluate(file)
  const missing = NEEDED.filter((name) => config?.[name] === undefined)
  if (config === undefined || missing.length === NEEDED.length) {
    throw new Complaint(`${basename(file)} has to export defineConfig({ … }) as its default.`)
  }
  if (missing.length > 0) throw new Complaint(`${basename(file)} leaves out ${missing.join(', ')}.`)
  return config as RollcallConfig
}

async function evaluate(file: string): Promise<Partial<RollcallConfig> | undefined> {
  try {
    const module = await createJiti(import.meta.url).import<{ default?: Partial<RollcallConfig> }>(file)
    return module.default
  } catch (error) {
    throw new Complaint(`${basename(file)} does not load: ${messageOf(error)}`, { cause: error })
  }
}
