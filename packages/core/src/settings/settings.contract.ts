import * as z from 'zod/mini'
import { endpoint } from '../kernel/endpoint.ts'
import { message } from '../kernel/wire.ts'
import { WELCOME_MODES } from './welcome.rules.ts'

const settings = {
  welcome: z.enum(WELCOME_MODES),
  welcomeText: z.nullable(message),
}

/** Answered with the version that an edit must carry. */
const shown = z.object({ ...settings, version: z.int() })

export const settingsContract = {
  getSettings: endpoint({
    method: 'GET',
    path: '/settings',
    summary: 'What administrators set for everybody',
    caller: 'signed-in',
    input: z.strictObject({}),
    output: shown,
    refuses: ['not-allowed'],
  }),
  editSettings: endpoint({
    method: 'PATCH',
    path: '/settings',
    summary: 'Change the settings; they count for what happens afterwards',
    caller: 'signed-in',
    input: z.strictObject({
      welcome: z.optional(settings.welcome),
      welcomeText: z.optional(settings.welcomeText),
      /** 0 until they were changed first. */
      version: z.int().check(z.gte(0, { error: 'invalid' })),
    }),
    output: shown,
    refuses: ['not-allowed', 'changed-meanwhile'],
    versioned: true,
    personal: true,
  }),
}
