// Who may import whom: the lock behind section "Who may import whom" of the architecture.
// A feature is any folder that is not an engine, so a new one is covered from its first file.
const ENGINES = '(work-queue|scheduling|people|communities|notifications|files|wechat|moderation)'
const TESTS = '\\.test\\.tsx?$|^[^/]+/(test|e2e|bench)/'
const WITH_IO = '^bff/src/platform/(db|http|jobs|wechat|env|log)/|\\.(repository|service|routes)\\.ts$'

/** An npm package and its subpaths, wherever pnpm put it. */
const npm = (...names) => `(^|/)node_modules/(${names.join('|')})(/|$)`
const ANY_PACKAGE = '(^|/)node_modules/'

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const forbidden = [
  {
    name: 'nothing-unresolved',
    comment: 'An import that is not found escapes every other rule.',
    from: { path: '^(shared|config|bff|miniapp)/' },
    to: { couldNotResolve: true },
  },
  {
    name: 'shared-only-itself-and-zod',
    from: { path: '^shared/src/', pathNot: TESTS },
    to: { pathNot: ['^shared/src/', npm('zod')] },
  },
  {
    name: 'shared-feature-not-another-feature',
    from: { path: '^shared/src/([^/]+)/', pathNot: `^shared/src/(kernel|${ENGINES})/` },
    to: { path: '^shared/src/[^/]+/', pathNot: ['^shared/src/$1/', `^shared/src/(kernel|${ENGINES})/`] },
  },
  {
    name: 'shared-kernel-only-itself',
    from: { path: '^shared/src/kernel/', pathNot: TESTS },
    to: { path: '^shared/src/', pathNot: '^shared/src/kernel/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'config-only-shared',
    from: { path: '^config/src/', pathNot: TESTS },
    to: { pathNot: ['^(config|shared)/src/', npm('zod', 'yaml')], dependencyTypesNot: ['core'] },
  },
  {
    name: 'config-reads-files-only-in-load',
    comment: 'check.ts is the command around it; hash.ts needs node:crypto and no file.',
    from: { path: '^config/src/', pathNot: `${TESTS}|^config/src/(load|check)\\.ts$` },
    to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
  },
  {
    name: 'bff-not-miniapp',
    from: { path: '^bff/' },
    to: { path: '^miniapp/' },
  },
  {
    name: 'bff-source-not-its-tools',
    from: { path: '^bff/src/', pathNot: TESTS },
    to: { path: '^bff/(bin|test|bench|migrations)/' },
  },
  {
    name: 'miniapp-not-config-nor-bff',
    comment: 'Routing rules and staff data do not ship to phones.',
    from: { path: '^miniapp/src/' },
    to: { path: '^(config|bff)/' },
  },
  {
    name: 'miniapp-contracts-as-types-only',
    comment: 'A contract brings zod, 455 KB that no phone needs.',
    from: { path: '^miniapp/src/', pathNot: TESTS },
    to: { path: '^shared/src/.*contract\\.ts$', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'miniapp-no-zod',
    from: { path: '^miniapp/src/', pathNot: TESTS },
    to: { path: npm('zod'), dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'miniapp-feature-not-another-feature',
    comment: 'A feature sees itself, the platform, the building blocks and the index.ts of engines.',
    from: { path: '^miniapp/src/([^/]+)/', pathNot: `${TESTS}|^miniapp/src/(platform|ui)/` },
    to: { path: '^miniapp/src/', pathNot: ['^miniapp/src/($1|platform|ui)/', `^miniapp/src/${ENGINES}/index\\.tsx?$`] },
  },
  {
    name: 'miniapp-blocks-not-features',
    from: { path: '^miniapp/src/(platform|ui)/', pathNot: TESTS },
    to: { path: '^miniapp/src/', pathNot: '^miniapp/src/(platform|ui)/' },
  },
  {
    name: 'feature-only-through-doors',
    comment: 'A feature sees itself, the platform and the index.ts of engines; never another feature.',
    from: { path: '^bff/src/([^/]+)/', pathNot: `${TESTS}|^bff/src/(platform|${ENGINES})/` },
    to: { path: '^bff/src/', pathNot: [`^bff/src/($1|platform)/`, `^bff/src/${ENGINES}/index\\.ts$`] },
  },
  {
    name: 'engine-not-feature',
    from: { path: `^bff/src/${ENGINES}/`, pathNot: TESTS },
    to: { path: '^bff/src/', pathNot: ['^bff/src/($1|platform)/', `^bff/src/${ENGINES}/index\\.ts$`] },
  },
  {
    name: 'platform-knows-no-service',
    from: { path: '^bff/src/platform/', pathNot: TESTS },
    to: { path: '^bff/src/', pathNot: '^bff/src/platform/' },
  },
  {
    name: 'koa-only-in-routes-and-http',
    from: { path: '^bff/src/', pathNot: `${TESTS}|\\.routes\\.ts$|^bff/src/platform/http/|^bff/src/app\\.ts$` },
    to: { path: npm('koa', '@koa/[^/]+', 'koa-[^/]+', '@types/koa[^/]*') },
  },
  {
    name: 'routes-no-sql',
    from: { path: '\\.routes\\.ts$' },
    to: { path: [npm('kysely', 'pg', 'pg-boss'), '\\.repository\\.ts$'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'policy-without-io',
    from: { path: '\\.policy\\.ts$' },
    to: {
      path: [WITH_IO, npm('kysely', 'pg', 'pg-boss', 'koa', '@koa/[^/]+', 'pino')],
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'policy-without-node',
    from: { path: '\\.policy\\.ts$' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'sql-only-in-repositories',
    comment:
      'Types of a transaction may travel; building a statement may not. The inventory of personal data says what is due.',
    from: {
      path: '^bff/src/',
      pathNot: `${TESTS}|\\.repository\\.ts$|/[a-z]+-data\\.ts$|^bff/src/platform/(db|jobs|http)/`,
    },
    to: { path: npm('kysely', 'pg', 'pg-boss'), dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'repository-below-service',
    from: { path: '\\.repository\\.ts$' },
    to: { path: '\\.(service|routes|presenter|policy)\\.ts$' },
  },
  {
    name: 'migrations-only-kysely',
    comment: 'A migration that imports living code changes its meaning when the code does.',
    from: { path: '^bff/migrations/', pathNot: TESTS },
    to: { pathNot: npm('kysely') },
  },
]

module.exports = {
  forbidden: forbidden.map((rule) => ({ severity: 'error', ...rule })),
  options: {
    doNotFollow: { path: ANY_PACKAGE },
    exclude: { path: '(^|/)(dist|\\.types)/' },
    // Type-only imports are seen, and told apart.
    tsPreCompilationDeps: true,
    moduleSystems: ['es6'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      // A page's two platforms: whichever is there stands for both.
      extensions: [
        '.ts',
        '.tsx',
        '.h5.ts',
        '.h5.tsx',
        '.weapp.ts',
        '.weapp.tsx',
        '.d.ts',
        '.mjs',
        '.js',
        '.scss',
        '.json',
      ],
    },
  },
}
