import '../messages/en-GB/imports.ts'
import { createContext, type ReactNode, type RefObject, useContext, useEffect, useRef } from 'react'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Steps } from '../ui/steps.tsx'

const STEPS = ['file', 'columns', 'check', 'import'] as const

const WORDS = {
  file: 'imports.stepFile',
  columns: 'imports.stepColumns',
  check: 'imports.stepCheck',
  import: 'imports.stepImport',
} as const

/** The id of the heading, which names the whole, and the page that was shown last. */
export const HeadingContext = createContext<{ id: string; last: RefObject<string | null> }>({
  id: '',
  last: { current: null },
})

interface ImportPageProps {
  /** Tells the pages apart. */
  page: string
  title: ReactNode
  lead?: ReactNode
  /** Absent when the way is at its end. */
  step?: (typeof STEPS)[number]
  /** Buttons, the one that goes on last. */
  foot: ReactNode
  /** Without padding at its sides, for a table. */
  wide?: boolean
  children: ReactNode
}

/** One page of the wizard; its heading takes focus when it comes after another one. */
export function ImportPage({ page, title, lead, step, foot, wide = false, children }: ImportPageProps) {
  const { t } = useRollcall()
  const { id, last } = useContext(HeadingContext)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (last.current !== null && last.current !== page) heading.current?.focus()
    last.current = page
  }, [last, page])
  return (
    <>
      <header className="rc-imports-head">
        <h2 ref={heading} className="rc-title" id={id} tabIndex={-1}>
          {title}
        </h2>
        {lead && <p className="rc-lead">{lead}</p>}
      </header>
      {step && <Steps names={STEPS.map((one) => t(WORDS[one]))} current={STEPS.indexOf(step)} />}
      <div className="rc-imports-body" data-wide={wide ? 'yes' : undefined}>
        {children}
      </div>
      <footer className="rc-imports-foot">{foot}</footer>
    </>
  )
}
