import type { RollcallClient } from '@rollcall/client'
import { queryOptions, skipToken, useQuery } from '@tanstack/react-query'
import { useRollcall } from '../ui/rollcall-context.ts'

export type InvitationPreview = Awaited<ReturnType<RollcallClient['invitations']['previewInvitation']>>

/** What an invitation is for. Kept no longer than it is shown, because its key holds the token. */
function invitationPreviewQuery(client: RollcallClient, token: string | null | undefined) {
  return queryOptions({
    queryKey: ['rollcall', 'invitation-preview', token],
    queryFn: token ? (options) => client.invitations.previewInvitation({ token }, options) : skipToken,
    staleTime: Infinity,
    gcTime: 0,
  })
}

export function useInvitationPreview(token: string | null | undefined) {
  return useQuery(invitationPreviewQuery(useRollcall().client, token))
}
