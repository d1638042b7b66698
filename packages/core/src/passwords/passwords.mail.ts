/** To a person who asked for a new password, or to whom an administrator sent a link. */
export interface ResetMail {
  readonly template: 'reset'
  readonly data: {
    /** Who sent it; null when the person asked. */
    readonly by: { readonly name: string; readonly email: string } | null
    /** Epoch milliseconds at which the link dies. */
    readonly expiresAt: number
    readonly codeExpiresAt: number
  }
  readonly credential: {
    readonly link: string
    /** Typed on the page instead of following the link. */
    readonly code: string
    readonly page: string
    /** Signs in once instead of the link, which it consumes; null where the policy gives none. */
    readonly temporaryPassword: string | null
  }
}

/** To a person whose password an administrator replaced: the temporary one. */
export interface TemporaryPasswordMail {
  readonly template: 'temporary-password'
  readonly data: {
    readonly by: { readonly name: string; readonly email: string } | null
    readonly expiresAt: number
    readonly signInLink: string
  }
  readonly credential: { readonly password: string }
}

/** A notice: the password of this account was changed. Carries no way to undo it, only where to turn. */
export interface PasswordChangedMail {
  readonly template: 'password-changed'
  readonly data: {
    /** Epoch milliseconds. */
    readonly at: number
    /** `issued`: an administrator replaced it by a temporary one; `set`: by one they chose. */
    readonly how: 'changed' | 'reset' | 'issued' | 'set'
    readonly forgotLink: string
  }
}
