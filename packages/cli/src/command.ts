import type { Rollcall } from '@rollcall/core'
import type { RollcallConfig } from './config.ts'

/** What a command works with. */
export interface Setting {
  readonly config: RollcallConfig
  /** Rollcall over that configuration, made when first asked for; throws the `TypeError` of `createRollcall`. */
  rollcall(): Rollcall
  /** Prints a line. */
  say(line: string): void
}

/** Answers the exit code; what it throws is explained in one sentence. */
export type Command<Options = unknown> = (setting: Setting, options: Options) => Promise<0 | 1>
