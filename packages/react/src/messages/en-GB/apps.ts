import { register } from '../registered.ts'

export const apps = {
  title: 'Apps and instances',
  lead: 'Defaults are ticked beforehand for whoever is set up from now on. Nobody here gains or loses anything.',
  refresh: 'Refresh',
  barred: 'Your role does not include changing defaults.',
  didNotLoad: 'The apps did not load',
  none: 'No apps yet',
  noneDetail: 'They appear here as soon as the product has registered them.',
  other: 'Other instances',
  instances: { one: '{count} instance', other: '{count} instances' },
  defaults: { one: '{count} default', other: '{count} defaults' },
  default: 'Default',
  defaultOf: 'Default: {name}',
  copy: 'Copy {id}',
  copied: 'Copied {id}',
  mine: 'My apps',
  mineDidNotLoad: 'Your apps did not load',
  mineNone: 'No apps yet',
  mineNoneDetail: 'An administrator assigns them to you.',
} as const

register({ apps })
