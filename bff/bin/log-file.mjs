import { existsSync, readFileSync, renameSync, statSync } from 'node:fs'

const LARGEST_LOG_BYTES = 10 * 1024 * 1024

/** Puts a log over 10 MB aside as `<file>.1`, over the one before it. Only for a file nobody writes at the moment. */
export function rotateLog(file) {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGEST_LOG_BYTES) renameSync(file, `${file}.1`)
}

/** The last lines of a log, without its line end. */
export function lastLines(file, count) {
  if (!existsSync(file)) return ''
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n')
}
