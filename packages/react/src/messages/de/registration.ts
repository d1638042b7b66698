import type { Messages } from '../message.ts'

export const registration = {
  title: 'Richten Sie Ihr Konto ein',
  invitedBy: '{name} hat Sie eingeladen. Der Link gilt bis {time}.',
  invited: 'Sie sind eingeladen. Der Link gilt bis {time}.',
  signInAs: 'Sie melden sich an als',
  emailHint: 'Die Einladung ging hierher.',
  create: 'Konto anlegen',
  codeTitle: 'Code eingeben',
  codeLead: 'Er steht in der Mail, die Sie einlädt.',
  continue: 'Weiter',
  doneTitle: 'Ihr Konto ist bereit',
  doneSignedIn: 'Sie sind angemeldet.',
  doneSignIn: 'Melden Sie sich mit dem Passwort an, das Sie gewählt haben.',
  deadLead:
    'Er wurde benutzt, durch einen neueren ersetzt oder ist abgelaufen. Bitten Sie die Person, die Sie eingeladen hat, ihn erneut zu senden, oder melden Sie sich an, wenn Sie schon ein Konto haben.',
} satisfies Messages['registration']
