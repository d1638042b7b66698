export { REFUSALS, type RefusalCode, type RefusalDetails, RefusedError } from '@rollcall/core/refusals'
export { type ClientOptions, createClient, type RollcallClient } from './create-client.ts'
