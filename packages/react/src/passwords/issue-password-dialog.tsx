import '../messages/en-GB/resetPassword.ts'
import { type ReactNode, useState } from 'react'
import { ProblemBanner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Radio } from '../ui/choice.tsx'
import { Dialog, DialogBody, DialogFoot, DialogForm } from '../ui/dialog.tsx'
import { useForm } from '../ui/form.ts'
import { useFrozen } from '../ui/frozen.ts'
import { useRollcall } from '../ui/rollcall-context.ts'
import { SecretDialog } from '../ui/secret-dialog.tsx'
import { Time } from '../ui/time.tsx'
import { useToast } from '../ui/toast.tsx'
import { Words } from '../ui/words.tsx'
import { useIssuePassword } from './use-issue-password.ts'

/** Channel → what it is called in the language of the page. */
export type ChannelNames = Readonly<Record<string, string>>

interface IssuePasswordDialogProps {
  user: {
    readonly id: string
    readonly name: string
    readonly email: string
    readonly version: number
    readonly status: string
    readonly passwordChannels: readonly string[]
  }
  channelNames: ChannelNames
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Says what ends, asks how the temporary password travels, and shows it once where it is the screen. */
export function IssuePasswordDialog({ user: current, channelNames, open, onOpenChange }: IssuePasswordDialogProps) {
  const { t } = useRollcall()
  const toast = useToast()
  const user = useFrozen(current, open)
  const issue = useIssuePassword()
  const [shown, setShown] = useState<{ name: string; password: string; expiresAt: string }>()
  const { name } = user
  const form = useForm({
    read: (data) => ({ channel: String(data.get('channel')) }),
    async send({ channel }) {
      const { id: userId, version } = user
      const { password, expiresAt } = await issue.mutateAsync({ userId, channel, version })
      onOpenChange(false)
      if (password !== null) return setShown({ name: user.name, password, expiresAt })
      toast({ title: <Words of="resetPassword.issued" with={{ name }} />, detail: t('resetPassword.issuedDetail') })
    },
  })
  return (
    <>
      <Dialog
        open={open}
        onOpenChange={onOpenChange}
        title={<Words of="resetPassword.issueTitle" with={{ name }} />}
        description={`${t('resetPassword.issueEnds')} ${t('resetPassword.issueThen')}`}
      >
        <DialogForm {...form.props}>
          <DialogBody className="rc-stack">
            <ProblemBanner problem={form.problem} />
            {user.status === 'locked' && <p className="rc-lead">{t('resetPassword.issueUnlocks')}</p>}
            <Channels user={user} names={channelNames} />
          </DialogBody>
          <DialogFoot>
            <Button variant="ghost" onClick={() => onOpenChange(false)}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" tone="danger" pending={form.pending}>
              {t('resetPassword.issueNow')}
            </Button>
          </DialogFoot>
        </DialogForm>
      </Dialog>
      <SecretDialog
        secret={shown?.password}
        title={<Words of="resetPassword.secretTitle" with={{ name: shown?.name ?? '' }} />}
        description={t('resetPassword.secretLead')}
        label={t('resetPassword.secret')}
        copy={t('resetPassword.copy')}
        onDone={() => setShown(undefined)}
      >
        <dl className="rc-pairs">
          <dt>{t('resetPassword.validUntil')}</dt>
          <dd>{shown && <Time at={shown.expiresAt} show="day" />}</dd>
        </dl>
      </SecretDialog>
    </>
  )
}

function Channels({ user, names }: { user: IssuePasswordDialogProps['user']; names: ChannelNames }) {
  const { t } = useRollcall()
  const known: Record<string, readonly [name: string, detail: ReactNode]> = {
    screen: [t('resetPassword.screen'), t('resetPassword.screenDetail')],
    mail: [
      t('resetPassword.mail'),
      <span key="mail">
        <Words of="resetPassword.mailDetail" with={{ email: user.email }} />
      </span>,
    ],
    'text-message': [t('resetPassword.textMessage'), t('resetPassword.channelDetail')],
  }
  return (
    <fieldset className="rc-stack" data-gap="small">
      <legend className="rc-label">{t('resetPassword.channel')}</legend>
      {user.passwordChannels.map((channel, index) => {
        const [name = channel, detail = t('resetPassword.channelDetail')] = known[channel] ?? []
        return (
          <Radio
            key={channel}
            name="channel"
            value={channel}
            label={names[channel] ?? name}
            hint={detail}
            defaultChecked={index === 0}
          />
        )
      })}
    </fieldset>
  )
}
