import { buildPages } from './build-pages.mjs'
import { inRoot, ROOT } from './places.mjs'
import { runStageProcess } from './stage-process.mjs'
import { toolPath } from './tool-path.mjs'
import { runVitest } from './vitest-stage.mjs'

/**
 * Everything `npm test` runs, in the order it is begun: two at a time, so the builds go on beside the short checks.
 * `run(context)` gives `{ passed, failed, output }`; a stage whose `needs` failed is not run and counts as failed.
 */
export function stagesFor(environment) {
  return [
    { id: 'build-h5', name: 'build of the web pages', run: build('h5') },
    { id: 'format', name: 'format and import order', run: tool('@biomejs/biome', 'biome', ['check', '.']) },
    { id: 'lint', name: 'lint', run: tool('oxlint', 'oxlint', ['--type-aware', '--deny-warnings']) },
    { id: 'look', name: 'one place for the look', run: tool('stylelint', 'stylelint', ['miniapp/src/**/*.scss']) },
    { id: 'types', name: 'types', run: tool('typescript', 'tsc', ['-b']) },
    { id: 'boundaries', name: 'import boundaries', run: script('.boundaries.mjs') },
    { id: 'config', name: 'configuration check', run: tsx('config/src/check.ts') },
    { id: 'generated', name: 'generated files are fresh', run: tsx('bff/bin/generate.ts', '--check') },
    { id: 'unit-shared', name: 'unit tests: shared', run: vitest('shared') },
    { id: 'unit-config', name: 'unit tests: config', run: vitest('config') },
    { id: 'build-weapp', name: 'build of the mini-program', run: build('weapp') },
    { id: 'unit-miniapp', name: 'component tests: miniapp', run: vitest('miniapp') },
    { id: 'unit-bff', name: 'unit tests: bff', run: vitest('bff', ['--project', 'rules']) },
    databaseTests(1),
    ...(environment.TEST_DATABASE_URL
      ? [{ id: 'database-given', name: 'database tests on TEST_DATABASE_URL', run: givenDatabase(environment) }]
      : []),
    {
      id: 'launcher',
      name: 'launcher tests: start, kill, start again',
      needs: ['build-h5'],
      run: vitest('bff', ['--project', 'processes']),
    },
    {
      id: 'weapp',
      name: 'checks of the compiled mini-program',
      needs: ['build-weapp'],
      run: vitest('.', ['--config', 'miniapp/test/weapp.vitest.config.ts']),
    },
    databaseTests(2),
    {
      id: 'browser',
      name: 'browser tests',
      needs: ['build-h5'],
      run: vitest('.', ['--config', 'miniapp/e2e/vitest.config.ts']),
    },
  ]
}

const DATABASE_PARTS = 2

/** Half of the files each, so that they go on beside the others to the end. */
const databaseTests = (part) => ({
  id: `database-${part}`,
  name: `database tests on the embedded PostgreSQL, part ${part} of ${DATABASE_PARTS}`,
  run: vitest('bff', ['--project', 'database', `--shard=${part}/${DATABASE_PARTS}`]),
})

const build = (target) => async (context) => {
  const quiet = { step: (_name, work) => work(), say: () => {} }
  const output = await buildPages(target, quiet, { signal: context.signal })
  return { passed: 1, failed: 0, output: output || 'Built before from the same sources.' }
}

/** A command whose exit code is the whole verdict. */
const command = (args) => async (context) => {
  const { isOk, output } = await runStageProcess(args, { ...context, cwd: ROOT })
  return { passed: isOk ? 1 : 0, failed: isOk ? 0 : 1, output }
}

const script = (path, ...args) => command([inRoot(path), ...args])
const tool = (packageName, name, args) => (context) => command([toolPath(packageName, name), ...args])(context)
const tsx = (path, ...args) => tool('tsx', 'tsx', [inRoot(path), ...args])

const vitest =
  (folder, args = []) =>
  (context) =>
    runVitest(args, { ...context, cwd: inRoot(folder) })

const givenDatabase = (environment) => (context) =>
  vitest('bff', ['--project', 'database'])({
    ...context,
    environment: { ...context.environment, TEST_DATABASE_URL: environment.TEST_DATABASE_URL },
  })
