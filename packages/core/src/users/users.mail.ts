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
