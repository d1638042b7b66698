import '../messages/en-GB/groups.ts'
import { useRef, useState } from 'react'
import { Banner } from '../ui/banner.tsx'
import { Bidi } from '../ui/bidi.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogBody, DialogFoot } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { useForm } from '../ui/form.ts'
import { Reason } from '../ui/refused.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Words } from '../ui/words.tsx'
import { type UserChoice, UserSelect } from '../users/index.ts'
import { GroupMembersList } from './group-members-list.tsx'
import type { Member } from './group-members-query.ts'
import { useGroupPlaces } from './group-places-query.ts'
import { GroupProblem } from './group-problem.tsx'
import type { Group } from './groups-query.ts'
import type { GroupDialogProps } from './groups-table-dialogs.tsx'
import { useSetMembers } from './use-set-members.ts'

/** Who is in a group and why; adds people and takes out those put in by hand. */
export function GroupMembersDialog({ group, manage, open, onOpenChange }: GroupDialogProps) {
  const { t, locale } = useRollcall()
  const set = useSetMembers()
  const [said, setSaid] = useState<{ of: 'groups.added' | 'groups.removed'; name: string } | null>(null)
  const covered = useGroupPlaces().covers(group)
  const { id: groupId, version, domains } = group
  const list = new Intl.ListFormat(locale, { type: 'disjunction' })

  async function remove(member: Member) {
    setSaid(null)
    try {
      await set.mutateAsync({ groupId, version, add: [], remove: [member.id] })
      setSaid({ of: 'groups.removed', name: member.name })
    } catch {
      // The hook keeps what was thrown, and it is shown above.
    }
  }

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="large"
      title={<Words of="groups.membersTitle" with={{ name: group.name }} />}
      description={t('groups.membersLead')}
    >
      <DialogBody className="rc-stack">
        {manage && !covered && <Reason>{t('groups.notCovered')}</Reason>}
        {manage && covered && (
          <AddMember
            group={group}
            onAdd={async (person) => {
              setSaid(null)
              set.reset()
              await set.mutateAsync({ groupId, version, add: [person.id], remove: [] })
              setSaid({ of: 'groups.added', name: person.name })
            }}
          />
        )}
        {set.variables?.remove.length ? <GroupProblem problem={set.error} /> : null}
        {domains.length > 0 && (
          <Banner>
            <Words
              of="groups.byDomainDetail"
              with={{ domains: <Bidi className="rc-strong">{list.format(domains)}</Bidi> }}
            />
          </Banner>
        )}
        <GroupMembersList
          groupId={groupId}
          removing={set.isPending ? (set.variables.remove[0] ?? null) : null}
          {...(manage && covered ? { onRemove: (member: Member) => void remove(member) } : {})}
        />
      </DialogBody>
      <DialogFoot>
        <span className="rc-dialog-note" role="status">
          {said && <Words of={said.of} with={{ name: said.name }} />}
        </span>
        <Button variant="ghost" onClick={() => onOpenChange(false)}>
          {t('common.close')}
        </Button>
      </DialogFoot>
    </Dialog>
  )
}

interface AddMemberProps {
  group: Group
  onAdd: (person: UserChoice) => Promise<void>
}

function AddMember({ group, onAdd }: AddMemberProps) {
  const { t } = useRollcall()
  const input = useRef<HTMLInputElement>(null)
  const [person, setPerson] = useState<UserChoice | null>(null)
  const form = useForm({
    read: () => person,
    check: (chosen) => (chosen ? {} : { person: 'required' as const }),
    async send(chosen) {
      if (!chosen) return
      await onAdd(chosen)
      setPerson(null)
      input.current?.focus()
    },
  })
  return (
    <form className="rc-groups-add" aria-label={t('groups.membersTitle', { name: group.name })} {...form.props}>
      <GroupProblem problem={form.problem} />
      <Field label={t('groups.person')} hint={t('groups.personHint')} error={!person && form.error('person')}>
        <UserSelect ref={input} name="person" value={person} onChange={setPerson} />
      </Field>
      <Button type="submit" pending={form.pending}>
        {t('groups.add')}
      </Button>
    </form>
  )
}
