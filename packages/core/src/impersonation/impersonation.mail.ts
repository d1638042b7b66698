/** A notice: an administrator acts as the person. */
export interface ImpersonatedMail {
  readonly template: 'impersonated'
  readonly data: {
    readonly by: { readonly name: string; readonly email: string } | null
    readonly reason: string
    /** Epoch milliseconds: when it began, and when it ends at the latest. */
    readonly at: number
    readonly endsAt: number
  }
}
