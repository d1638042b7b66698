/** The kit's class first: the reset recognises its own elements by how `class` begins. */
export function cx(own: string, given: string | undefined): string {
  return given ? `${own} ${given}` : own
}
