/** A notice: an API token was made for this account. Never carries the token. */
export interface TokenCreatedMail {
  readonly template: 'token-created'
  readonly data: {
    /** Who made it; null when that was the person. */
    readonly by: { readonly name: string; readonly email: string } | null
    /** The token's first characters. */
    readonly prefix: string
    /** Epoch milliseconds. */
    readonly expiresAt: number
    readonly signInLink: string
  }
}
