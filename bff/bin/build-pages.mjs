import { spawn } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import { contentStamp } from './content-stamp.mjs'
import { takingTurns } from './directory-lock.mjs'
import { inRoot } from './places.mjs'

const SOURCES = ['src', 'config', 'types', 'babel.config.js', 'package.json', 'project.config.json', 'tsconfig.json']
const TARGETS = {
  h5: { step: 'Building the web pages', proof: 'index.html' },
  weapp: { step: 'Building the mini-program', proof: 'app.json' },
}

/** Where the pages are while they are watched: the development server of miniapp/config. */
export const WATCHED_PAGES_URL = 'http://127.0.0.1:10086'

/** The folder one target of the miniapp is built to. */
export const pagesDirectory = (target) => inRoot('miniapp', 'dist', target)

/**
 * Builds the miniapp for `h5` or `weapp` when its sources changed, and gives what the build printed ('' when fresh).
 * Throws an Error with that output when the build fails; `signal` ends it.
 */
export const buildPages = (target, progress, { signal } = {}) =>
  takingTurns(
    pagesDirectory(target),
    () => buildIfStale(target, progress, signal),
    () => progress.say(`  ${TARGETS[target].step}: another process does, waiting for it.`),
  )

async function buildIfStale(target, progress, signal) {
  const stamp = stampOf(target)
  const { step, proof } = TARGETS[target]
  const hasProof = () => existsSync(inRoot('miniapp', 'dist', target, proof))
  if (stamp.isFresh() && hasProof()) return ''
  stamp.clear()
  const output = await progress.step(step, () => runTaro(['build', '--type', target], { signal }))
  if (!hasProof()) throw new Error(`${step}: ended well but made no dist/${target}/${proof}\n${output}`)
  stamp.write()
  return output
}

const stampOf = (target) =>
  contentStamp({
    file: inRoot('miniapp', 'dist', `.${target}-built-from`),
    sources: [...SOURCES.map((name) => `miniapp/${name}`), 'shared/src'],
    variant: target,
  })

/**
 * Serves the web pages at WATCHED_PAGES_URL, rebuilt on every change, until `signal`; its lines go to our output.
 * It writes no files, and sends what begins with /api to port 8787.
 */
export function watchPages(signal) {
  mkdirSync(pagesDirectory('h5'), { recursive: true })
  const child = spawnTaro(['build', '--type', 'h5', '--watch'], { signal, stdio: ['ignore', 'inherit', 'inherit'] })
  // Being ended by the signal counts as one.
  child.on('error', () => {})
}

/** The command itself and not npx, which leaves its children behind when it is ended. */
const spawnTaro = (args, options) =>
  spawn(process.execPath, [inRoot('miniapp', 'node_modules', '@tarojs', 'cli', 'bin', 'taro'), ...args], {
    cwd: inRoot('miniapp'),
    // Its development server does not listen to anything softer, and a build cut short is done again anyway.
    killSignal: 'SIGKILL',
    ...options,
    env: { ...process.env, NODE_ENV: args.includes('--watch') ? 'development' : 'production' },
  })

function runTaro(args, { signal }) {
  return new Promise((resolve, reject) => {
    let output = ''
    const child = spawnTaro(args, { signal, stdio: ['ignore', 'pipe', 'pipe'] })
    const collect = (chunk) => {
      output += chunk
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', reject)
    child.on('close', (code, ended) => {
      const report = withoutProgressBars(output)
      if (code === 0) return resolve(report)
      reject(new Error(`taro ${args.join(' ')} ${ended ?? `exited with ${code}`}\n${report}`))
    })
  })
}

/** Taro redraws its bar even into a pipe: a hundred frames of two lines each. */
const withoutProgressBars = (output) =>
  stripVTControlCharacters(output)
    .replace(/● .*█.*\n.*\n/g, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
