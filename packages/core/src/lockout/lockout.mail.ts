/** To a person whose account was just locked by wrong passwords. */
export interface LockedMail {
  readonly template: 'locked'
  readonly data: {
    readonly attempts: number
    /** Epoch milliseconds at which it opens by itself; null when it does not. */
    readonly opensAt: number | null
    /** Where a new password, which also unlocks, can be asked for. */
    readonly forgotLink: string
  }
}

/** To a person whose account an administrator unlocked. */
export interface UnlockedMail {
  readonly template: 'unlocked'
  readonly data: {
    readonly by: { readonly name: string; readonly email: string } | null
    /** Plain text by the administrator instead of the standard sentence. */
    readonly message: string | null
    readonly signInLink: string
  }
}
