import '../messages/en-GB/details.ts'
import '../messages/en-GB/information.ts'
import type { ProfileField } from '@rollcall/core/rules'
import { Banner } from '../ui/banner.tsx'
import { Bidi } from '../ui/bidi.tsx'
import { Button } from '../ui/button.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { shownValue } from './profile-fields.tsx'
import type { Profile, ProfileDraft } from './use-profile-draft.ts'

/** What somebody else changed meanwhile, beside what stands in the form. */
export function UserInformationConflicts({ draft, saved }: { draft: ProfileDraft; saved: Profile }) {
  const { t } = useRollcall()
  if (draft.conflicting.length === 0) return null
  return (
    <Banner tone="wait" role="alert" title={t('information.conflictTitle')}>
      {t('information.conflictDetail')}
      <table className="rc-table rc-conflicts" data-size="small">
        <thead>
          <tr>
            <th className="rc-th">{t('information.field')}</th>
            <th className="rc-th">{t('information.theirs')}</th>
            <th className="rc-th">{t('information.mine')}</th>
            <th className="rc-th">
              <span className="rc-hidden">{t('information.takeTheirs')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {draft.conflicting.map((field) => (
            <tr key={field}>
              <th className="rc-td" scope="row">
                {t(`details.${field}`)}
              </th>
              <td className="rc-td">
                <Value field={field} of={saved[field]} />
              </td>
              <td className="rc-td">
                <Value field={field} of={draft.value(field)} />
              </td>
              <td className="rc-td" data-align="end">
                <Button
                  variant="ghost"
                  size="small"
                  aria-label={t('information.takeTheirsOf', { field: t(`details.${field}`) })}
                  onClick={() => draft.drop(field)}
                >
                  {t('information.takeTheirs')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Banner>
  )
}

function Value({ field, of }: { field: ProfileField; of: string | boolean | null }) {
  const { t } = useRollcall()
  if (typeof of === 'boolean') return t(of ? 'information.on' : 'information.off')
  return of === null ? t('common.none') : <Bidi>{shownValue(field, of)}</Bidi>
}
