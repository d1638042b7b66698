export { createHandler, type Handler, type HandlerOptions } from './create-handler.ts'
