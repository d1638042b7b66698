export { SignInForm, type SignInFormProps } from './sign-in-form.tsx'
export { useSignIn } from './use-sign-in.ts'
export { useSignOut } from './use-sign-out.ts'
