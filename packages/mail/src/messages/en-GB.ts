import type { Messages } from './messages.ts'
import { phrase } from './phrase.ts'

export const enGB = {
  language: 'en-GB',
  hello: (name) => (name ? phrase`Hello ${name},` : 'Hello,'),
  buttonFails: 'If the button does not open:',
  enterCode: (page) => phrase`If the link does not work either, open ${page} and enter this code:`,
  codeUntil: (time) => `The code works until ${time}.`,
  linkUntil: (time) => `The link works once, until ${time}.`,
  support: (address) => phrase`Questions? Write to ${address}.`,
  invitation: {
    subject: (inviter, product) => (inviter ? `${inviter} invited you to ${product}` : `You are invited to ${product}`),
    heading: (inviter) => (inviter ? phrase`${inviter} invited you` : 'You are invited'),
    roles: (list) => phrase`You will be ${list}.`,
    atProduct: (role, product) => phrase`${role} at ${product}`,
    onResource: (role, resource) => phrase`${role} on ${resource}`,
    noRoles: (product) => phrase`An account at ${product} is waiting for you.`,
    action: 'Set up your account',
    why: (inviter) => {
      const ignore = 'If you do not know why, ignore this mail: without the link nothing happens.'
      return inviter
        ? phrase`${inviter.name}, ${inviter.email}, entered your address. ${ignore}`
        : `Somebody entered your address. ${ignore}`
    },
  },
  accepted: {
    one: (name) => phrase`${name} accepted your invitation`,
    subjectOfOne: (name) => `${name} accepted your invitation`,
    many: (count) => `${count} people accepted your invitations`,
    registered: 'Registered and able to sign in:',
    action: 'Show users',
    why: 'You get this mail because you sent the invitation.',
  },
  locked: {
    subject: (product) => `Your account at ${product} is locked`,
    heading: 'Your account is locked',
    attempts: (count) =>
      count === 1
        ? 'A wrong password was entered, so your account takes no password for now.'
        : `${count} wrong passwords were entered, so your account takes no password for now.`,
    opens: (time) => `It opens by itself on ${time}. A new password opens it at once.`,
    staysLocked: 'It stays locked until you set a new password or an administrator unlocks it.',
    newPassword: 'Set a new password',
    why: 'Was it not you? Somebody is guessing, and no guess was right. Where you are signed in, you stay signed in.',
  },
  unlocked: {
    subject: (product) => `Your account at ${product} is unlocked`,
    heading: 'Your account is unlocked',
    by: (name) => (name ? phrase`${name} unlocked your account.` : 'Your account was unlocked.'),
    again: 'You can sign in again with your password.',
    wrote: (name) => (name ? phrase`${name} unlocked your account and wrote:` : 'Your account was unlocked:'),
    action: 'Sign in',
    ask: (name, email) => phrase`Questions? Ask ${name}, ${email}.`,
  },
  reactivated: {
    subject: (product) => `Your account at ${product} is open again`,
    heading: 'Your account is open again',
    by: (name) =>
      name
        ? phrase`${name} opened your account again, which had gone unused for long.`
        : 'Your account, which had gone unused for long, was opened again.',
    again: 'You can sign in again with your password.',
    wrote: (name) => (name ? phrase`${name} opened your account again and wrote:` : 'Your account was opened again:'),
    action: 'Sign in',
    ask: (name, email) => phrase`Questions? Ask ${name}, ${email}.`,
  },
  reset: {
    subject: (product) => `Set a new password for ${product}`,
    heading: 'Set a new password',
    what: 'Use this link to choose a new password. If your account is locked, that unlocks it.',
    oldPassword: 'Until you do, your old password stays as it is.',
    action: 'Set a new password',
    why: 'Did not ask for it? Do nothing: without the link nothing happens.',
    sentBy: (name) => phrase`${name} sent you this mail.`,
    orSignIn: 'Or sign in with this temporary password and choose a new one then:',
    either: 'Using either ends both, and your old password with them.',
    ask: (name) => phrase`Did not ask for it? Ask ${name}. Without the link nothing happens.`,
  },
  welcome: {
    subject: (product) => `Welcome to ${product}`,
    heading: 'Your account is ready',
    setUp: (identifier, product) => phrase`An account was set up for you at ${product}. You sign in as ${identifier}.`,
    choose: 'Choose your password with this link first.',
    chooseAction: 'Choose a password',
    afterwards: (page) => phrase`From then on you sign in at ${page}.`,
    withPassword: 'Sign in with your password.',
    forgot: (page) => phrase`Do not know it any more? Set a new one at ${page}.`,
    through: (provider) => phrase`You sign in through ${provider}; there is no password for this account.`,
    signInAction: 'Sign in',
    why: 'You get this mail because an administrator set this account up for you. If you did not expect it, ask them.',
  },
  temporaryPassword: {
    subject: (product) => `Your temporary password for ${product}`,
    heading: 'Your temporary password',
    what: (name) => (name ? phrase`${name} replaced your password.` : 'Your password was replaced.'),
    old: 'The old one has stopped working, and wherever you were signed in, you no longer are.',
    signIn: 'Sign in with this one. You are then asked for a new password:',
    until: (time) => `It works until ${time}.`,
    action: 'Sign in',
    why: 'You get this mail because an administrator issued a temporary password for you.',
  },
  tokenCreated: {
    subject: (product) => `A new API token for your account at ${product}`,
    heading: 'A new API token',
    what: (name, prefix) =>
      name
        ? phrase`${name} made an API token for you. It begins with ${prefix}.`
        : phrase`You made an API token. It begins with ${prefix}.`,
    until: (time) => `It works until ${time}.`,
    notYou: 'Programs that have it can do whatever you can. If you did not expect it, revoke it in your profile.',
    action: 'Sign in',
    why: 'You get this mail whenever a token is made for your account.',
  },
  ownerless: {
    subject: (count) => `${count} apps have no owner`,
    subjectOfOne: (name) => `${name} has no owner`,
    heading: 'Somebody has to take over',
    because: {
      deleted: (name, email) => phrase`${name}, ${email}, was deleted. Nobody else owns:`,
      disabled: (name, email) => phrase`${name}, ${email}, was deactivated. Nobody else owns:`,
      'grants-changed': (name, email) => phrase`${name}, ${email}, is no owner any more. Nobody else owns:`,
    },
    what: 'Until somebody does, nobody there can approve or invite.',
    action: 'Show users',
    why: 'You get this mail because you manage users.',
  },
  impersonated: {
    subject: (name, product) => `${name ?? 'An administrator'} is acting as you at ${product}`,
    heading: (name) => phrase`${name ?? 'An administrator'} is acting as you`,
    what: (name, from, until) =>
      phrase`Since ${from}, and until ${until} at the latest, ${name ?? 'an administrator'} sees what you see and can do what you can do. The reason:`,
    limits:
      'Your profile, password and API tokens are out of reach meanwhile, and you stay signed in. All that is done is written down with both names.',
    ask: (name, email) => phrase`Did not expect it? Ask ${name}, ${email}.`,
    why: 'You get this mail whenever somebody acts as you.',
  },
  emailChange: {
    subject: (product) => `Confirm your new address for ${product}`,
    heading: 'Confirm your new address',
    what: 'You asked to use this address for your account. Once you confirm it, you sign in with it and get all mails there.',
    oldAddress: 'Until you do, your old address stays.',
    action: 'Confirm address',
    why: 'Did not ask for it? Do nothing: without the link nothing happens.',
  },
  emailChanged: {
    subject: (product) => `Your address for ${product} was changed`,
    heading: 'Your address was changed',
    what: (from, to, time) => phrase`On ${time} your address was changed from ${from} to ${to}.`,
    signIn: 'Sign in with the new one from now on.',
    notYou: 'If it was you, there is nothing to do. If not, tell an administrator at once.',
    why: 'You get this mail at both addresses whenever yours changes.',
  },
  passwordChanged: {
    subject: (product) => `Your password for ${product} was changed`,
    heading: 'Your password was changed',
    how: {
      changed: (time) => `It was changed on ${time}, after the old one had been entered.`,
      reset: (time) => `It was changed on ${time}, through a link we had mailed to you.`,
      issued: (time) => `An administrator replaced it on ${time} by a temporary one, which you get another way.`,
      set: (time) =>
        `An administrator chose a new one on ${time}, with which you sign in once and then choose your own.`,
    },
    notYou: 'If it was you, there is nothing to do. If not, set a new one now: that signs out whoever is in.',
    notExpected: 'If you did not expect that, set a new one now.',
    action: 'Set a new password',
    why: 'You get this mail whenever your password changes.',
  },
} satisfies Messages
