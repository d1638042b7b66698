import type { ReactNode } from 'react'

type Texts = string | ReactNode

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
  readonly unlocked: {
    readonly subject: (product: string) => string
    readonly heading: string
    readonly by: (name: Texts | null) => Texts
    readonly again: string
    readonly wrote: (name: Texts | null) => Texts
    readonly action: string
    readonly ask: (name: Texts, email: Texts) => Texts
  }
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
  readonly passwordChanged: {
    readonly subject: (product: string) => string
    readonly heading: string
    readonly how: Readonly<Record<'changed' | 'reset' | 'issued', (time: string) => string>>
    readonly notYou: string
    readonly action: string
    readonly why: string
  }
}
