import { domainOf } from '@rollcall/core/rules'

/** Domains as typed or pasted, each once; an @ before one is let go. */
export function domainsIn(text: string): string[] {
  const typed = text.split(/[\s,;]+/u).map((domain) => domain.replace(/^.*@/u, '').toLowerCase())
  return [...new Set(typed.filter((domain) => domain !== ''))]
}

export function isDomain(text: string): boolean {
  return domainOf(`x@${text}`) !== null
}
