import { emailKey, emailProblem } from '@rollcall/core/rules'

/** As many as the server takes at once. */
export const MOST_ADDRESSES = 200

/** What parts one address from the next, typed or pasted. */
const SEPARATORS = /[\s,;]+/u

/** Adds what was typed or pasted to the addresses there are; one that is there already, however written, is left out. */
export function withAddresses(addresses: readonly string[], text: string): string[] {
  const all = [...addresses]
  for (const address of text.split(SEPARATORS).map(unwrapped)) {
    if (address !== '' && !all.some((one) => sameAddress(one, address))) all.push(address)
  }
  return all
}

/** Whether somebody began the next address, so that the one before is finished. */
export function hasSeparator(text: string): boolean {
  return SEPARATORS.test(text.trimStart())
}

export function isAddress(address: string): boolean {
  return emailProblem(address) === null
}

function sameAddress(one: string, other: string): boolean {
  return one === other || (isAddress(one) && emailKey(one) === emailKey(other))
}

/** Mail programs copy addresses in angle brackets. */
function unwrapped(text: string): string {
  return text.replace(/^[<"']+|[>"']+$/gu, '')
}
