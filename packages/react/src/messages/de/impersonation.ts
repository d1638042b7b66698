import type { Messages } from '../message.ts'

export const impersonation = {
  open: 'Ansehen als …',
  title: 'Ansehen als {name}',
  lead: {
    one: 'Sie sehen, was diese Person sieht, höchstens {count} Minute lang.',
    other: 'Sie sehen, was diese Person sieht, höchstens {count} Minuten lang.',
  },
  reason: 'Grund',
  reasonHint: 'Steht in der Mail an die Person und im Protokoll.',
  rights: 'Sie haben die Rechte von {name} und keine eigenen.',
  kept: 'Passwort, Profil und Token bleiben allein der Person vorbehalten.',
  mail: '{name} bekommt eine Mail mit Ihrem Namen und dem Grund.',
  audit: 'Alles, was Sie tun, wird unter beiden Namen festgehalten.',
  start: 'Beginnen',
  banner: 'Ansehen als jemand anderes',
  viewing: 'Ansehen als {name}.',
  viewingRole: 'Ansehen als {name}, {role}.',
  notYours: 'Mit deren Rechten, nicht Ihren eigenen.',
  logged: 'Bis {time}. Unter beiden Namen festgehalten. {by}: „{reason}“',
  minutesLeft: { one: 'noch {count} Min.', other: 'noch {count} Min.' },
  secondsLeft: { one: 'noch {count} Sek.', other: 'noch {count} Sek.' },
  stop: 'Beenden',
  stopped: 'Sie sind wieder Sie selbst',
  stoppedDetail: 'Sie sehen nicht mehr als {name} an.',
  timeOver:
    'Die Zeit, als {name} anzusehen, ist um. Was nicht gespeichert war, steht noch auf der Seite; speichern Sie es jetzt, geschieht das in Ihrem Namen.',
  reload: 'Neu laden',
  signedOut: 'Sie sind abgemeldet',
  signedOutDetail: 'Die Sitzung, in der Sie als {name} angesehen haben, ist zu Ende. Melden Sie sich neu an.',
} satisfies Messages['impersonation']
