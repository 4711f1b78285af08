import type { LocalText } from '@little-bench/shared/kernel/language'
import type { HeldKind } from '@little-bench/shared/moderation/holds'
import type { StoredFileRow } from '../files/index.ts'
import type { Database, Trx } from '../platform/db/database.ts'
import type { Engine } from '../work-queue/index.ts'

/** What is held: the words of a subject, or one picture of it. */
export interface HeldAddress {
  communityId: string
  subjectId: string
  /** Null for words. */
  fileId: string | null
}

/** What somebody must see to decide. */
export interface HeldSubject {
  serviceName: LocalText
  words: string
  files: readonly StoredFileRow[]
}

/** What a feature does for one kind of what is held. */
export interface HeldHandlers {
  /** By subject id; a subject that is gone is left out. */
  describe(db: Database, communityId: string, subjectIds: readonly string[]): Promise<Map<string, HeldSubject>>
  /** Neighbours see it from now on, or no more. */
  show(trx: Trx, held: HeldAddress, isShown: boolean, now: Date): Promise<void>
}

/** The features that hold something back, by kind: the engine calls them and never imports one. */
export class HeldContents {
  readonly #byKind = new Map<HeldKind, HeldHandlers>()

  register(kind: HeldKind, handlers: HeldHandlers): void {
    this.#byKind.set(kind, handlers)
  }

  of(kind: HeldKind): HeldHandlers {
    const handlers = this.#byKind.get(kind)
    if (!handlers) throw new Error(`nobody holds ${kind}`)
    return handlers
  }
}

/** The engine of what neighbours see only after somebody has looked. */
export interface Moderation extends Engine {
  contents: HeldContents
  /** False where public content is shown at once. */
  isHolding: boolean
  /** Where WeChat finds this server; null where it cannot. */
  publicUrl: string | null
  /** No request of a person waits longer for WeChat. */
  waitMs: number
  /** By which WeChat knows somebody; null when it does not. */
  openIdOf(personId: string): Promise<string | null>
}
