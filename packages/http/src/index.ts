export { type CallerOf, createCallerOf } from './caller-of.ts'
export { createHandler, type Handler, type HandlerOptions } from './create-handler.ts'
export type { ResolveActor } from './sessions.ts'
