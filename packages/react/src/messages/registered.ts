import type { Messages, PartialMessages } from './message.ts'

/** English as far as the page has loaded it: every group comes with the components that use it. */
export const registered: { [G in keyof Messages]?: Messages[G] } = {}

/** Called by the module of a group, whose import is thereby what makes its words known. */
export function register(groups: PartialMessages): void {
  Object.assign(registered, groups)
}
