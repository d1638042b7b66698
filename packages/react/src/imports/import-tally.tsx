import { useRollcall } from '../ui/rollcall-context.ts'

interface ImportTallyProps {
  of: readonly { readonly word: string; readonly count: number }[]
}

/** Counts beside each other. */
export function ImportTally({ of }: ImportTallyProps) {
  const { locale } = useRollcall()
  const numbers = new Intl.NumberFormat(locale)
  return (
    <dl className="rc-imports-tally">
      {of.map(({ word, count }) => (
        <div key={word} className="rc-imports-sum">
          <dt className="rc-imports-sum-word">{word}</dt>
          <dd className="rc-imports-sum-count">{numbers.format(count)}</dd>
        </div>
      ))}
    </dl>
  )
}
