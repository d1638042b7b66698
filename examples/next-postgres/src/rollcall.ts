import { createRollcall, type Rollcall } from '@rollcall/core'
import config from '../rollcall.config.ts'

declare global {
  var northwind: Rollcall | undefined
}

/** Not before somebody asks: a build has neither secret nor database. Kept where a reload of modules leaves it alone. */
export function rollcall(): Rollcall {
  globalThis.northwind ??= createRollcall(config)
  return globalThis.northwind
}
