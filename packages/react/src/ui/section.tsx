import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useId } from 'react'
import { cx } from './class-names.ts'

export interface CardProps extends ComponentPropsWithoutRef<'div'> {
  tone?: 'danger'
}

/** The white ground things stand on. */
export const Card = forwardRef<HTMLDivElement, CardProps>(function Card({ tone, className, ...rest }, ref) {
  return <div ref={ref} className={cx('rc-card', className)} data-tone={tone} {...rest} />
})

export interface SectionProps extends Omit<ComponentPropsWithoutRef<'section'>, 'title'> {
  title: ReactNode
  description?: ReactNode
  /** At the end of the title's line. */
  actions?: ReactNode
  tone?: 'danger'
  /** Of the title, so that the page's outline stays whole. */
  heading?: 'h1' | 'h2' | 'h3'
}

/** A card with a title. */
export const Section = forwardRef<HTMLElement, SectionProps>(function Section(
  { title, description, actions, tone, heading: Heading = 'h2', className, children, ...rest },
  ref,
) {
  const id = useId()
  return (
    <section ref={ref} className={cx('rc-card', className)} data-tone={tone} aria-labelledby={id} {...rest}>
      <header className="rc-section-head">
        <div className="rc-section-titles">
          <Heading className="rc-title" id={id}>
            {title}
          </Heading>
          {description && <p className="rc-lead">{description}</p>}
        </div>
        {actions && <div className="rc-section-actions">{actions}</div>}
      </header>
      <div className="rc-section-body">{children}</div>
    </section>
  )
})
