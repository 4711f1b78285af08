import { AppError } from '@little-bench/shared/kernel/errors'
import { CommunityId, WorkItemId } from '@little-bench/shared/kernel/ids'
import { hasPermission } from '@little-bench/shared/people/permissions'
import type { LiveServerFrame } from '@little-bench/shared/work-queue/live'
import { z } from 'zod'
import type { LivePeer, LiveSession } from '../platform/http/live-peer.ts'
import type { Log } from '../platform/log/log.ts'
import type { Engine } from './engine.ts'
import type { Changes } from './live-changes.ts'
import { announcePresence, everybodyAt, type ItemAddress, type ItemViewers, isStaffOf } from './presence.service.ts'
import { servedQueues } from './work-item.policy.ts'
import { findWorkItemById } from './work-item.repository.ts'

const Viewing = z.union([
  z.object({ type: z.literal('viewing'), communityId: CommunityId, workItemId: WorkItemId }),
  z.object({ type: z.literal('viewing'), workItemId: z.null() }),
])

/** One desk that is connected. */
interface Desk {
  peer: LivePeer
  queueIds: Set<string>
  viewing: ItemAddress | null
  /** What was said last of who else is there, so that it is not said again. */
  saidViewers: string
}

/**
 * The live desk: tells each connected worker which of their queues have something new, and who else has the same item
 * open. Nothing of an item is said but its id, and that only to whoever works with it.
 */
export const createLiveDesk = (engine: Engine, log: Log) => {
  const desks = new Set<Desk>()
  engine.live.onChanges((changes) => {
    if (changes === null) for (const desk of desks) sayQueues(desk, [...desk.queueIds])
    else
      passOn(engine, desks, changes).catch((error: unknown) => log.warn({ err: error }, 'changes were not passed on'))
  })

  return {
    join(peer: LivePeer): LiveSession | undefined {
      const roles = peer.viewer().roles.map(({ role }) => role)
      if (!hasPermission(roles, 'queue.read')) return undefined
      const desk: Desk = { peer, queueIds: queuesOf(engine, peer), viewing: null, saidViewers: '' }
      desks.add(desk)
      say(desk, { type: 'welcome', queueIds: [...desk.queueIds] })
      return sessionOf(engine, desks, desk)
    },
  }
}

const queuesOf = (engine: Engine, peer: LivePeer): Set<string> =>
  new Set(servedQueues(peer.viewer().roles, engine.config()).keys())

const sessionOf = (engine: Engine, desks: Set<Desk>, desk: Desk): LiveSession => ({
  async heard(frame) {
    const said = Viewing.parse(frame)
    const next = said.workItemId === null ? null : { communityId: said.communityId, workItemId: said.workItemId }
    if (desk.viewing && desk.viewing.workItemId !== next?.workItemId) await leave(engine, desks, desk)
    if (next) await look(engine, desk, next)
  },
  checked() {
    const queueIds = queuesOf(engine, desk.peer)
    const isSame = queueIds.size === desk.queueIds.size && [...queueIds].every((id) => desk.queueIds.has(id))
    desk.queueIds = queueIds
    if (!isSame) say(desk, { type: 'welcome', queueIds: [...queueIds] })
  },
  async left() {
    desks.delete(desk)
    await leave(engine, desks, desk)
  },
})

const look = async (engine: Engine, desk: Desk, address: ItemAddress): Promise<void> => {
  desk.viewing = address
  try {
    const { viewers } = await announcePresence(engine, desk.peer.viewer(), address, true)
    sayViewers(desk, address, viewers)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    // For them it does not exist, or not any more.
    desk.viewing = null
  }
}

/** Somebody with the item open in a second window is still there. */
const leave = async (engine: Engine, desks: ReadonlySet<Desk>, desk: Desk): Promise<void> => {
  const left = desk.viewing
  desk.viewing = null
  desk.saidViewers = ''
  if (!left) return
  const { personId } = desk.peer.viewer()
  const isStillThere = [...desks].some(
    (other) => other.viewing?.workItemId === left.workItemId && other.peer.viewer().personId === personId,
  )
  if (isStillThere) return
  try {
    await announcePresence(engine, desk.peer.viewer(), left, false)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
  }
}

const passOn = async (engine: Engine, desks: ReadonlySet<Desk>, changes: Changes): Promise<void> => {
  for (const desk of desks) {
    const { personId } = desk.peer.viewer()
    const news = changes.queues.flatMap(({ queueIds, hiddenFrom }) => (hiddenFrom.includes(personId) ? [] : queueIds))
    sayQueues(
      desk,
      news.filter((id) => desk.queueIds.has(id)),
    )
  }
  for (const address of changes.viewersOf) await tellViewers(engine, desks, address)
}

/** Tells everybody who has an item open who else has, after looking again who may know. */
const tellViewers = async (engine: Engine, desks: ReadonlySet<Desk>, address: ItemAddress): Promise<void> => {
  const looking = [...desks].filter(({ viewing }) => viewing?.workItemId === address.workItemId)
  if (looking.length === 0) return
  const item = await findWorkItemById(engine.db, address.communityId, address.workItemId)
  if (!item) return
  const everybody = await everybodyAt(engine, item)
  for (const desk of looking) {
    const viewer = desk.peer.viewer()
    if (!isStaffOf(engine, viewer, item)) continue
    sayViewers(
      desk,
      address,
      everybody.filter(({ id }) => id !== viewer.personId),
    )
  }
}

const say = (desk: Desk, frame: LiveServerFrame): void => desk.peer.send(frame)

const sayQueues = (desk: Desk, queueIds: string[]): void => {
  if (queueIds.length > 0) say(desk, { type: 'queues_changed', queueIds })
}

const sayViewers = (desk: Desk, { workItemId }: ItemAddress, viewers: ItemViewers): void => {
  const said = JSON.stringify([workItemId, viewers])
  if (said === desk.saidViewers) return
  desk.saidViewers = said
  say(desk, { type: 'viewers', workItemId, viewers })
}
