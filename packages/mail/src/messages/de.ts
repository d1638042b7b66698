import type { Messages } from './messages.ts'
import { phrase } from './phrase.ts'

export const de = {
  language: 'de',
  hello: (name) => (name ? phrase`Guten Tag ${name},` : 'Guten Tag,'),
  buttonFails: 'Falls sich nichts öffnet:',
  enterCode: (page) =>
    phrase`Falls auch der Link nicht funktioniert, öffnen Sie ${page} und geben Sie diesen Code ein:`,
  codeUntil: (time) => `Der Code gilt bis ${time}.`,
  linkUntil: (time) => `Der Link gilt einmal, bis ${time}.`,
  support: (address) => phrase`Fragen? Schreiben Sie an ${address}.`,
  invitation: {
    subject: (inviter, product) =>
      inviter ? `${inviter} lädt Sie zu ${product} ein` : `Sie sind zu ${product} eingeladen`,
    heading: (inviter) => (inviter ? phrase`${inviter} lädt Sie ein` : 'Sie sind eingeladen'),
    roles: (list) => phrase`Sie werden ${list}.`,
    atProduct: (role, product) => phrase`${role} bei ${product}`,
    onResource: (role, resource) => phrase`${role} für ${resource}`,
    noRoles: (product) => phrase`Ein Konto bei ${product} wartet auf Sie.`,
    action: 'Konto einrichten',
    why: (inviter) => {
      const ignore = 'Wenn Sie nicht wissen, warum, tun Sie nichts: Ohne den Link geschieht nichts.'
      return inviter
        ? phrase`${inviter.name}, ${inviter.email}, hat Ihre Adresse eingegeben. ${ignore}`
        : `Jemand hat Ihre Adresse eingegeben. ${ignore}`
    },
  },
  accepted: {
    one: (name) => phrase`${name} hat Ihre Einladung angenommen`,
    subjectOfOne: (name) => `${name} hat Ihre Einladung angenommen`,
    many: (count) => `${count} Personen haben Ihre Einladungen angenommen`,
    registered: 'Registriert und zur Anmeldung bereit:',
    action: 'Benutzer anzeigen',
    why: 'Sie erhalten diese Mail, weil die Einladung von Ihnen kam.',
  },
  locked: {
    subject: (product) => `Ihr Konto bei ${product} ist gesperrt`,
    heading: 'Ihr Konto ist gesperrt',
    attempts: (count) =>
      count === 1
        ? 'es wurde ein falsches Passwort eingegeben; Ihr Konto nimmt vorerst keines mehr an.'
        : `es wurden ${count} falsche Passwörter eingegeben; Ihr Konto nimmt vorerst keines mehr an.`,
    opens: (time) => `Es öffnet sich von selbst am ${time}. Ein neues Passwort öffnet es sofort.`,
    staysLocked: 'Es bleibt gesperrt, bis Sie ein neues Passwort setzen oder jemand aus der Verwaltung es entsperrt.',
    newPassword: 'Neues Passwort setzen',
    why: 'Das waren nicht Sie? Dann rät jemand, und kein Versuch war richtig. Wo Sie angemeldet sind, bleiben Sie es.',
  },
  unlocked: {
    subject: (product) => `Ihr Konto bei ${product} ist entsperrt`,
    heading: 'Ihr Konto ist entsperrt',
    by: (name) => (name ? phrase`${name} hat Ihr Konto entsperrt.` : 'Ihr Konto wurde entsperrt.'),
    again: 'Sie können sich wieder mit Ihrem Passwort anmelden.',
    wrote: (name) => (name ? phrase`${name} hat Ihr Konto entsperrt und schreibt:` : 'Ihr Konto wurde entsperrt:'),
    action: 'Anmelden',
    ask: (name, email) => phrase`Fragen? Wenden Sie sich an ${name}, ${email}.`,
  },
  reactivated: {
    subject: (product) => `Ihr Konto bei ${product} ist wieder offen`,
    heading: 'Ihr Konto ist wieder offen',
    by: (name) =>
      name
        ? phrase`${name} hat Ihr lange unbenutztes Konto wieder geöffnet.`
        : 'Ihr lange unbenutztes Konto wurde wieder geöffnet.',
    again: 'Sie können sich wieder mit Ihrem Passwort anmelden.',
    wrote: (name) =>
      name ? phrase`${name} hat Ihr Konto wieder geöffnet und schreibt:` : 'Ihr Konto wurde wieder geöffnet:',
    action: 'Anmelden',
    ask: (name, email) => phrase`Fragen? Wenden Sie sich an ${name}, ${email}.`,
  },
  reset: {
    subject: (product) => `Neues Passwort für ${product}`,
    heading: 'Neues Passwort setzen',
    what: 'mit diesem Link wählen Sie ein neues Passwort. Ist Ihr Konto gesperrt, entsperrt es das.',
    oldPassword: 'Bis dahin bleibt Ihr altes Passwort, wie es ist.',
    action: 'Neues Passwort setzen',
    why: 'Sie haben das nicht verlangt? Dann ist nichts zu tun: Ohne den Link geschieht nichts.',
    sentBy: (name) => phrase`${name} schickt Ihnen diese Mail.`,
    orSignIn: 'Oder melden Sie sich mit diesem vorläufigen Passwort an und wählen Sie dann ein neues:',
    either: 'Wird eines von beiden benutzt, enden beide und mit ihnen Ihr altes Passwort.',
    ask: (name) => phrase`Sie haben das nicht erwartet? Fragen Sie ${name}. Ohne den Link geschieht nichts.`,
  },
  welcome: {
    subject: (product) => `Willkommen bei ${product}`,
    heading: 'Ihr Konto ist bereit',
    setUp: (identifier, product) =>
      phrase`für Sie wurde ein Konto bei ${product} angelegt. Sie melden sich als ${identifier} an.`,
    choose: 'Wählen Sie mit diesem Link zuerst Ihr Passwort.',
    chooseAction: 'Passwort wählen',
    afterwards: (page) => phrase`Danach melden Sie sich unter ${page} an.`,
    withPassword: 'Melden Sie sich mit Ihrem Passwort an.',
    forgot: (page) => phrase`Sie wissen es nicht mehr? Setzen Sie unter ${page} ein neues.`,
    through: (provider) => phrase`Sie melden sich über ${provider} an; dieses Konto hat kein Passwort.`,
    signInAction: 'Anmelden',
    why: 'Sie erhalten diese Mail, weil dieses Konto in der Verwaltung für Sie angelegt wurde. Haben Sie das nicht erwartet, fragen Sie dort nach.',
  },
  temporaryPassword: {
    subject: (product) => `Ihr vorläufiges Passwort für ${product}`,
    heading: 'Ihr vorläufiges Passwort',
    what: (name) => (name ? phrase`${name} hat Ihr Passwort ersetzt.` : 'Ihr Passwort wurde ersetzt.'),
    old: 'Das alte gilt nicht mehr, und wo Sie angemeldet waren, sind Sie es nicht länger.',
    signIn: 'Melden Sie sich mit diesem an. Danach wählen Sie ein neues:',
    until: (time) => `Es gilt bis ${time}.`,
    action: 'Anmelden',
    why: 'Sie erhalten diese Mail, weil jemand aus der Verwaltung Ihnen ein vorläufiges Passwort ausgestellt hat.',
  },
  tokenCreated: {
    subject: (product) => `Ein neues API-Token für Ihr Konto bei ${product}`,
    heading: 'Ein neues API-Token',
    what: (name, prefix) =>
      name
        ? phrase`${name} hat ein API-Token für Sie erzeugt. Es beginnt mit ${prefix}.`
        : phrase`Sie haben ein API-Token erzeugt. Es beginnt mit ${prefix}.`,
    until: (time) => `Es gilt bis ${time}.`,
    notYou:
      'Programme, die es kennen, dürfen alles, was Sie dürfen. Haben Sie es nicht erwartet, widerrufen Sie es in Ihrem Profil.',
    action: 'Anmelden',
    why: 'Sie erhalten diese Mail, sooft ein Token für Ihr Konto erzeugt wird.',
  },
  ownerless: {
    subject: (count) => `${count} Apps haben keinen Besitzer`,
    subjectOfOne: (name) => `${name} hat keinen Besitzer`,
    heading: 'Jemand muss übernehmen',
    because: {
      deleted: (name, email) => phrase`${name}, ${email}, wurde gelöscht. Niemandem sonst gehört:`,
      disabled: (name, email) => phrase`${name}, ${email}, wurde deaktiviert. Niemandem sonst gehört:`,
      'grants-changed': (name, email) => phrase`${name}, ${email}, ist kein Besitzer mehr. Niemandem sonst gehört:`,
    },
    what: 'Bis dahin kann dort niemand freigeben oder einladen.',
    action: 'Benutzer anzeigen',
    why: 'Sie erhalten diese Mail, weil Sie Benutzer verwalten.',
  },
  impersonated: {
    subject: (name, product) => `${name ?? 'Jemand aus der Verwaltung'} handelt bei ${product} als Sie`,
    heading: (name) => phrase`${name ?? 'Jemand aus der Verwaltung'} handelt als Sie`,
    what: (name, from, until) =>
      phrase`seit ${from} und längstens bis ${until} sieht ${name ?? 'jemand aus der Verwaltung'}, was Sie sehen, und kann tun, was Sie tun können. Der Grund:`,
    limits:
      'Ihr Profil, Ihr Passwort und Ihre API-Token bleiben dabei unerreichbar, und Sie bleiben angemeldet. Alles, was geschieht, wird mit beiden Namen festgehalten.',
    ask: (name, email) => phrase`Sie haben das nicht erwartet? Fragen Sie ${name}, ${email}.`,
    why: 'Sie erhalten diese Mail, sooft jemand als Sie handelt.',
  },
  emailChange: {
    subject: (product) => `Neue Adresse für ${product} bestätigen`,
    heading: 'Neue Adresse bestätigen',
    what: 'Sie möchten diese Adresse für Ihr Konto verwenden. Sobald Sie sie bestätigen, melden Sie sich mit ihr an und erhalten alle Mails dort.',
    oldAddress: 'Bis dahin bleibt Ihre alte Adresse.',
    action: 'Adresse bestätigen',
    why: 'Sie haben das nicht verlangt? Dann ist nichts zu tun: Ohne den Link geschieht nichts.',
  },
  emailChanged: {
    subject: (product) => `Ihre Adresse für ${product} wurde geändert`,
    heading: 'Ihre Adresse wurde geändert',
    what: (from, to, time) => phrase`Ihre Adresse wurde am ${time} von ${from} in ${to} geändert.`,
    signIn: 'Melden Sie sich von nun an mit der neuen an.',
    notYou: 'Waren Sie das, ist nichts zu tun. Wenn nicht, sagen Sie es sofort der Verwaltung.',
    why: 'Sie erhalten diese Mail an beide Adressen, sooft Ihre sich ändert.',
  },
  passwordChanged: {
    subject: (product) => `Ihr Passwort für ${product} wurde geändert`,
    heading: 'Ihr Passwort wurde geändert',
    how: {
      changed: (time) => `es wurde am ${time} geändert, nachdem das alte eingegeben worden war.`,
      reset: (time) => `es wurde am ${time} über einen Link geändert, den wir Ihnen gemailt hatten.`,
      issued: (time) =>
        `es wurde am ${time} aus der Verwaltung durch ein vorläufiges ersetzt, das Sie auf anderem Weg erhalten.`,
      set: (time) =>
        `es wurde am ${time} in der Verwaltung neu gesetzt. Sie melden sich einmal damit an und wählen dann ein eigenes.`,
    },
    notYou:
      'Waren Sie das, ist nichts zu tun. Wenn nicht, setzen Sie jetzt ein neues: Das meldet alle ab, die angemeldet sind.',
    notExpected: 'Haben Sie das nicht erwartet, setzen Sie jetzt ein neues.',
    action: 'Neues Passwort setzen',
    why: 'Sie erhalten diese Mail bei jeder Änderung Ihres Passworts.',
  },
} satisfies Messages
