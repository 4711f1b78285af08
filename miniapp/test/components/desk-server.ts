// A small server that speaks the contract of the staff desk over real HTTP and decides with the real lifecycle, so that
// component tests of the desk meet versions, conflicts and repeated keys as they are.
import { createServer, type Server } from 'node:http'
import type { Issue } from '@little-bench/shared/issues/contract'
import { Person } from '@little-bench/shared/people/contract'
import { allowedMoves, POSSIBLE_MOVES } from '@little-bench/shared/work-queue/allowed-moves'
import { WorkItem } from '@little-bench/shared/work-queue/item.contract'
import { isOpen, type Relation } from '@little-bench/shared/work-queue/lifecycle'
import { MoveBody } from '@little-bench/shared/work-queue/move.contract'
import { clocksDueAt, countsOf, movedBy, pageOf, withWords } from './desk-answers'
import { choicesOf, replyTemplates } from './desk-choices'

export const HOUR_MS = 3_600_000
export const queueId = 'raosai-grid-1'

export const worker = Person.parse({ id: '0190b1c4-1111-7aaa-8bbb-000000000001', name: '网格员（示范一）', roles: [] })
export const colleague = Person.parse({
  id: '0190b1c4-1111-7aaa-8bbb-000000000002',
  name: '网格员（示范二）',
  roles: [],
})

export const idOf = (number: number) => `0190b1c4-2222-7aaa-8bbb-${String(number).padStart(12, '0')}`

/** An item nobody has taken yet, due in `hours` (negative: late). */
export const itemDueIn = (
  number: number,
  hours: number,
  fields: Partial<(typeof WorkItem)['_input']> = {},
): WorkItem => {
  const dueAt = new Date(Date.now() + hours * HOUR_MS + 60_000).toISOString()
  return WorkItem.parse({
    id: idOf(number),
    communityId: 'raosai',
    communityName: '绕赛社区',
    receiptNumber: `RS-20261123-${String(number).padStart(4, '0')}`,
    service: 'issues',
    serviceCode: 'street_lamp',
    subjectId: idOf(number),
    title: `第${number}件事`,
    state: 'queued',
    outcome: null,
    queue: { id: queueId, name: '绕赛社区第一网格' },
    gridCellId: 'raosai-grid-1',
    dueAt,
    isOverdue: hours < 0,
    pause: null,
    createdAt: '2026-11-22T02:00:00.000Z',
    version: 1,
    requesterName: '居*甲',
    assignee: null,
    priority: 0,
    reminders: 0,
    reopenedCount: 0,
    referredTo: null,
    isChild: false,
    isBatch: false,
    routedBecause: '地点在第一网格，由第一网格办理。',
    allowedMoves: [],
    canNote: true,
    canReply: true,
    canRate: false,
    rateUntil: null,
    rating: null,
    clocks: clocksDueAt(dueAt, hours < 0),
    suspension: null,
    participants: [],
    supervisors: [],
    parent: null,
    children: [],
    mergedInto: null,
    duplicates: [],
    notOurs: null,
    viewers: [],
    timeline: [],
    ...fields,
  })
}

/** Status and body. */
export type Answer = [number, unknown]

export interface DeskCall {
  method: string
  url: URL
  key: string | undefined
  body: unknown
}

export interface Desk {
  url: string
  /** For a live connection at the same address. */
  server: Server
  items: WorkItem[]
  /** What the signed-in worker is to every item. */
  relations: Relation[]
  /** Bodies and keys of the moves that arrived, in order. */
  moves: { key: string | undefined; body: unknown }[]
  /** Every other write that arrived: notes, replies, presence. */
  writes: DeskCall[]
  /** What is different about the issue behind the items. */
  subject: Partial<Pick<Issue, 'description' | 'attachments' | 'endorsements' | 'teamName' | 'isRedacted'>>
  /** What a test answers itself, before everything below; undefined leaves it to the desk. */
  answerFirst: ((call: DeskCall) => Answer | undefined) | undefined
  /** The next moves find the connection gone before (`lost`) or after (`unanswered`) they were done. */
  network: 'up' | 'lost' | 'unanswered'
  /** Somebody else moves an item. */
  moveElsewhere: (item: WorkItem, fields: Partial<WorkItem>) => void
  close: () => void
}

