import { readFileSync } from 'node:fs'
import { inRoot } from './places.mjs'

/** The script behind a command of the root's packages, to be run with this same Node and without npx. */
export function toolPath(packageName, command) {
  const folder = inRoot('node_modules', packageName)
  const { bin } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
  return `${folder}/${typeof bin === 'string' ? bin : bin[command]}`
}
