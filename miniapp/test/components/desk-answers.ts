// What the stand-in server of the desk answers, computed from its items: counts, pages and what a move leads to.
import { CLOCKS } from '@little-bench/shared/work-queue/clocks'
import type { WorkItemEventKind } from '@little-bench/shared/work-queue/events'
import {
  type ClockView,
  MyQueue,
  type QueueView,
  type TimelineEvent,
  WorkItem,
} from '@little-bench/shared/work-queue/item.contract'
import { audienceOfNote, EVENT_OF_MOVE, isOpen, LIFECYCLE } from '@little-bench/shared/work-queue/lifecycle'
import type { MoveBody } from '@little-bench/shared/work-queue/move.contract'

export const PAGE_SIZE = 3
const NOW = '2026-11-23T02:00:00.000Z'

interface Person {
  id: string
  name: string
}

let events = 0
const nextEventId = () => `0190b1c4-5555-7aaa-8bbb-${String(++events).padStart(12, '0')}`

/** One line of a timeline; whatever is not said is empty. */
export const timelineEvent = (
  kind: WorkItemEventKind,
  fields: Partial<Omit<(typeof TimelineEvent)['_input'], 'attachments'>> = {},
): TimelineEvent => ({
  id: nextEventId(),
  at: NOW,
  kind,
  from: 'accepted',
  to: 'accepted',
  actor: null,
  actingFor: null,
  isYou: false,
  isBySystem: false,
  queueName: '绕赛社区第一网格',
  message: null,
  messageFor: null,
  fromName: null,
  toName: null,
  reason: null,
  until: null,
  clock: null,
  followUpResult: null,
  receiptNumbers: [],
  attachments: { photos: [], voiceNote: null },
  ...fields,
})

/** Three clocks that end when the item is due. */
export const clocksDueAt = (dueAt: string, isLate: boolean): (typeof ClockView)['_input'][] =>
  CLOCKS.map((clock) => ({ clock, dueAt, endedAt: null, isLate }))

/** The item after a note or a reply: its version stays, because words change nothing that a move would miss. */
export const withWords = (item: WorkItem, kind: 'noted' | 'replied', body: string, by: Person): WorkItem => {
  const messageFor = kind === 'noted' ? 'staff' : 'requester'
  const event = timelineEvent(kind, { actor: by.name, isYou: true, message: body, messageFor })
  return { ...item, timeline: [...item.timeline, { ...event, from: item.state, to: item.state }] }
}

/** The item after a move of the table; the caller has checked that it is allowed. */
export const movedBy = (item: WorkItem, body: MoveBody, by: Person): WorkItem => {
  const to = LIFECYCLE[item.state][body.move]?.to ?? item.state
  const message = body.note ?? null
  const event = timelineEvent(EVENT_OF_MOVE[body.move], {
    from: item.state,
    to,
    actor: by.name,
    isYou: true,
    message,
    messageFor: message === null ? null : audienceOfNote(body.move),
  })
  return WorkItem.parse({
    ...item,
    ...effectOf(body, by),
    state: to,
    version: item.version + 1,
    ...(to === 'queued' && { assignee: null }),
    timeline: [...item.timeline, event],
  })
}

const effectOf = (body: MoveBody, by: Person): Partial<(typeof WorkItem)['_input']> => {
  switch (body.move) {
    case 'claim':
    case 'accept':
    case 'accept_referral':
      return { assignee: { ...by, isYou: true }, referredTo: null }
    case 'dispatch':
    case 'transfer':
      return { assignee: { id: body.assigneeId, name: '同事', isYou: body.assigneeId === by.id } }
    case 'refer':
      return { referredTo: { id: body.queueId, name: '八廓街道' } }
    case 'refuse_referral':
      return { referredTo: null }
    case 'ask_resident':
      return { pause: 'waiting_for_resident' }
    case 'suspend':
      return { pause: 'suspended', suspension: { reason: body.reason, until: body.until } }
    case 'resume':
    case 'answer':
      return { pause: null, suspension: null }
    case 'close':
      return { outcome: body.outcome ?? 'solved' }
    case 'merge':
      return { outcome: 'merged' }
    case 'convert':
      return { outcome: 'converted' }
    default:
      return {}
  }
}

export const countsOf = (queueId: string, items: readonly WorkItem[]): MyQueue =>
  MyQueue.parse({
    id: queueId,
    name: '绕赛社区第一网格',
    level: 'grid_cell',
    communityId: 'raosai',
    isLead: true,
    open: items.filter(isInView('open')).length,
    unclaimed: items.filter(isInView('unclaimed')).length,
    mine: items.filter(isInView('mine')).length,
    overdue: items.filter(isInView('late')).length,
    referredHere: items.filter(isInView('referred_here')).length,
    passedUp: items.filter(isInView('passed_up')).length,
    followUpsDue: 0,
  })

const isInView =
  (view: QueueView) =>
  (item: WorkItem): boolean => {
    switch (view) {
      case 'open':
        return isOpen(item.state)
      case 'mine':
        return isOpen(item.state) && item.assignee?.isYou === true
      case 'unclaimed':
        return isOpen(item.state) && item.assignee === null
      case 'late':
        return isOpen(item.state) && item.isOverdue
      case 'referred_here':
        return isOpen(item.state) && item.referredTo !== null
      case 'following':
        return isOpen(item.state) && item.participants.length > 0
      case 'passed_up':
        return isOpen(item.state) && item.supervisors.length > 0
      case 'resolved':
      case 'closed':
        return item.state === view
    }
  }

/** One page of a view, narrowed by the filters of the query, in the order of a queue. */
export const pageOf = (items: readonly WorkItem[], query: URLSearchParams) => {
  const view = viewOf(query.get('view'))
  const wanted = (name: string, value: string | null | undefined) => !query.has(name) || query.get(name) === value
  const found = items
    .filter(isInView(view))
    .filter(
      (item) =>
        wanted('serviceCode', item.serviceCode) &&
        wanted('gridCellId', item.gridCellId) &&
        wanted('assigneeId', item.assignee?.id) &&
        wanted('communityId', item.communityId),
    )
    .sort((one, other) => other.priority - one.priority || one.dueAt.localeCompare(other.dueAt))
  const from = Number(query.get('cursor') ?? 0)
  const next = from + PAGE_SIZE
  return { items: found.slice(from, next), nextCursor: next < found.length ? String(next) : null }
}

const VIEWS: readonly QueueView[] = [
  'open',
  'mine',
  'unclaimed',
  'late',
  'referred_here',
  'following',
  'passed_up',
  'resolved',
  'closed',
]
const viewOf = (name: string | null): QueueView => VIEWS.find((view) => view === name) ?? 'open'
