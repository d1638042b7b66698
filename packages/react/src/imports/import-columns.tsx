import '../messages/en-GB/imports.ts'
import { ATTRIBUTE_COLUMN, type Column } from '@rollcall/core/rules'
import { useId } from 'react'
import type { Translate } from '../messages/translate.ts'
import { Badge } from '../ui/badge.tsx'
import { Banner } from '../ui/banner.tsx'
import { Bidi } from '../ui/bidi.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Select } from '../ui/input.tsx'
import { Refused } from '../ui/refused.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Words } from '../ui/words.tsx'
import { doubledIn, type Holding, type Mapping, type Match, matchOf } from './column-mapping.ts'
import type { FileHead } from './file-head.ts'
import { ImportPage } from './import-page.tsx'
import { useImportPolicy } from './import-policy-query.ts'
import { fileProblem } from './import-problem.ts'

interface ImportColumnsProps {
  name: string
  head: FileHead
  known: readonly Holding[]
  remembered: Mapping
  mapping: Mapping
  onMappingChange: (mapping: Mapping) => void
  problem: unknown
  pending: boolean
  onBack: () => void
  onCheck: () => void
}

/** What each column of the file becomes. */
export function ImportColumns(props: ImportColumnsProps) {
  const { name, head, known, remembered, mapping, onMappingChange, problem, pending, onBack, onCheck } = props
  const { t } = useRollcall()
  const doubled = doubledIn(head.headers, mapping)
  const nothing = head.headers.every((header) => !mapping[header])
  return (
    <ImportPage
      page="columns"
      title={t('imports.columnsTitle')}
      lead={<Words of="imports.columnsLead" with={{ name, count: head.headers.length }} />}
      step="columns"
      foot={
        <>
          <Button variant="ghost" onClick={onBack}>
            {t('common.back')}
          </Button>
          <span className="rc-grow" />
          <Refused
            className="rc-imports-refused"
            reason={doubled.size > 0 ? t('imports.twiceDetail') : nothing && t('imports.nothingChosen')}
          >
            <Button pending={pending} onClick={onCheck}>
              {t('imports.check')}
            </Button>
          </Refused>
        </>
      }
    >
      {problem ? (
        <Banner tone="danger" role="alert" title={t('refusals.unsupported-file')} className="rc-imports-banner">
          {fileProblem(t, problem)}
        </Banner>
      ) : null}
      <table className="rc-table rc-imports-map" data-size="small">
        <thead className="rc-thead">
          <tr className="rc-tr">
            {(['inFile', 'firstValues', 'becomes', 'match'] as const).map((column) => (
              <th key={column} className="rc-th" scope="col">
                {t(`imports.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="rc-tbody">
          {head.headers.map((header, index) => (
            <ColumnRow
              key={header}
              header={header}
              number={index + 1}
              examples={head.examples[index] ?? []}
              known={known}
              holding={mapping[header] ?? null}
              match={doubled.has(header) ? 'twice' : matchOf(header, mapping, known, remembered)}
              onChange={(holding) => onMappingChange({ ...mapping, [header]: holding })}
            />
          ))}
        </tbody>
      </table>
      <span className="rc-hidden" role="status">
        {pending && t('imports.checking')}
      </span>
    </ImportPage>
  )
}

interface ColumnRowProps {
  header: string
  number: number
  examples: readonly string[]
  known: readonly Holding[]
  holding: Holding | null
  match: Match | 'twice'
  onChange: (holding: Holding | null) => void
}

function ColumnRow({ header, number, examples, known, holding, match, onChange }: ColumnRowProps) {
  const { t, locale } = useRollcall()
  const id = useId()
  const attributes = useImportPolicy()?.attributes
  const name = header === '' ? t('imports.unnamed', { number: String(number) }) : header
  return (
    <tr className="rc-tr">
      <th className="rc-td" scope="row" data-column="header">
        <Bidi className="rc-mono">{name}</Bidi>
      </th>
      <td className="rc-td" data-column="examples">
        <Bidi className="rc-imports-examples">{new Intl.ListFormat(locale, { type: 'unit' }).format(examples)}</Bidi>
      </td>
      <td className="rc-td" data-column="becomes">
        <Select
          value={holding ?? ''}
          aria-label={t('imports.becomesOf', { column: name })}
          aria-describedby={id}
          aria-invalid={match === 'twice' || undefined}
          onChange={({ target }) => onChange((target.value || null) as Holding | null)}
        >
          <option value="">{t('imports.leftOut')}</option>
          {known.map((each) => (
            <option key={each} value={each}>
              {holdingText(t, each, attributes)}
            </option>
          ))}
        </Select>
      </td>
      <td className="rc-td" data-column="match" id={id}>
        <MatchMark match={match} />
      </td>
    </tr>
  )
}

function MatchMark({ match }: { match: Match | 'twice' }) {
  const { t } = useRollcall()
  switch (match) {
    case 'twice':
      return (
        <Badge tone="danger" icon="alert">
          {t('imports.twice')}
        </Badge>
      )
    case 'guessed':
      return (
        <Badge tone="wait" icon="question">
          {t('imports.guessed')}
        </Badge>
      )
    case 'none':
      return (
        <span className="rc-imports-match">
          <Icon name="minus" size="small" />
          {t('imports.noField')}
        </span>
      )
    default:
      return (
        <span className="rc-imports-match">
          <Icon name="check" size="small" />
          {t(`imports.${match}`)}
        </span>
      )
  }
}

/** What a column holds, in words. */
export function holdingText(
  t: Translate,
  holding: string,
  attributes: readonly { readonly key: string; readonly label: string }[] = [],
): string {
  if (!holding.startsWith(ATTRIBUTE_COLUMN)) return t(`importColumns.${holding as Column}`)
  const key = holding.slice(ATTRIBUTE_COLUMN.length)
  return t('imports.attribute', { name: attributes.find((each) => each.key === key)?.label ?? key })
}
