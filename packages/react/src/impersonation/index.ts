export { ImpersonateDialog, type ImpersonateDialogProps } from './impersonate-dialog.tsx'
export { ImpersonationBanner, type ImpersonationBannerProps } from './impersonation-banner.tsx'
export { useStartImpersonation } from './use-start-impersonation.ts'
export { useStopImpersonation } from './use-stop-impersonation.ts'
