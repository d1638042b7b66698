export type { Catalogues, Messages, PartialMessages } from './messages/message.ts'
export { RollcallProvider, type RollcallProviderProps } from './provider.tsx'
