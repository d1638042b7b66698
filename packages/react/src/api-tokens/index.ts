export { ApiTokens, type ApiTokensProps } from './api-tokens.tsx'
export { useCreateToken } from './use-create-token.ts'
export { useRevokeToken } from './use-revoke-token.ts'
