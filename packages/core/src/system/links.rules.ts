/** Where the host's own pages are; `{token}` is replaced. In the fragment, tokens reach no server log and no scanner. */
export interface LinkTemplates {
  readonly registration: string
  readonly reset: string
  readonly emailChange: string
  readonly signIn: string
  readonly forgotPassword: string
  readonly users: string
}

export const DEFAULT_LINKS: LinkTemplates = {
  registration: '/register#token={token}',
  reset: '/reset-password#token={token}',
  emailChange: '/confirm-email#token={token}',
  signIn: '/sign-in',
  forgotPassword: '/forgot-password',
  users: '/users',
}

/** Absolute addresses for mails, made from `baseUrl` alone: request headers never build a link. */
export interface Links {
  /** The host's own beginning. */
  readonly home: string
  readonly signIn: string
  readonly forgotPassword: string
  readonly users: string
  /** A path of the host's, or a whole address as it is. */
  at(path: string): string
  /** The page for a credential: with the token, and without it for typing the code. */
  credential(
    page: 'registration' | 'reset' | 'emailChange',
    token: string,
  ): { readonly link: string; readonly page: string }
}

export function linksOf(baseUrl: URL, templates: LinkTemplates): Links {
  const absolute = (path: string) => new URL(path, baseUrl).href
  return {
    home: baseUrl.href,
    signIn: absolute(templates.signIn),
    forgotPassword: absolute(templates.forgotPassword),
    users: absolute(templates.users),
    at: absolute,
    credential: (page, token) => ({
      link: absolute(templates[page].replace('{token}', token)),
      page: absolute(templates[page].replace(/[#?][^#?]*\{token\}.*$/, '')),
    }),
  }
}
