import { audienceOfNote } from '@little-bench/shared/work-queue/lifecycle'
import type { MoveBody } from '@little-bench/shared/work-queue/move.contract'
import type { Trx } from '../platform/db/database.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import type { Step } from './apply-step.ts'
import type { Engine } from './engine.ts'
import type { RatedWorkItemRow } from './work-item.repository.ts'

/** All that one move works with; `engine` speaks through the transaction. */
export interface MoveContext {
  engine: Engine
  trx: Trx
  viewer: Viewer
  /** As it was read, with the version that the caller was looking at. */
  item: RatedWorkItemRow
  /** For what the item is turned into; null for every other move. */
  receiptNumber: string | null
  now: Date
}

export type BodyOf<M extends MoveBody['move']> = Extract<MoveBody, { move: M }>

/** The note of a move, with its files, as the message of its step; without a note there is none. */
export const noteOf = (body: MoveBody): Pick<Step, 'message'> =>
  body.note === undefined
    ? {}
    : { message: { body: body.note, visibleTo: audienceOfNote(body.move), fileIds: filesIn(body) } }

const filesIn = (body: MoveBody): readonly string[] => ('fileIds' in body ? body.fileIds : [])
