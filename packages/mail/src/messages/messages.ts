import type { ReactNode } from 'react'

type Texts = string | ReactNode

/** An account that takes a password again. */
interface Opened {
  readonly subject: (product: string) => string
  readonly heading: string
  readonly by: (name: Texts | null) => Texts
  readonly again: string
  readonly wrote: (name: Texts | null) => Texts
  readonly action: string
  readonly ask: (name: Texts, email: Texts) => Texts
}

/** Everything the mails say, in one language. Strings go into headers too; texts may hold names with markup around. */
export interface Messages {
  /** BCP 47, for the formats of times and lists. */
  readonly language: string
  readonly hello: (name: Texts | null) => Texts
  readonly buttonFails: string
  readonly enterCode: (page: Texts) => Texts
  readonly codeUntil: (time: string) => string
  readonly linkUntil: (time: string) => string
  readonly support: (address: Texts) => Texts
  readonly invitation: {
    readonly subject: (inviter: string | null, product: string) => string
    readonly heading: (inviter: Texts | null) => Texts
    readonly roles: (list: Texts) => Texts
    readonly atProduct: (role: Texts, product: Texts) => Texts
    readonly onResource: (role: Texts, resource: Texts) => Texts
    readonly noRoles: (product: Texts) => Texts
    readonly action: string
    readonly why: (inviter: { readonly name: Texts; readonly email: Texts } | null) => Texts
  }
  readonly accepted: {
    readonly one: (name: Texts) => Texts
    readonly subjectOfOne: (name: string) => string
    readonly many: (count: number) => string
    readonly registered: string
    readonly action: string
    readonly why: string
  }
  readonly locked: {
    readonly subject: (product: string) => string
    readonly heading: string
    readonly attempts: (count: number) => string
    readonly opens: (time: string) => string
    readonly staysLocked: string
    readonly newPassword: string
    readonly why: string
  }
  readonly unlocked: Opened
  readonly reactivated: Opened
  readonly reset: {
    readonly subject: (product: string) => string
    readonly heading: string
    readonly what: string
    readonly oldPassword: string
    readonly action: string
    readonly why: string
    readonly sentBy: (name: Texts) => Texts
    readonly orSignIn: string
    readonly either: string
    readonly ask: (name: Texts) => Texts
  }
  readonly welcome: {
    readonly subject: (product: string) => string
    readonly heading: string
    readonly setUp: (identifier: Texts, product: string) => Texts
    readonly choose: string
    readonly chooseAction: string
    readonly afterwards: (page: Texts) => Texts
    readonly withPassword: string
    readonly forgot: (page: Texts) => Texts
    readonly through: (provider: Texts) => Texts
    readonly signInAction: string
    readonly why: string
  }
  readonly temporaryPassword: {
    readonly subject: (product: string) => string
    readonly heading: string
    readonly what: (name: Texts | null) => Texts
    readonly old: string
    readonly signIn: string
    readonly until: (time: string) => string
    readonly action: string
    readonly why: string
  }
  readonly tokenCreated: {
    readonly subject: (product: string) => string
    readonly heading: string
    readonly what: (name: Texts | null, prefix: Texts) => Texts
    readonly until: (time: string) => string
    readonly notYou: string
    readonly action: string
    readonly why: string
  }
  readonly ownerless: {
    readonly subject: (count: number) => string
    readonly subjectOfOne: (name: string) => string
    readonly heading: string
    readonly because: Readonly<Record<'deleted' | 'disabled' | 'grants-changed', (name: Texts, email: Texts) => Texts>>
    readonly what: string
    readonly action: string
    readonly why: string
  }
  readonly impersonated: {
    readonly subject: (name: string | null, product: string) => string
    readonly heading: (name: Texts | null) => Texts
    /** Ends with a colon: the reason follows. */
    readonly what: (name: Texts | null, from: string, until: string) => Texts
    readonly limits: string
    readonly ask: (name: Texts, email: Texts) => Texts
    readonly why: string
  }
  readonly emailChange: {
    readonly subject: (product: string) => string
    readonly heading: string
    readonly what: string
    readonly oldAddress: string
    readonly action: string
    readonly why: string
  }
  readonly emailChanged: {
    readonly subject: (product: string) => string
    readonly heading: string
    readonly what: (from: Texts, to: Texts, time: string) => Texts
    readonly signIn: string
    readonly notYou: string
    readonly why: string
  }
  readonly passwordChanged: {
    readonly subject: (product: string) => string
    readonly heading: string
    readonly how: Readonly<Record<'changed' | 'reset' | 'issued' | 'set', (time: string) => string>>
    /** After what the person does themself. */
    readonly notYou: string
    /** After what an administrator does. */
    readonly notExpected: string
    readonly action: string
    readonly why: string
  }
}
