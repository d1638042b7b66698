import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/** A version somebody uploaded. */
export interface Build {
  readonly version: string
  /** ISO 8601. */
  readonly at: string
  /** Null when the person has been deleted since. */
  readonly by: { readonly id: string; readonly name: string } | null
}

/** What this product is about; Rollcall knows only its id and name. */
export interface App {
  readonly id: string
  readonly name: string
  readonly platform: 'ios' | 'android'
  readonly summary: string
  /** Newest first. */
  readonly builds: readonly Build[]
}

/** The host's own records, in a file. */
export interface Apps {
  all(): readonly App[]
  add(app: App): void
  addBuild(id: string, build: Build): void
  /** Keeps what somebody uploaded, without their name. */
  forgetPerson(id: string): void
}

export function openApps(file: string): Apps {
  let apps: readonly App[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
  const keep = (changed: readonly App[]) => {
    apps = changed
    writeFileSync(file, JSON.stringify(apps, null, 2))
  }
  return {
    all: () => apps,
    add: (app) => keep([...apps, app]),
    addBuild: (id, build) =>
      keep(apps.map((app) => (app.id === id ? { ...app, builds: [build, ...app.builds] } : app))),
    forgetPerson: (id) =>
      keep(
        apps.map((app) => ({
          ...app,
          builds: app.builds.map((build) => (build.by?.id === id ? { ...build, by: null } : build)),
        })),
      ),
  }
}
