import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { basename } from 'node:path'
import { contentStamp } from './content-stamp.mjs'
import { takingTurns } from './directory-lock.mjs'
import { inRoot } from './places.mjs'

/** The program a built server starts with. */
export const SERVER_ENTRY = inRoot('bff', 'dist', 'main.js')

/** Bundles the server to bff/dist (main.js, the thread that writes documents, migrations/*.js) when its sources changed. */
export const buildServer = (progress) =>
  takingTurns(
    inRoot('bff', 'src'),
    () => buildIfStale(progress),
    () => progress.say('  Another process is building the server: waiting for it.'),
  )

async function buildIfStale(progress) {
  const stamp = contentStamp({
    file: inRoot('bff', 'dist', '.built-from'),
    sources: ['bff/src', 'bff/migrations', 'bff/bin/build-server.mjs', 'shared/src', 'config/src'],
  })
  if (stamp.isFresh()) return
  // All of it goes: a migration that was renamed must not stay behind and run.
  rmSync(inRoot('bff', 'dist'), { recursive: true, force: true })
  await progress.step('Building the server', async () => {
    const { build } = await import('esbuild')
    await build(await serverBuildOptions())
  })
  stamp.write()
}

/** What esbuild needs to bundle the server. */
export async function serverBuildOptions() {
  const migrations = readdirSync(inRoot('bff', 'migrations')).filter((name) => name.endsWith('.ts'))
  const { dependencies } = JSON.parse(readFileSync(inRoot('bff', 'package.json'), 'utf8'))
  const isOurs = (name) => name.startsWith('@little-bench/')
  return {
    entryPoints: {
      main: inRoot('bff', 'src', 'main.ts'),
      'document-file.worker': inRoot('bff', 'src', 'platform', 'documents', 'document-file.worker.ts'),
      ...Object.fromEntries(
        migrations.map((name) => [`migrations/${basename(name, '.ts')}`, inRoot('bff', 'migrations', name)]),
      ),
    },
    outdir: inRoot('bff', 'dist'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: true,
    logLevel: 'silent',
    // The server's own packages stay outside. Those of config (yaml) are bundled: bff/node_modules has no such link.
    external: Object.keys(dependencies).filter((name) => !isOurs(name)),
    alias: { '@little-bench/shared': inRoot('shared', 'src'), '@little-bench/config': inRoot('config', 'src') },
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
  }
}
