import { cloneElement, type ReactElement, type ReactNode } from 'react'
import { cx } from './class-names.ts'
import { Icon, type IconName } from './icon.tsx'

/** An address, or the link of the host's router, which takes the kit's look and, when it has none, its words. */
export type LinkTarget = string | ReactElement<{ className?: string; children?: ReactNode }>

export interface LinkToProps {
  to: LinkTarget
  /** A link in text, or the one main action of a card. */
  look?: 'link' | 'button'
  icon?: IconName
  children: ReactNode
}

/** Leads to another page of the host. */
export function LinkTo({ to, look = 'link', icon, children }: LinkToProps) {
  const kit = look === 'link' ? 'rc-link' : 'rc-button'
  const attributes = look === 'link' ? {} : { 'data-variant': 'primary', 'data-size': 'large', 'data-wide': 'yes' }
  const content = (words: ReactNode) => (
    <>
      {icon && <Icon name={icon} size="small" />}
      {words}
    </>
  )
  if (typeof to !== 'string') {
    const { className, children: own } = to.props
    return cloneElement(to, { ...attributes, className: cx(kit, className) }, content(own ?? children))
  }
  return (
    <a className={kit} href={to} {...attributes}>
      {content(children)}
    </a>
  )
}
