import { AppError } from '@little-bench/shared/kernel/errors'
import { inLanguage } from '@little-bench/shared/kernel/language'
import { SIDES, type Side } from '@little-bench/shared/mediation/kinds'
import { v7 as uuidv7 } from 'uuid'
import { inTransaction, PLAIN_WRITE, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { type Engine, within } from '../work-queue/index.ts'
import { canTalk, isSide } from './case.policy.ts'
import type { CaseAddress } from './case.repository.ts'
import { SIDE_TEXT } from './case.text.ts'
import { insertMessage, listMessages, type MessageRow } from './case-work.repository.ts'
import { type CaseWorkBy, onCase } from './case-work.ts'
import { listMediators } from './mediator.repository.ts'
import { type FoundCase, findForReading } from './read-case.service.ts'
import { openAt, sealAt } from './sealed-case.ts'
import { tellMediator, tellSides } from './tell-case.ts'

export type ThreadName = 'joint' | 'private'

/** One thread as it is shown: the joint one, or what one side and the mediator say to each other. */
export interface ThreadView {
  thread: ThreadName
  side: Side | null
  messages: { id: string; at: string; from: string; isYou: boolean; text: string }[]
}

/**
 * The threads that this viewer may read: everybody in the case the joint one, a side its own with the mediator, and the
 * mediator those with both, from when it is their case. The committee reads no private word. Errors: `not_found`.
 */
export const listThreads = (engine: Engine, viewer: Viewer, address: CaseAddress): Promise<ThreadView[]> => {
  const now = engine.clock.now()
  return inTransaction(engine.db, now, PLAIN_WRITE, async (trx) => {
    const found = await findForReading(engine, trx, viewer, address)
    const inside = within(engine, trx)
    const messages = await listMessages(trx, address)
    const cards = new Map((await listMediators(trx, address.communityId)).map(({ id, name }) => [id, name]))
    const from = (row: MessageRow): string =>
      row.author_side === null
        ? (cards.get(row.mediator_id) ?? '')
        : inLanguage(SIDE_TEXT[row.author_side], viewer.language)
    const present = (row: MessageRow) => ({
      id: row.id,
      at: row.created_at,
      from: from(row),
      isYou: row.author_id === viewer.personId,
      text: openAt(inside.sealer, 'text', row.id, row.sealed_text),
    })
    return threadsFor(found).map(({ thread, side }) => ({
      thread,
      side,
      messages: messages.filter((row) => row.private_side === side && isTheirs(row, found)).map(present),
    }))
  })
}

const threadsFor = ({ roles }: FoundCase): Pick<ThreadView, 'thread' | 'side'>[] => {
  const own = roles.find(isSide)
  const privateSides = own ? [own] : roles.includes('mediator') ? SIDES : []
  return [{ thread: 'joint', side: null }, ...privateSides.map((side) => ({ thread: 'private' as const, side }))]
}

/** What was confided to a mediator who stepped back is not for the next one. */
const isTheirs = (row: MessageRow, { row: { mediator_id: mediatorId }, roles }: FoundCase): boolean =>
  row.private_side === null || roles.some(isSide) || row.mediator_id === mediatorId

/**
 * Writes to both, or in private to the mediator and back. Errors: `not_found`; `forbidden` for the committee, which only
 * reads; `case_changed` while there is no mediator, or when it is over; `side_missing`.
 */
export const postToThread = (
  engine: Engine,
  viewer: Viewer,
  { thread, ...address }: CaseAddress & { thread: ThreadName },
  { text, side }: { text: string; side?: Side | undefined },
  write: Write,
): Promise<{ id: string }> =>
  onCase(engine, viewer, address, write, async (work) => {
    const { row, roles, trx, now } = work
    const own = roles.find(isSide) ?? null
    if (own === null && !roles.includes('mediator')) throw new AppError('forbidden')
    if (row.mediator_id === null || !canTalk(row.state)) throw new AppError('case_changed')
    if (thread === 'private' && own === null && side === undefined) throw new AppError('side_missing')
    const privateSide = thread === 'private' ? (own ?? side ?? null) : null
    const id = uuidv7()
    await insertMessage(trx, {
      community_id: row.community_id,
      id,
      case_id: row.id,
      private_side: privateSide,
      author_side: own,
      author_id: viewer.personId,
      mediator_id: row.mediator_id,
      sealed_text: sealAt(engine.sealer, 'text', id, text),
      created_at: now.toISOString(),
    })
    await tellReaders(work, row.mediator_id, own, privateSide)
    return { id }
  })

const tellReaders = async (
  work: CaseWorkBy,
  mediatorId: string,
  own: Side | null,
  privateSide: Side | null,
): Promise<void> => {
  if (own !== null) await tellMediator(work, mediatorId)
  // Of a private word the other side is told nothing, not even that there is something.
  if (privateSide === null) await tellSides(work, { actorId: work.viewer.personId })
  else if (own === null) await tellSides(work, { actorId: work.viewer.personId, only: privateSide })
}
