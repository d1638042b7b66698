import '../messages/en-GB/imports.ts'
import { BETWEEN_VALUES } from '@rollcall/core/rules'
import { Badge, type BadgeProps } from '../ui/badge.tsx'
import { Bidi } from '../ui/bidi.tsx'
import { Icon } from '../ui/icon.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { holdingText } from './import-columns.tsx'
import { useImportPolicy } from './import-policy-query.ts'
import { refusalText, rowProblem } from './import-problem.ts'
import type { ImportRow as Row } from './import-rows-query.ts'
import { listDifference, textsIn } from './import-text.ts'

type Look = Pick<BadgeProps, 'tone' | 'icon'>

const LOOKS: Readonly<Record<Row['verdict'], Look>> = {
  create: { tone: 'ok', icon: 'plus' },
  update: { tone: 'info', icon: 'pencil' },
  unchanged: { tone: 'muted', icon: 'minus' },
  refused: { tone: 'danger', icon: 'slash' },
}

/** What stands beside the verdict already. */
const NAMING: readonly string[] = ['username', 'email', 'firstName', 'lastName', 'displayName']

/** Columns whose cells hold several values. */
const LISTS: readonly string[] = ['roles', 'instances']

/** A row of the file: who, what becomes of them, and what of them changes. */
export function ImportRow({ row }: { row: Row }) {
  const { t, locale } = useRollcall()
  const { line, verdict, name, username, email } = row
  return (
    <tr className="rc-tr">
      <td className="rc-td" data-column="line">
        <span className="rc-imports-line">{t('imports.row')} </span>
        {new Intl.NumberFormat(locale).format(line)}
      </td>
      <th className="rc-td" data-column="person" scope="row">
        <span className="rc-person-name">{name ? <Bidi>{name}</Bidi> : t('imports.nobodyNamed')}</span>
        {[username, email].map((detail) => detail && detail !== name && <Detail key={detail}>{detail}</Detail>)}
      </th>
      <td className="rc-td" data-column="verdict">
        <Badge {...LOOKS[verdict]}>{t(`importVerdicts.${verdict}`)}</Badge>
      </td>
      <td className="rc-td" data-column="happens">
        <WhatHappens row={row} />
      </td>
    </tr>
  )
}

function Detail({ children }: { children: string }) {
  return (
    <span className="rc-person-detail">
      <Bidi>{children}</Bidi>
    </span>
  )
}

function WhatHappens({ row: { verdict, changes, problems, outcome } }: { row: Row }) {
  const { t } = useRollcall()
  if (outcome?.code) {
    const { code, reason } = outcome
    return <Problem sentence={refusalText(t, { code, reason })} code={reason ?? code} />
  }
  if (verdict === 'unchanged') return <span className="rc-imports-same">{t('imports.asInFile')}</span>
  if (verdict === 'refused') {
    return problems.map((problem) => (
      <Problem
        key={`${problem.column} ${problem.code}`}
        sentence={rowProblem(t, problem)}
        code={problem.reason ?? problem.code}
      />
    ))
  }
  const shown = Object.entries(changes).filter(([column]) => verdict === 'update' || !NAMING.includes(column))
  return (
    <ul className="rc-imports-changes">
      {shown.map(([column, change]) => (
        <Change key={column} column={column} change={change} />
      ))}
    </ul>
  )
}

function Problem({ sentence, code }: { sentence: string; code: string }) {
  return (
    <p className="rc-imports-why">
      <span className="rc-imports-why-text" dir="auto">
        {sentence}
      </span>{' '}
      <code className="rc-mono">{code}</code>
    </p>
  )
}

function Change({ column, change: [before, after] }: { column: string; change: Row['changes'][string] }) {
  const { t, locale } = useRollcall()
  const attributes = useImportPolicy()?.attributes
  const listed = (cell: string) => new Intl.ListFormat(locale, { type: 'unit' }).format(textsIn(cell, BETWEEN_VALUES))
  return (
    <li className="rc-imports-change">
      <span className="rc-imports-field">{holdingText(t, column, attributes)}</span>{' '}
      {before === null ? (
        <Bidi className="rc-imports-new">{LISTS.includes(column) ? listed(after) : after}</Bidi>
      ) : LISTS.includes(column) ? (
        <Several before={before} after={after} />
      ) : (
        <>
          <Cell className="rc-imports-old">{before}</Cell> <Icon name="forward" size="small" />
          <span className="rc-hidden">{t('imports.becomesNow')}</span> <Cell className="rc-imports-new">{after}</Cell>
        </>
      )}
    </li>
  )
}

function Cell({ className, children }: { className: string; children: string }) {
  const { t } = useRollcall()
  return children === '' ? (
    <span className={className} data-state="empty">
      {t('imports.empty')}
    </span>
  ) : (
    <Bidi className={className}>{children}</Bidi>
  )
}

function Several({ before, after }: { before: string; after: string }) {
  const { t } = useRollcall()
  const { added, taken } = listDifference(before, after, BETWEEN_VALUES)
  const marked = [
    ...added.map((text) => ({ text, mark: '+', word: t('imports.added') })),
    ...taken.map((text) => ({ text, mark: '−', word: t('imports.taken') })),
  ]
  return marked.map(({ text, mark, word }) => (
    <span key={`${mark}${text}`} className={mark === '+' ? 'rc-imports-new' : 'rc-imports-gone'}>
      <span className="rc-imports-mark" aria-hidden="true">
        {mark}{' '}
      </span>
      <span className="rc-hidden">{word} </span>
      <Bidi>{text}</Bidi>{' '}
    </span>
  ))
}