export const startDesk = async (
  items: WorkItem[],
  relations: Relation[] = ['queue_staff', 'queue_lead'],
): Promise<Desk> => {
  const done = new Map<string, WorkItem>()
  const shown = (item: WorkItem): WorkItem => {
    const own: Relation[] = item.assignee?.isYou ? [...desk.relations, 'assignee'] : desk.relations
    return { ...item, allowedMoves: allowedMoves(movableOf(item), own, new Date()) }
  }
  const keep = (item: WorkItem, key: string | undefined) => {
    desk.items = desk.items.map((each) => (each.id === item.id ? item : each))
    if (key) done.set(key, item)
    return shown(item)
  }
  const move = (found: WorkItem, { key, body: sent }: DeskCall): Answer => {
    desk.moves.push({ key, body: sent })
    const before = key && done.get(key)
    if (before) return [200, shown(before)]
    const body = MoveBody.parse(sent)
    if (body.version !== found.version) return failure(409, 'stale_version', '刚才有别人先动了这件事。')
    if (!shown(found).allowedMoves.some((each) => each.move === body.move)) {
      return failure(409, 'move_not_allowed', '现在的状态下不能这样做。')
    }
    return [200, keep(movedBy(found, body, worker), key)]
  }
  const write = (found: WorkItem, kind: 'noted' | 'replied', call: DeskCall): Answer => {
    const before = call.key && done.get(call.key)
    return [201, before ? shown(before) : keep(withWords(found, kind, bodyOf(call.body), worker), call.key)]
  }
  const answer = (call: DeskCall): Answer => {
    const { method, url } = call
    const isMove = url.pathname.endsWith('/moves')
    if (method !== 'GET' && !isMove) desk.writes.push(call)
    const first = desk.answerFirst?.(call)
    if (first) return first
    const found = desk.items.find(({ id }) => url.pathname.includes(id))
    if (url.pathname === '/api/my/queues') return [200, { items: [countsOf(queueId, desk.items)], nextCursor: null }]
    if (url.pathname.endsWith('/claims')) return claimNext(call.key)
    if (url.pathname.startsWith('/api/queues/')) return [200, pageOf(desk.items, url.searchParams)]
    if (url.pathname.endsWith('/reply-templates')) return [200, { items: replyTemplates, nextCursor: null }]
    if (url.pathname.startsWith('/api/my/')) return [200, { items: [], nextCursor: null }]
    if (!found) return failure(404, 'not_found', '没有找到。')
    if (url.pathname.endsWith('/works')) return [200, { items: [] }]
    if (url.pathname.includes('/issues/')) return [200, { ...issueOf(found), ...desk.subject }]
    if (isMove) return move(found, call)
    if (url.pathname.endsWith('/choices')) return [200, choicesOf([colleague, worker], worker)]
    if (url.pathname.endsWith('/notes')) return write(found, 'noted', call)
    if (url.pathname.endsWith('/replies')) return write(found, 'replied', call)
    if (url.pathname.endsWith('/presence')) return [200, { viewers: found.viewers }]
    return [200, shown(found)]
  }
  const claimNext = (key: string | undefined): Answer => {
    const [next] = pageOf(desk.items, new URLSearchParams({ view: 'unclaimed' })).items
    if (!next) return [200, { item: null }]
    const body = MoveBody.parse({ move: 'claim', version: next.version })
    return [200, { item: keep(movedBy(next, body, worker), key) }]
  }
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk) => (text += String(chunk)))
    request.on('end', () => {
      const method = request.method ?? ''
      const isWrite = method !== 'GET'
      if (isWrite && desk.network === 'lost') return request.socket.destroy()
      const [status, body] = answer({
        method,
        url: new URL(request.url ?? '', 'http://desk'),
        key: request.headers['idempotency-key']?.toString(),
        body: text === '' ? undefined : JSON.parse(text),
      })
      if (isWrite && desk.network === 'unanswered') return request.socket.destroy()
      return response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the server has no port')
  const desk: Desk = {
    url: `http://127.0.0.1:${address.port}`,
    server,
    items,
    relations,
    moves: [],
    writes: [],
    subject: {},
    answerFirst: undefined,
    network: 'up',
    moveElsewhere: (item, fields) => void keep({ ...item, version: item.version + 1, ...fields }, undefined),
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
  return desk
}

/** What the lifecycle asks about an item; everything is possible, unless the item itself forbids it. */
const movableOf = (item: WorkItem) => ({
  state: item.state,
  outcome: item.outcome,
  resolvedAt: item.state === 'resolved' ? new Date(item.createdAt) : null,
  closedAt: null,
  ratedSolved: item.rating?.solved ?? null,
  pause: item.pause,
  isReferred: item.referredTo !== null,
  isChild: item.isChild,
  isBatch: item.isBatch,
  openChildren: item.children.filter(({ state }) => isOpen(state)).length,
  remindedAt: null,
  possible: new Set(POSSIBLE_MOVES),
})

const failure = (status: number, code: string, message: string): Answer => [
  status,
  { error: { code, message, requestId: 'req-1' } },
]

const bodyOf = (sent: unknown): string =>
  typeof sent === 'object' && sent !== null && 'body' in sent ? String(sent.body) : ''

const issueOf = (item: WorkItem) => ({
  id: item.subjectId,
  description: '院门口的路灯三天不亮了，晚上老人不敢走。',
  placeName: '示范院落',
  gridCellName: '第一网格',
  position: null,
  attachments: { photos: [], voiceNote: null },
  endorsements: 0,
  teamName: null,
  isRedacted: false,
})
