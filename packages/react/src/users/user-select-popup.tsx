import '../messages/en-GB/resources.ts'
import { Icon } from '../ui/icon.tsx'
import { Person } from '../ui/person.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import type { UserChoice } from './user-choices-query.ts'

interface UserSelectPopupProps {
  id: string
  choices: readonly UserChoice[]
  /** An address nobody has, as the last option. */
  invite: string | null
  /** Index of the option the keyboard stands on; -1 for none. */
  active: number
  onChoose: (index: number) => void
  /** Instead of options, or beneath them while they are looked for. */
  note: string | null
}

/** What comes up beneath a user select. Focus stays in the field, so pressing here must not take it. */
export function UserSelectPopup({ id, choices, invite, active, onChoose, note }: UserSelectPopupProps) {
  const { t } = useRollcall()
  const option = (index: number) => ({
    id: `${id}-${index}`,
    role: 'option',
    className: 'rc-user-option',
    'aria-selected': index === active,
    onClick: () => onChoose(index),
  })
  return (
    <div className="rc-user-popup" onPointerDown={(event) => event.preventDefault()}>
      {note && <p className="rc-lead rc-user-note">{note}</p>}
      {(choices.length > 0 || invite) && (
        <div id={id} role="listbox" aria-label={t('resources.find')}>
          {choices.map((choice, index) => (
            <div key={choice.id} {...option(index)}>
              <Person name={choice.name} detail={choice.name === choice.email ? undefined : choice.email} />
            </div>
          ))}
          {invite && (
            <div {...option(choices.length)}>
              <Icon name="mail" /> {t('resources.inviteMatch', { email: invite })}
            </div>
          )}
        </div>
      )}
    </div>
  )
}
