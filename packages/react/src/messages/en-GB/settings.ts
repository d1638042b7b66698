import { register } from '../registered.ts'

export const settings = {
  title: 'Communication',
  lead: 'What people are told when they are set up here.',
  didNotLoad: 'The settings did not load',
  welcome: 'Welcome mail',
  everybody: 'Everybody automatically, as soon as they are active',
  everybodyHint: 'Also when somebody is activated again, or signs in another way from now on.',
  administrators: 'Administrators automatically, everybody else by hand',
  administratorsHint: 'Others get it when you send it, one by one or to many at once.',
  nobody: 'Nobody automatically',
  nobodyHint: 'Everybody gets it when you send it by hand.',
  text: 'Your words in every welcome mail',
  textHint: 'Plain text, no links. The mail says how to sign in and how to choose a password anyway.',
  address: 'Address to sign in',
  generic: 'One page for everybody',
  genericHint: 'It asks who somebody is first, and leads on from there.',
  separate: 'One for each way of signing in',
  separateHint: 'The welcome mail leads people of a provider straight to it. The page for everybody goes on working.',
  save: 'Save settings',
  saved: 'Settings saved',
  savedDetail: 'They count for whoever is set up or activated from now on.',
  again: 'Whoever gets the welcome mail automatically gets it again, with their address to sign in.',
  againDetail: 'Whoever gets the welcome mail automatically is told again.',
  resending: 'Welcome mails are still going out again.',
  overtaken:
    'Somebody else changed the settings meanwhile. They are now as you see them here; nothing of yours was saved.',
  notRetroactive: 'Nothing is sent for people who are here already.',
} as const

register({ settings })
