import { html } from 'hono/html'

/** Somebody the provider knows; `sub` is who they are there. */
export interface Known {
  readonly sub: string
  readonly name: string
  readonly email: string
  /** Who they are to this product. */
  readonly note: string
  readonly roles: readonly string[]
}

const STYLE = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
  body { display: grid; place-items: center; min-height: 100vh; margin: 0; background: light-dark(#f2f4f8, #14161b) }
  main { box-sizing: border-box; width: min(440px, 100% - 32px); padding: 32px; border-radius: 20px;
    background: light-dark(#fff, #1f2229); box-shadow: 0 8px 32px #0002 }
  h1 { margin: 0; font-size: 22px }
  p { margin: 4px 0 20px; color: light-dark(#525866, #a9b0bf) }
  ul { display: grid; gap: 8px; margin: 0 0 20px; padding: 0; list-style: none }
  a { display: block; padding: 12px 16px; border: 1px solid light-dark(#d8dce5, #383d48); border-radius: 12px;
    color: inherit; text-decoration: none }
  a:hover { border-color: #4c7df0 }
  a:focus-visible { outline: 3px solid #4c7df0; outline-offset: 2px }
  a[aria-current] { border-color: #4c7df0; background: light-dark(#eef3ff, #232d45) }
  strong, span { display: block }
  span { font-size: 14px; color: light-dark(#525866, #a9b0bf) }
  .cancel { display: inline-block; border: 0; padding: 4px 0; text-decoration: underline }
`

/** Who wants to sign in; whoever was named at the product is marked. */
export function choicePage(people: readonly Known[], hint: string): string {
  const choices = people.map(({ sub, name, email, note }) => {
    const named = email === hint.trim().toLowerCase() ? html`aria-current="true"` : ''
    return html`<li>
      <a href="?sub=${sub}" ${named}><strong>${name}</strong><span>${email}</span><span>${note}</span></a>
    </li>`
  })
  return page(
    'Choose an account',
    html`<h1>Choose an account</h1>
      <p>This page stands in for Google, on this machine only. No password is asked for.</p>
      <ul>${choices}</ul>
      <a class="cancel" href="?cancel">Back to Northwind Surveys</a>`,
  )
}

/** Ends the session at once; `form` is the provider's own. */
export function endPage(form: string): string {
  const submit = form.replace('</form>', '<input type="hidden" name="logout" value="yes"></form>')
  return `<!doctype html><title>Signing out</title>${submit}<script>document.forms[0].submit()</script>`
}

function page(title: string, content: unknown): string {
  return String(html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <main>${content}</main>
      </body>
    </html>`)
}
