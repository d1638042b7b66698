import tokens from '../packages/react/src/styles/tokens.css?raw'

/** Names of the tokens as the style sheet declares them first, in its order. */
const names = [...new Set(Array.from(tokens.matchAll(/^ {2}(--rc-[\w-]+):/gm), ([, name = '']) => name))]

const groups = [
  { title: 'Surfaces and lines', of: /^--rc-(?:bg|surface|line|scrim)/ },
  { title: 'Ink', of: /^--rc-ink/ },
  { title: 'Accent', of: /^--rc-(?:accent|on-accent|ring)/ },
  { title: 'Statuses', of: /^--rc-(?:ok|wait|danger|on-danger|idle|muted)/ },
]
const drawn = (name: string) => groups.some(({ of }) => of.test(name))

/** Every colour beside its name, in light and dark. */
export function Colours() {
  return (
    <div className="tokens-schemes">
      {(['light', 'dark'] as const).map((theme) => (
        <section key={theme} className="rollcall tokens-scheme" data-rc-theme={theme} aria-label={theme}>
          {groups.map(({ title, of }) => (
            <div key={title}>
              <p className="tokens-title">{title}</p>
              <ul className="tokens-list">
                {names
                  .filter((name) => of.test(name))
                  .map((name) => (
                    <li key={name}>
                      <span className="tokens-swatch" style={{ background: `var(${name})` }} />
                      <code>{name}</code>
                    </li>
                  ))}
              </ul>
            </div>
          ))}
        </section>
      ))}
    </div>
  )
}

/** Sizes of text, each in its own size. */
export function TextSizes() {
  return (
    <ul className="rollcall tokens-list tokens-scheme" data-rc-theme="system">
      {names
        .filter((name) => /^--rc-text/.test(name))
        .map((name) => (
          <li key={name} style={{ fontSize: `var(${name})` }}>
            Lena Vogt was invited <code>{name}</code>
          </li>
        ))}
    </ul>
  )
}

/** What is neither colour nor size of text, with its value. */
export function Measures() {
  const valueIn = (name: string) => new RegExp(`${name}:\\s*([^;]+);`).exec(tokens)?.[1]?.replaceAll(/\s+/g, ' ')
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Token</th>
          <th scope="col">Value</th>
        </tr>
      </thead>
      <tbody>
        {names
          .filter((name) => !drawn(name) && !/^--rc-(?:text|h$|c$)/.test(name))
          .map((name) => (
            <tr key={name}>
              <td>
                <code className="tokens-name">{name}</code>
              </td>
              <td>
                <code>{valueIn(name)}</code>
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}
