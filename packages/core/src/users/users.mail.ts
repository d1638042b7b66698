/** To a person whose unused account an administrator opened again. */
export interface ReactivatedMail {
  readonly template: 'reactivated'
  readonly data: {
    readonly by: { readonly name: string; readonly email: string } | null
    /** Plain text by the administrator instead of the standard sentence. */
    readonly message: string | null
    readonly signInLink: string
  }
}

/** To somebody who was set up: how they sign in, and how they choose their password. */
export interface WelcomeMail {
  readonly template: 'welcome'
  readonly data: {
    /** What they type to sign in. */
    readonly identifier: string
    /** The provider they sign in through; null: with a password. */
    readonly provider: string | null
    /** Plain text of the host's administrators, from the settings. */
    readonly text: string | null
    readonly signInLink: string
    /** Where a password that was chosen earlier is replaced; null for providers' people and with a credential. */
    readonly forgotLink: string | null
    /** Epoch milliseconds at which link and code die; null without them. */
    readonly expiresAt: number | null
    readonly codeExpiresAt: number | null
  }
  /** For people without a password: the link and the code to choose one. */
  readonly credential?: { readonly link: string; readonly code: string; readonly page: string }
}

/** To the new address somebody asked for: the link that confirms it. */
export interface EmailChangeMail {
  readonly template: 'email-change'
  readonly data: {
    /** Epoch milliseconds at which link and code die. */
    readonly expiresAt: number
    readonly codeExpiresAt: number
  }
  readonly credential: { readonly link: string; readonly code: string; readonly page: string }
}

/** A notice to the old address and the new one: the account has another address now. */
export interface EmailChangedMail {
  readonly template: 'email-changed'
  readonly data: {
    readonly from: string
    readonly to: string
    /** Epoch milliseconds. */
    readonly at: number
  }
}
