/**
 * One or two letters that stand for a person, in any script: the first of each of the first two words, or the first of
 * an address. What is in brackets does not count ("Rana Alkhatib (QA Team)" → RA).
 */
export function initials(name: string): string {
  const words = name.normalize('NFC').includes('@') ? [name] : name.replace(/[([{].*?[)\]}]/gu, ' ').split(/\s+/u)
  return words
    .map((word) => word.normalize('NFC').match(/[\p{L}\p{N}]\p{M}*/u)?.[0] ?? '')
    .filter(Boolean)
    .slice(0, 2)
    .join('')
    .toUpperCase()
}
