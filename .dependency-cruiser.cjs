/**
 * Import zones by file name, as `CONTRIBUTING.md` names them: each file name says what the file may know.
 * `scripts/zones.test.ts` breaks every rule once and expects the error.
 */

const slice =
  '(?:access|users|invitations|sign-in|lockout|passwords|sessions|impersonation|api-tokens|groups|resources|imports|audit|outbox|settings|system|tokens)'
const shown = '\\.(?:test|torture|stories|child)\\.tsx?$'
const core = '^packages/core/src/'
const rules = '\\.rules\\.ts$'
const contract = '\\.contract\\.ts$'
const mail = '\\.mail\\.ts$'
const store = '\\.store\\.ts$'
const steps = '\\.steps\\.ts$'
const ports = `${core}ports/`
const kernel = `${core}kernel/`
const useCase = `${core}${slice}/[a-z-]+\\.ts$`
const hook = '/(?:use-[a-z-]+|[a-z-]+-query)\\.ts$'
const refusals = `${kernel}refusals\\.ts$`
const zod = '(?:^|/)node_modules/zod/'
const kysely = '(?:^|/)node_modules/kysely/'

/** A rule that names everything the files of one kind may import. */
function only(name, comment, path, allowed, extra = {}) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path, pathNot: shown, ...extra },
    to: { pathNot: allowed },
  }
}

/** A rule that lets the files of one kind import certain files for their types alone. */
function typesOnly(name, comment, path, target) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path, pathNot: shown },
    to: { path: target, dependencyTypesNot: ['type-only'] },
  }
}

function never(name, comment, from, to) {
  return { name, comment, severity: 'error', from, to }
}

/** Packages and the workspace packages each may import; `@rollcall/testing` is for tests and hosts' tests alone. */
const packages = {
  core: [],
  'storage-memory': ['core'],
  'storage-sql': ['core'],
  mail: ['core'],
  node: ['core'],
  oidc: ['core'],
  http: ['core'],
  client: ['core'],
  react: ['core', 'client'],
  testing: ['core', 'http', 'storage-memory', 'node'],
  cli: ['core', 'node', 'storage-sql', 'mail'],
}

