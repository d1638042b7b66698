import type { Mailer, RollcallOptions, Storage } from '@rollcall/core'

/** What `rollcall.config.ts` exports: the options of `createRollcall`, which the host's server takes from there too. */
export interface RollcallConfig extends RollcallOptions {
  readonly storage: Storage & {
    /** Without it `rollcall migrate` has nothing to do. */
    migrate?(): Promise<{ readonly applied: readonly string[] }>
    /** Sentences about what makes it slower than it could be; `rollcall doctor` repeats them. */
    warnings?(): Promise<readonly string[]>
  }
  readonly mailer: Mailer & {
    /** Rejects when the next hop cannot be reached or does not let us in; `rollcall doctor` asks. */
    verify?(): Promise<unknown>
    /** Called when a command is done. */
    close?(): void
  }
}

/** Types the default export of `rollcall.config.{ts,mjs}`; returns it as it is. */
export function defineConfig<Config extends RollcallConfig>(config: Config): Config {
  return config
}
