import type { Preview } from '@storybook/react-vite'

/** The toolbar: what a host decides about the kit, and who looks at it. */
export const globalTypes: NonNullable<Preview['globalTypes']> = {
  theme: {
    description: 'Theme',
    toolbar: { icon: 'mirror', dynamicTitle: true, items: titled({ system: 'System', light: 'Light', dark: 'Dark' }) },
  },
  density: {
    description: 'Density',
    toolbar: {
      icon: 'component',
      dynamicTitle: true,
      items: titled({ default: 'Default density', compact: 'Compact', comfortable: 'Comfortable' }),
    },
  },
  direction: {
    description: 'Direction',
    toolbar: {
      icon: 'transfer',
      dynamicTitle: true,
      items: titled({ auto: 'Direction of the language', ltr: 'Left to right', rtl: 'Right to left' }),
    },
  },
  locale: {
    description: 'Language',
    toolbar: {
      icon: 'globe',
      dynamicTitle: true,
      items: titled({ 'en-GB': 'English', de: 'Deutsch', 'en-XA': 'Ṗṣḗŭḓǿ' }),
    },
  },
  signedIn: {
    description: 'Who is signed in',
    toolbar: {
      icon: 'user',
      dynamicTitle: true,
      items: titled({
        'amara.okafor@northwind.example': 'Amara, admin',
        'rana.alkhatib@fabrikam.example': 'Rana, user management',
        'oscar.delafuente@fabrikam.example': 'Óscar, app owner',
        'huda.elsayed@contoso.example': 'Huda, developer',
      }),
    },
  },
  host: {
    description: 'The host’s own style sheet',
    toolbar: {
      icon: 'browser',
      dynamicTitle: true,
      items: titled({ none: 'No host styles', tailwind: 'Tailwind preflight', bootstrap: 'Bootstrap reboot' }),
    },
  },
}

export const initialGlobals = {
  theme: 'system',
  density: 'default',
  direction: 'auto',
  locale: 'en-GB',
  signedIn: 'amara.okafor@northwind.example',
  host: 'none',
}

function titled(titles: Record<string, string>) {
  return Object.entries(titles).map(([value, title]) => ({ value, title }))
}
