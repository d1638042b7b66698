import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useId } from 'react'
import { cx } from './class-names.ts'
import { Icon, type IconName } from './icon.tsx'
import { places } from './places.ts'
import { Skeleton } from './skeleton.tsx'

/** What every screen before sign-in takes from its host. */
export interface VisitorScreenProps extends Omit<ComponentPropsWithoutRef<'section'>, 'title' | 'children'> {
  /** The product's logo and name, above the title. */
  brand?: ReactNode
}

interface VisitorCardProps extends VisitorScreenProps {
  title: ReactNode
  lead?: ReactNode
  /** In a disc above the title, where the card tells rather than asks. */
  icon?: IconName
  tone?: 'info'
  children?: ReactNode
}

/** The card of one screen before sign-in. */
export const VisitorCard = forwardRef<HTMLElement, VisitorCardProps>(function VisitorCard(
  { brand, title, lead, icon, tone, className, children, ...rest },
  ref,
) {
  const id = useId()
  return (
    <section ref={ref} className={cx('rc-card rc-visitor', className)} aria-labelledby={id} {...rest}>
      {brand && <div className="rc-visitor-brand">{brand}</div>}
      {icon && (
        <span className="rc-disc" data-tone={tone}>
          <Icon name={icon} size="large" />
        </span>
      )}
      <header className="rc-visitor-head">
        <h1 className="rc-title" data-size="large" id={id}>
          {title}
        </h1>
        {lead && <p className="rc-lead">{lead}</p>}
      </header>
      {children}
    </section>
  )
})

/** Holds the place of a card's form. */
export function VisitorSkeleton({ fields }: { fields: number }) {
  return (
    <div className="rc-stack" aria-busy="true">
      {places(fields).map((place) => (
        <div className="rc-stack" data-gap="small" key={place}>
          <Skeleton width="96px" />
          <Skeleton className="rc-visitor-block" />
        </div>
      ))}
      <Skeleton className="rc-visitor-block" />
    </div>
  )
}
