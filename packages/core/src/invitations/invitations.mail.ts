/** To the invitee: what they were invited to and the link to register. */
export interface InvitationMail {
  readonly template: 'invitation'
  readonly data: {
    readonly inviter: { readonly name: string; readonly email: string } | null
    /** Names of the roles given, as the policy words them; scoped ones with their resource. */
    readonly roles: readonly { readonly role: string; readonly resource: string | null }[]
    /** Plain text by the sender, no links, at most 2,000 characters. */
    readonly message: string | null
    /** Epoch milliseconds at which link and code die. */
    readonly expiresAt: number
    readonly codeExpiresAt: number
  }
  readonly credential: {
    readonly link: string
    /** For mail gateways that drop the fragment of a link; typed on the same page. */
    readonly code: string
    readonly page: string
  }
}

/** To the sender of a redeemed invitation: who registered. */
export interface InvitationsAcceptedMail {
  readonly template: 'invitations-accepted'
  readonly data: {
    /** One, or those of a whole day once the sender got many such mails. */
    readonly people: readonly { readonly name: string; readonly email: string }[]
    readonly usersLink: string
  }
}
