import { createElement, Fragment, type ReactNode } from 'react'

/** A sentence with markup inside: a template literal whose holes may hold elements. */
export function phrase(texts: TemplateStringsArray, ...holes: ReactNode[]): ReactNode {
  return createElement(Fragment, null, ...texts.flatMap((text, index) => [text, holes[index]]))
}
