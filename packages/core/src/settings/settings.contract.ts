import * as z from 'zod/mini'
import { endpoint } from '../kernel/endpoint.ts'
import { message } from '../kernel/wire.ts'
import { SIGN_IN_ADDRESSES, WELCOME_MODES } from './welcome.rules.ts'

const settings = {
  welcome: z.enum(WELCOME_MODES),
  welcomeText: z.nullable(message),
  signInAddress: z.enum(SIGN_IN_ADDRESSES),
}

/** Answered with the version that an edit must carry, and whether welcomes are going out again. */
const shown = z.object({ ...settings, version: z.int(), resending: z.boolean() })

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
    summary:
      'Change the settings; they count for what happens afterwards, but new addresses go out to those here already',
    caller: 'signed-in',
    input: z.strictObject({
      welcome: z.optional(settings.welcome),
      welcomeText: z.optional(settings.welcomeText),
      signInAddress: z.optional(settings.signInAddress),
      /** 0 until they were changed first. */
      version: z.int().check(z.gte(0, { error: 'invalid' })),
    }),
    output: shown,
    refuses: ['not-allowed', 'changed-meanwhile'],
    versioned: true,
    personal: true,
  }),
}
