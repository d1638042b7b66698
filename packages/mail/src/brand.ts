/** What makes the mails look like the host's product. */
export interface Brand {
  /** The product's name: in subjects, beside the logo, and as the sender. */
  readonly name: string
  /** Address of a square image, shown at 28 × 28 px; many programs do not load it, so the name stands beside it. */
  readonly logoUrl?: string
  /** Colour of the button, `#rrggbb`. */
  readonly accent?: string
  /** Where people can turn with questions; printed at the end of every mail. */
  readonly supportAddress?: string
}