module.exports = {
  forbidden: [
    only('rules-import-rules', 'A rule takes plain values; it knows other rules and the names of reasons.', rules, [
      rules,
      refusals,
    ]),
    typesOnly('rules-reason-types', 'A rule returns a reason; refusing is the use case’s.', rules, refusals),

    only(
      'contract-imports',
      'The wire is described with the kernel, zod, constants of rules and shapes of other slices.',
      contract,
      [contract, kernel, zod, rules],
    ),

    only('mail-imports', 'A mail is typed data for the mailer port.', mail, [`${ports}mailer\\.ts$`]),
    typesOnly('mail-types-only', 'A mail knows the mailer port by its types.', mail, `${ports}mailer\\.ts$`),

    only('store-imports', 'A storage port is an interface over the types of rules.', store, [rules]),
    typesOnly('store-types-only', 'A storage port knows rules by their types.', store, rules),

    only('steps-imports', 'Steps work on an open transaction: rules, stores and mails.', steps, [
      rules,
      store,
      mail,
      steps,
      ports,
      kernel,
    ]),

    only(
      'use-case-imports',
      'A use case authorises, runs steps and answers; it never calls another use case.',
      useCase,
      [rules, contract, mail, store, steps, ports, kernel, `${core}effects\\.ts$`],
    ),

    never(
      'own-hooks-only',
      "A component fetches through its own slice's hooks; other slices give it components through their index.ts.",
      { path: `^packages/react/src/(${slice})/.+\\.tsx$`, pathNot: shown },
      { path: `^packages/react/src/${slice}/`, pathNot: ['^packages/react/src/$1/', '/index\\.ts$'] },
    ),
    never(
      'component-no-fetch',
      'A component reaches the server through a hook.',
      { path: `^packages/react/src/(?:${slice}|ui)/.+\\.tsx$`, pathNot: shown },
      { path: ['^packages/client/', '(?:^|/)node_modules/@tanstack/react-query/'], dependencyTypesNot: ['type-only'] },
    ),
    only(
      'hook-imports',
      'A hook joins the client to TanStack Query; it renders nothing.',
      `^packages/react/src/.*${hook}`,
      [
        '^packages/client/',
        `${core}(?:contract|refusals|rules)\\.ts$`,
        '(?:^|/)node_modules/(?:@tanstack/react-query|react|@types/react)/',
        '^packages/react/src/ui/(?:rollcall-context|refusal)\\.ts$',
        `^packages/react/src/.*${hook}`,
      ],
    ),
    never(
      'ui-knows-no-slice',
      'ui/ is below every slice.',
      { path: '^packages/react/src/ui/', pathNot: shown },
      { path: `^packages/react/src/${slice}/` },
    ),

    never(
      'browser-core-subpaths',
      'A browser bundle takes /rules, /refusals, /contract or /presets, never the whole core.',
      { path: '^packages/(?:react|client)/', pathNot: shown },
      { path: core, pathNot: `${core}(?:rules|contract|refusals|presets)\\.ts$` },
    ),
    typesOnly(
      'browser-contract-types',
      'Wire schemas stay on the server; the browser knows their types.',
      '^packages/(?:react|client)/',
      `${core}contract\\.ts$`,
    ),
    never(
      'no-node-in-browser',
      'Core, client, react, the in-browser storage and the reader of CSV run without Node.',
      {
        path: '^packages/(?:(?:core|client|react|storage-memory)/src/|node/src/(?:csv\\.ts$|imports/))',
        pathNot: shown,
      },
      { dependencyTypes: ['core'] },
    ),
    only('core-needs-zod', 'Core depends on zod alone.', core, [core, zod]),

    ...Object.entries(packages).map(([name, allowed]) =>
      never(
        `${name}-packages`,
        `${name} may import ${allowed.length ? allowed.join(', ') : 'no other package of the workspace'}.`,
        { path: `^packages/${name}/src/`, pathNot: shown },
        { path: '^packages/', pathNot: [name, ...allowed].map((each) => `^packages/${each}/`) },
      ),
    ),
    never(
      'package-by-name',
      'Another package is imported by its name, through its exports map.',
      { path: '^packages/([^/]+)/' },
      { path: '^packages/', pathNot: '^packages/$1/', dependencyTypes: ['local'] },
    ),
    never(
      'no-example-import',
      'Packages know no example, test ground or script; their tests start database servers by one.',
      { path: '^packages/[^/]+/src/', pathNot: [shown, '^packages/storage-sql/src/engines\\.ts$'] },
      { path: '^(?:examples|acceptance|benchmarks|scripts)/' },
    ),
    never(
      'no-test-import',
      'Product code knows no test or story.',
      { path: '^packages/[^/]+/src/', pathNot: shown },
      { path: shown },
    ),
    never(
      'no-circular',
      'Code goes down once and never back up; types may name each other.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    never(
      'no-orphans',
      'A file nothing imports is dead.',
      {
        orphan: true,
        pathNot: [shown, '\\.d\\.ts$', '^packages/[^/]+/src/(?:index|bin)\\.ts$', '^packages/[^/]+/[^/]+\\.ts$'],
      },
      {},
    ),
    never(
      'resolvable',
      'Every import resolves and stands in package.json.',
      { path: '^packages/[^/]+/src/' },
      {
        couldNotResolve: true,
      },
    ),
    never(
      'declared',
      'Every import stands in package.json.',
      { path: '^packages/[^/]+/src/', pathNot: shown },
      {
        dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'],
        dependencyTypesNot: ['type-only', 'npm-peer'],
        // A development dependency of storage-sql alone, whose build bundles it: docs/decisions/0006-kysely-bundled.md.
        pathNot: kysely,
      },
    ),
    never(
      'kysely-in-storage-sql',
      'storage-sql brings Kysely along in its own code; nobody else may rely on it.',
      { path: '^packages/', pathNot: '^packages/storage-sql/' },
      { path: kysely },
    ),
  ],
  options: {
    doNotFollow: { path: ['node_modules', '/dist/'] },
    exclude: { path: ['/dist/', '^packages/[^/]+/tsup\\.config\\.ts$'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@rollcall/source', 'import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.css', '.json'],
    },
  },
}
