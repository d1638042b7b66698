import '../messages/en-GB/groups.ts'
import { useState } from 'react'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogBody, DialogFoot, DialogForm } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { type FieldErrors, useForm } from '../ui/form.ts'
import { Input, Textarea } from '../ui/input.tsx'
import { asRefusal } from '../ui/refusal.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { useToast } from '../ui/toast.tsx'
import { Words } from '../ui/words.tsx'
import { domainsIn, isDomain } from './domains.ts'
import { GroupProblem } from './group-problem.tsx'
import type { Group } from './groups-query.ts'
import { useCreateGroup } from './use-create-group.ts'
import { useEditGroup } from './use-edit-group.ts'

interface GroupFormDialogProps {
  /** Null for a new one; as it is now, while the dialog is open too. */
  group: Group | null
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Name, description and domains of a group. */
export function GroupFormDialog({ group, open, onOpenChange }: GroupFormDialogProps) {
  const { t } = useRollcall()
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={group ? <Words of="groups.editTitle" with={{ name: group.name }} /> : t('groups.new')}
    >
      <GroupForm group={group} onDone={() => onOpenChange(false)} />
    </Dialog>
  )
}

function GroupForm({ group, onDone }: { group: Group | null; onDone: () => void }) {
  const { t } = useRollcall()
  const toast = useToast()
  const create = useCreateGroup()
  const edit = useEditGroup()
  // What one began with; a refresh meanwhile must neither move the form nor the version it was written for.
  const [seen, setSeen] = useState(group)
  const [domains, setDomains] = useState(group?.domains.join(', ') ?? '')
  const wrong = domainsIn(domains).filter((domain) => !isDomain(domain))
  const form = useForm({
    read: (data) => ({
      name: String(data.get('name')).trim(),
      description: String(data.get('description')).trim(),
      domains: domainsIn(domains),
    }),
    check: ({ name }): FieldErrors => ({
      ...(name === '' ? { name: 'required' } : {}),
      ...(wrong.length > 0 ? { domains: 'invalid' } : {}),
    }),
    async send(values) {
      if (seen) {
        try {
          await edit.mutateAsync({ groupId: seen.id, version: seen.version, ...changes(seen, values) })
        } catch (error) {
          // Told of what is there now, one saves over that.
          const current = asRefusal(error)?.code === 'changed-meanwhile' && asRefusal(error)?.details.current
          if (current) setSeen((known) => known && { ...known, version: (current as Group).version })
          throw error
        }
      } else await create.mutateAsync({ ...values, grants: [] })
      toast({ title: <Words of={seen ? 'groups.saved' : 'groups.created'} with={{ name: values.name }} /> })
      onDone()
    },
  })
  const stale = asRefusal(form.problem)?.code === 'changed-meanwhile'

  return (
    <DialogForm {...form.props}>
      <DialogBody className="rc-stack">
        {stale && seen && group ? <Changed seen={seen} now={group} /> : <GroupProblem problem={form.problem} />}
        <Field label={t('groups.name')} error={form.error('name')}>
          <Input name="name" defaultValue={group?.name} maxLength={100} required dir="auto" />
        </Field>
        <Field label={t('groups.description')} optional error={form.error('description')}>
          <Textarea name="description" defaultValue={group?.description} maxLength={500} rows={2} dir="auto" />
        </Field>
        <Field
          label={t('groups.domains')}
          optional
          hint={t('groups.domainsHint')}
          error={
            form.error('domains') &&
            (wrong.length > 0 ? t('groups.domainsWrong', { domains: wrong.join(', ') }) : t('groups.domainsPublic'))
          }
        >
          <Textarea
            name="domains"
            value={domains}
            onChange={({ target }) => setDomains(target.value)}
            rows={2}
            autoCapitalize="none"
            spellCheck={false}
          />
        </Field>
      </DialogBody>
      <DialogFoot>
        <Button variant="ghost" onClick={onDone}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" pending={form.pending}>
          {t(group ? 'common.save' : 'groups.createNow')}
        </Button>
      </DialogFoot>
    </DialogForm>
  )
}

type Values = Pick<Group, 'name' | 'description' | 'domains'>

/** Only what was changed here, so that what others changed elsewhere stays. */
function changes(seen: Group, { name, description, domains }: Values): Partial<Values> {
  return {
    ...(name === seen.name ? {} : { name }),
    ...(description === seen.description ? {} : { description }),
    ...(domains.join() === seen.domains.join() ? {} : { domains }),
  }
}

/** What stands there now, where it is no longer what the form began with. */
function Changed({ seen, now }: { seen: Group; now: Group }) {
  const { t } = useRollcall()
  const theirs = changes(seen, now)
  const told = [
    ...(theirs.name === undefined ? [] : [[t('groups.name'), now.name] as const]),
    ...(theirs.description === undefined ? [] : [[t('groups.description'), now.description] as const]),
    ...(theirs.domains === undefined ? [] : [[t('groups.domains'), now.domains.join(', ')] as const]),
  ]
  return (
    <Banner tone="wait" role="alert" title={t('groups.changedTitle')}>
      {t('groups.changedDetail')}
      {told.map(([field, value]) => (
        <span key={field} className="rc-groups-change">
          <Words of="groups.changedNow" with={{ field, value: value === '' ? t('groups.nothing') : value }} />
        </span>
      ))}
    </Banner>
  )
}
