import '../messages/en-GB/imports.ts'
import { type FileFault, REFUSALS, type RefusalCode } from '@rollcall/core/refusals'
import type { MessageKey } from '../messages/message.ts'
import type { Translate } from '../messages/translate.ts'
import { asRefusal, describeProblem } from '../ui/refusal.ts'
import type { ImportRow } from './import-rows-query.ts'

type RowProblem = ImportRow['problems'][number]
type Refusal = Pick<RowProblem, 'code' | 'reason'>

/** Why a file is refused, with the place; where that is not known, what was thrown. */
export function fileProblem(t: Translate, error: unknown): string {
  const fault = asRefusal(error)?.details.file
  return fault ? faultText(t, fault) : describeProblem(t, error)
}

function faultText(t: Translate, { problem, line, column, header = '' }: FileFault): string {
  const key = `fileProblems.${problem}` as const
  const sentence = (t as (key: MessageKey, parameters: { header: string }) => string)(key, { header: `“${header}”` })
  if (line !== null && column !== null)
    return t('imports.atPlace', { line: String(line), column: String(column), sentence })
  if (line !== null) return t('imports.atLine', { line: String(line), sentence })
  return column === null ? sentence : t('imports.inCell', { column: String(column), sentence })
}

/** What is wrong with a row, and in which column. */
export function rowProblem(t: Translate, { column, line, ...refusal }: RowProblem): string {
  const sentence = line === null ? refusalText(t, refusal) : t('imports.sameAs', { line: String(line) })
  return column === null ? sentence : t('imports.inColumn', { column, sentence })
}

/** The sentence of a code of a field or of a refusal. */
export function refusalText(t: Translate, { code, reason }: Refusal): string {
  if (reason) return t(`reasons.${reason}`)
  return isRefusal(code) ? t(`refusals.${code}`) : t(`fields.${code}`)
}

function isRefusal(code: RowProblem['code']): code is RefusalCode {
  return Object.hasOwn(REFUSALS, code)
}
