// Checks who imports whom in the four packages, and first that every rule catches a planted violation:
// a rule whose pattern matches nothing would stay green for ever.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise } from 'dependency-cruiser'

const { forbidden, options } = createRequire(import.meta.url)('./.dependency-cruiser.cjs')

const FOLDERS = {
  shared: ['shared/src'],
  config: ['config/src'],
  bff: ['bff/src', 'bff/migrations'],
  miniapp: ['miniapp/src'],
}

// What the phone loads, when imports of types are left out.
const runtimeRules = [
  {
    name: 'phone-loads-no-zod',
    severity: 'error',
    from: { path: '^miniapp/src/', pathNot: '\\.test\\.tsx?$' },
    to: { path: '(^|/)node_modules/zod/', reachable: true },
  },
]

/** For each rule a file and the one import in it that the rule must refuse. */
const PLANTED = {
  'nothing-unresolved': ['bff/src/issues/lost.ts', './nowhere.ts'],
  'shared-only-itself-and-zod': ['shared/src/issues/reads-files.ts', 'node:fs'],
  'shared-feature-not-another-feature': ['shared/src/issues/sees-meals.ts', '../canteen/target.ts'],
  'shared-kernel-only-itself': ['shared/src/kernel/sees-issues.ts', '../issues/target.ts'],
  'config-only-shared': ['config/src/sees-bff.ts', '../../bff/src/issues/target.ts'],
  'config-reads-files-only-in-load': ['config/src/reads-files.ts', 'node:fs'],
  'bff-not-miniapp': ['bff/src/issues/sees-pages.ts', '../../../miniapp/src/ui/target.ts'],
  'bff-source-not-its-tools': ['bff/src/issues/sees-tests.ts', '../../test/target.ts'],
  'miniapp-not-config-nor-bff': ['miniapp/src/issues/sees-config.ts', '../../../config/src/target.ts'],
  'miniapp-contracts-as-types-only': ['miniapp/src/issues/loads-contract.ts', '../../../shared/src/issues/contract.ts'],
  'miniapp-no-zod': ['miniapp/src/issues/loads-zod.ts', 'zod'],
  'miniapp-feature-not-another-feature': ['miniapp/src/issues/sees-people.ts', '../people/target.ts'],
  'miniapp-blocks-not-features': ['miniapp/src/ui/sees-people.ts', '../people/target.ts'],
  'feature-only-through-doors': ['bff/src/issues/passes-the-door.ts', '../people/target.ts'],
  'engine-not-feature': ['bff/src/people/sees-issues.ts', '../issues/target.ts'],
  'platform-knows-no-service': ['bff/src/platform/http/sees-issues.ts', '../../issues/target.ts'],
  'koa-only-in-routes-and-http': ['bff/src/issues/issue.service.ts', 'koa'],
  'routes-no-sql': ['bff/src/issues/issue.routes.ts', './issue.repository.ts'],
  'policy-without-io': ['bff/src/issues/issue.policy.ts', './issue.repository.ts'],
  'policy-without-node': ['bff/src/issues/other.policy.ts', 'node:fs'],
  'sql-only-in-repositories': ['bff/src/issues/other.service.ts', 'kysely'],
  'repository-below-service': ['bff/src/issues/other.repository.ts', './issue.service.ts'],
  'migrations-only-kysely': ['bff/migrations/20260101T0000-planted.ts', '../src/issues/target.ts'],
  'phone-loads-no-zod': ['miniapp/src/issues/loads-rules.ts', '../../../shared/src/issues/loads-zod.ts'],
}
const TARGETS = [
  'bff/src/issues/target.ts',
  'bff/src/people/target.ts',
  'bff/test/target.ts',
  'config/src/target.ts',
  'miniapp/src/people/target.ts',
  'miniapp/src/ui/target.ts',
  'shared/src/canteen/target.ts',
  'shared/src/issues/target.ts',
]
const PACKAGES = ['zod', 'koa', 'kysely']

const failures = [...(await proveRules()), ...(await checkPackages())]
for (const failure of failures) console.error(`✗ ${failure}`)
if (failures.length > 0) process.exit(1)

/** Sentences about rules that did not catch what was planted for them. */
async function proveRules() {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'little-bench-planted-')))
  try {
    plant(folder)
    const caught = new Set((await findViolations(folder)).violations.map(({ rule, from }) => `${rule.name} ${from}`))
    const rules = [...forbidden, ...runtimeRules].map(({ name }) => name)
    const blind = rules.filter((name) => !caught.has(`${name} ${PLANTED[name]?.[0]}`))
    console.log(`${rules.length - blind.length} of ${rules.length} rules caught their planted violation.`)
    return blind.map((name) => `The rule ${name} did not catch the violation planted for it.`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function plant(folder) {
  const write = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  for (const name of PACKAGES) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }))
    write(`node_modules/${name}/index.js`, 'export const stub = 1\n')
  }
  for (const path of [...TARGETS, 'shared/src/issues/contract.ts', 'bff/src/issues/issue.repository.ts']) {
    write(path, 'export const stub = 1\n')
  }
  write('shared/src/issues/loads-zod.ts', "import { stub } from 'zod'\nexport const again = stub\n")
  for (const [path, imported] of Object.values(PLANTED)) {
    write(path, `import { stub } from '${imported}'\nexport const used = stub\n`)
  }
}

/** Sentences about the imports of the real packages that break a rule, and about packages that were not read. */
async function checkPackages() {
  const { modules, violations } = await findViolations(import.meta.dirname)
  const counts = Object.entries(FOLDERS).map(([name, folders]) => {
    const isOurs = ({ source }) => folders.some((folder) => source.startsWith(`${folder}/`))
    return { name, count: modules.filter(isOurs).length }
  })
  console.log(`Modules read: ${counts.map(({ name, count }) => `${name} ${count}`).join(', ')}`)
  return [
    ...counts.filter(({ count }) => count === 0).map(({ name }) => `No module of ${name} was read.`),
    ...violations.map(({ rule, from, to }) => `${rule.name}: ${from} imports ${to}`),
  ]
}

/** All imports against the rules, then once more without the imports of types. */
async function findViolations(baseDir) {
  const written = await read(baseDir, forbidden, true)
  const atRuntime = await read(baseDir, runtimeRules, false)
  return { modules: written.modules, violations: [...written.violations, ...atRuntime.violations] }
}

async function read(baseDir, rules, tsPreCompilationDeps) {
  const folders = Object.values(FOLDERS).flat()
  const { output } = await cruise(
    folders,
    { ...options, baseDir, tsPreCompilationDeps, validate: true, ruleSet: { forbidden: rules } },
    { ...options.enhancedResolveOptions, alias: { '@': join(baseDir, 'miniapp', 'src') } },
  )
  return { modules: output.modules, violations: output.summary.violations }
}
