import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The absolute path of the checkout. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** An absolute path inside the checkout. */
export const inRoot = (...parts) => join(ROOT, ...parts)

/** Where this installation keeps its database and logs: DATA_DIR, or .data in the checkout. */
export const dataDirectory = (environment) => (environment.DATA_DIR ? resolve(environment.DATA_DIR) : inRoot('.data'))
