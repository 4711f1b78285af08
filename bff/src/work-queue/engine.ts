import type { Notifications } from '../notifications/index.ts'
import type { Context } from '../platform/context.ts'
import type { Trx } from '../platform/db/database.ts'
import type { Live } from './live-changes.ts'
import type { Subjects } from './subjects.ts'

/** What the engine works with: the context of all, who tells residents, and the features' handlers. */
export interface Engine extends Context {
  notifications: Notifications
  subjects: Subjects
  /** Tells whoever is connected what has changed. */
  live: Live
}

/** The engine inside a transaction: a second connection from the pool while holding one could wait for ever. */
export const within = (engine: Engine, trx: Trx): Engine => ({ ...engine, db: trx })
