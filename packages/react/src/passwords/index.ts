export { takeToken } from '../ui/token.ts'
export { ChangePassword, type ChangePasswordProps } from './change-password.tsx'
export { ChangePasswordForm, type ChangePasswordFormProps } from './change-password-form.tsx'
export { ForgotPasswordForm, type ForgotPasswordFormProps } from './forgot-password-form.tsx'
export {
  NewPasswordField,
  type NewPasswordFieldProps,
  type PasswordRules,
} from './new-password-field.tsx'
export { ResetPassword, type ResetPasswordProps } from './reset-password.tsx'
export { ResetPasswordForm, type ResetPasswordFormProps } from './reset-password-form.tsx'
export { useChangeOwnPassword } from './use-change-own-password.ts'
export { useCompleteReset } from './use-complete-reset.ts'
export { useIssuePassword } from './use-issue-password.ts'
export { useRequestReset } from './use-request-reset.ts'
export { useSendResetLink } from './use-send-reset-link.ts'
export { useSetPassword } from './use-set-password.ts'
