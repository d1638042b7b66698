/** To a person who asked for a new password. */
export interface ResetMail {
  readonly template: 'reset'
  readonly data: {
    /** Epoch milliseconds at which the link dies. */
    readonly expiresAt: number
    readonly codeExpiresAt: number
  }
  readonly credential: { readonly link: string; readonly code: string; readonly page: string }
}

/** A notice: the password of this account was changed. Carries no way to undo it, only where to turn. */
export interface PasswordChangedMail {
  readonly template: 'password-changed'
  readonly data: {
    /** Epoch milliseconds. */
    readonly at: number
    readonly how: 'changed' | 'reset'
    readonly forgotLink: string
  }
}
