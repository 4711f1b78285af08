import { mkdirSync } from 'node:fs'
import { holdDirectory } from './directory-lock.mjs'
import { installPackages } from './install.mjs'
import { complaintAboutNode } from './node-version.mjs'
import { dataDirectory } from './places.mjs'
import { createProgress } from './progress.mjs'

// Everything imported above is plain Node: nothing is installed yet on a first start.
const complaint = complaintAboutNode(process.versions.node)
if (complaint) {
  console.error(complaint)
  process.exit(1)
}

const progress = createProgress()
const directory = dataDirectory(process.env)
try {
  mkdirSync(directory, { recursive: true })
  // Before the install, so that a second start neither waits for one nor works on the same node_modules.
  const lock = await holdDirectory(directory)
  await installPackages(progress)
  const { launch } = await import('./launch.mjs')
  await launch({ directory, lock, progress, isWatching: process.argv.includes('--watch') })
} catch (error) {
  console.error(`\n${error.message}`)
  process.exit(1)
}
