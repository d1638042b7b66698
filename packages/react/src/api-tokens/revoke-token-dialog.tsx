import '../messages/en-GB/apiTokens.ts'
import { Bidi } from '../ui/bidi.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { useRollcall } from '../ui/rollcall-context.ts'
import { useToast } from '../ui/toast.tsx'
import { Words } from '../ui/words.tsx'
import { useRevokeToken } from './use-revoke-token.ts'

interface RevokeTokenDialogProps {
  userId: string | undefined
  token: { readonly id: string; readonly prefix: string }
  open: boolean
  onOpenChange: (open: boolean) => void
}

export function RevokeTokenDialog({ userId, token, open, onOpenChange }: RevokeTokenDialogProps) {
  const { t } = useRollcall()
  const toast = useToast()
  const revoke = useRevokeToken(userId)
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('apiTokens.revokeTitle')}
      act={t('apiTokens.revokeNow')}
      pending={revoke.isPending}
      problem={revoke.error}
      onAct={() =>
        revoke.mutate(token.id, {
          onSuccess() {
            toast({ title: t('apiTokens.revoked') })
            onOpenChange(false)
          },
        })
      }
    >
      <Words of="apiTokens.revokeDetail" with={{ prefix: <Bidi className="rc-mono">{`${token.prefix}…`}</Bidi> }} />
    </ConfirmDialog>
  )
}
