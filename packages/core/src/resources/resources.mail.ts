/** To everybody who watches over resources: these have no owner any more. */
export interface OwnerlessMail {
  readonly template: 'resources-ownerless'
  readonly data: {
    readonly resources: readonly { readonly type: string; readonly name: string }[]
    /** Whose going left them so. */
    readonly person: { readonly name: string; readonly email: string }
    readonly because: 'deleted' | 'disabled' | 'grants-changed'
    readonly usersLink: string
  }
}
