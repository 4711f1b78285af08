import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inRoot } from './places.mjs'

const isTest = (path) => /\.test\.tsx?$/.test(path)

/**
 * Remembers from which contents something was built. `sources` are files and folders of the checkout (missing ones
 * count as empty, tests do not count); the lock file always counts, because the tools come from it.
 */
export function contentStamp({ file, sources, variant = '' }) {
  const wanted = hashOf([...sources, 'pnpm-lock.yaml'], `${variant} ${process.versions.modules}`)
  return {
    isFresh: () => existsSync(file) && readFileSync(file, 'utf8') === wanted,
    /** Called before a build, so that one cut short is done again. */
    clear: () => rmSync(file, { force: true }),
    write: () => {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, wanted)
    },
  }
}

function hashOf(sources, variant) {
  const hash = createHash('sha256').update(variant)
  for (const source of sources) {
    for (const path of filesBelow(source)) hash.update(`\0${path}\0`).update(readFileSync(inRoot(path)))
  }
  return hash.digest('hex')
}

function filesBelow(source) {
  const found = statSync(inRoot(source), { throwIfNoEntry: false })
  if (!found) return []
  if (found.isFile()) return [source]
  return readdirSync(inRoot(source), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !isTest(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(inRoot().length + 1))
    .toSorted()
}
