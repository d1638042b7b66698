import { directory } from '@rollcall/core/presets'
import { defineAttributes, type Policy } from '@rollcall/core/rules'

/** The preset, with the single sign-on that people can be set up for. None of it runs in the demo. */
export const policy: Policy = {
  ...directory,
  signIn: {
    ...directory.signIn,
    providers: [
      {
        id: 'northwind-sso',
        name: 'Northwind single sign-on',
        domains: [],
        startUrl: 'https://sso.northwind.example/authorize',
      },
    ],
  },
}

/** What the hub keeps of people beside their account: files bring it, no screen shows it. */
export const attributes = defineAttributes({
  costCentre: { label: 'Cost centre', type: 'text', screen: 'hidden' },
})
