import '../messages/en-GB/deletion.ts'
import { useState } from 'react'
import { needsPassword, useConfirmation } from '../sign-in/index.ts'
import { ProblemBanner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogBody, DialogFoot, DialogForm } from '../ui/dialog.tsx'
import { Item, ItemList } from '../ui/item.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { Section } from '../ui/section.tsx'
import { TypedName, useTypedName } from './typed-name.tsx'
import { useDeleteMe } from './use-delete-me.ts'

interface DeleteMeProps {
  name: string
  onDeleted: (() => void) | undefined
}

/** The end of one's own account: a name to type, and the password where it was not given of late. */
export function DeleteMe({ name, onDeleted }: DeleteMeProps) {
  const { t } = useRollcall()
  const [open, setOpen] = useState(false)
  return (
    <Section tone="danger" title={t('deletion.zone')}>
      <ItemList>
        <Item
          title={t('deletion.me')}
          detail={t('deletion.meDetail')}
          action={
            <Button variant="ghost" tone="danger" onClick={() => setOpen(true)}>
              {t('deletion.meOpen')}
            </Button>
          }
        />
      </ItemList>
      <Dialog open={open} onOpenChange={setOpen} title={t('deletion.meTitle')} description={t('deletion.meEnds')}>
        <DeleteMeForm name={name} onCancel={() => setOpen(false)} onDeleted={onDeleted} />
      </Dialog>
    </Section>
  )
}

function DeleteMeForm({ name, onCancel, onDeleted }: DeleteMeProps & { onCancel: () => void }) {
  const { t } = useRollcall()
  const remove = useDeleteMe()
  const typed = useTypedName(name)
  const confirmation = useConfirmation()
  return (
    <DialogForm
      onSubmit={(event) => {
        event.preventDefault()
        confirmation.attempt(async () => {
          await remove.mutateAsync()
          onDeleted?.()
        })
      }}
    >
      <DialogBody className="rc-stack">
        <ProblemBanner problem={needsPassword(remove.error) ? null : remove.error} />
        <p className="rc-lead">{t('deletion.meStays')}</p>
        <TypedName name={name} typed={typed} />
      </DialogBody>
      <DialogFoot>
        <Button variant="ghost" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" tone="danger" pending={remove.isPending} {...typed.shut}>
          {t('deletion.meNow')}
        </Button>
      </DialogFoot>
      {confirmation.dialog}
    </DialogForm>
  )
}
