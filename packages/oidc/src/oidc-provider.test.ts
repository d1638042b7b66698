import { describe, expect, it } from 'vitest'
import { oidcProvider } from './oidc-provider.ts'

describe('oidcProvider', () => {
  it.each(['http://id.contoso.example', 'id.contoso.example', 'ftp://127.0.0.1/'])(
    'refuses the issuer %s',
    (issuer) => {
      expect(() => oidcProvider({ id: 'contoso', clientId: 'surveys', issuer })).toThrow(
        /`issuer` must be an https address/,
      )
    },
  )
})
