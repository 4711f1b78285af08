// A small server that speaks the contract of the staff desk over real HTTP and decides with the real lifecycle, so that
// component tests of the desk meet versions, conflicts and repeated keys as they are.
import { createServer } from 'node:http'
import { Person } from '@little-bench/shared/people/contract'
import { MoveBody, WorkItem } from '@little-bench/shared/work-queue/contract'
import { allowedMoves, EVENT_OF_MOVE, LIFECYCLE, type Relation } from '@little-bench/shared/work-queue/lifecycle'

export const PAGE_SIZE = 3
export const HOUR_MS = 3_600_000
export const queueId = 'raosai-grid-1'

export const worker = Person.parse({ id: '0190b1c4-1111-7aaa-8bbb-000000000001', name: '网格员甲', roles: [] })
export const colleague = Person.parse({ id: '0190b1c4-1111-7aaa-8bbb-000000000002', name: '网格员乙', roles: [] })

const idOf = (number: number) => `0190b1c4-2222-7aaa-8bbb-${String(number).padStart(12, '0')}`

/** An item nobody has taken yet, due in `hours` (negative: late). */
export const itemDueIn = (number: number, hours: number, fields: Partial<WorkItem> = {}): WorkItem =>
  WorkItem.parse({
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
    dueAt: new Date(Date.now() + hours * HOUR_MS + 60_000).toISOString(),
    isOverdue: hours < 0,
    createdAt: '2026-11-22T02:00:00.000Z',
    version: 1,
    requesterName: '居*甲',
    assignee: null,
    priority: 0,
    routedBecause: '地点在第一网格，由第一网格办理。',
    allowedMoves: [],
    dispatchCandidates: [colleague],
    canRate: false,
    rating: null,
    reopenedCount: 0,
    timeline: [],
    ...fields,
  })

export interface Desk {
  url: string
  items: WorkItem[]
  /** What the signed-in worker is to every item. */
  relations: Relation[]
  /** Bodies and keys of the moves that arrived, in order. */
  moves: { key: string | undefined; body: unknown }[]
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
    const movable = {
      state: item.state,
      outcome: item.outcome,
      closedAt: null,
      ratedSolved: item.rating?.solved ?? null,
    }
    return { ...item, allowedMoves: allowedMoves(movable, own, new Date()) }
  }
  const replace = (item: WorkItem) => {
    desk.items = desk.items.map((each) => (each.id === item.id ? item : each))
  }
  const move = (found: WorkItem, key: string | undefined, sent: unknown): [number, unknown] => {
    desk.moves.push({ key, body: sent })
    const before = key && done.get(key)
    if (before) return [200, shown(before)]
    const body = MoveBody.parse(sent)
    if (body.version !== found.version) return failure(409, 'stale_version', '刚才有别人先动了这件事。')
    const rule = LIFECYCLE[found.state][body.move]
    if (!rule || !shown(found).allowedMoves.some((each) => each.move === body.move)) {
      return failure(409, 'move_not_allowed', '现在的状态下不能这样做。')
    }
    const isTaken = body.move === 'claim' || body.move === 'accept'
    const moved = WorkItem.parse({
      ...found,
      state: rule.to,
      version: found.version + 1,
      assignee: isTaken ? { ...worker, isYou: true } : rule.to === 'queued' ? null : found.assignee,
      timeline: [...found.timeline, eventOf(found, EVENT_OF_MOVE[body.move], rule.to, body.note ?? null)],
    })
    replace(moved)
    if (key) done.set(key, moved)
    return [200, shown(moved)]
  }
  const answer = (method: string, url: URL, key: string | undefined, sent: unknown): [number, unknown] => {
    const found = desk.items.find(({ id }) => url.pathname.includes(id))
    if (url.pathname === '/api/my/queues') return [200, { items: [countsOf(desk.items)], nextCursor: null }]
    if (url.pathname.startsWith('/api/queues/')) return [200, pageOf(desk.items, url.searchParams)]
    if (!found) return failure(404, 'not_found', '没有找到。')
    if (url.pathname.includes('/issues/')) return [200, issueOf(found)]
    return method === 'POST' ? move(found, key, sent) : [200, shown(found)]
  }
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk) => (text += String(chunk)))
    request.on('end', () => {
      const isMove = request.method === 'POST'
      if (isMove && desk.network === 'lost') return request.socket.destroy()
      const key = request.headers['idempotency-key']?.toString()
      const url = new URL(request.url ?? '', 'http://desk')
      const [status, body] = answer(request.method ?? '', url, key, text === '' ? undefined : JSON.parse(text))
      if (isMove && desk.network === 'unanswered') return request.socket.destroy()
      return response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the server has no port')
  const desk: Desk = {
    url: `http://127.0.0.1:${address.port}`,
    items,
    relations,
    moves: [],
    network: 'up',
    moveElsewhere: (item, fields) => replace({ ...item, version: item.version + 1, ...fields }),
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
  return desk
}

const failure = (status: number, code: string, message: string): [number, unknown] => [
  status,
  { error: { code, message, requestId: 'req-1' } },
]

const eventOf = (item: WorkItem, kind: string, to: string, message: string | null) => ({
  id: idOf(item.timeline.length + 1),
  at: '2026-11-23T02:00:00.000Z',
  kind,
  from: item.state,
  to,
  actor: worker.name,
  isYou: true,
  queueName: item.queue.name,
  message,
})

const isOpen = ({ state }: WorkItem) => state !== 'resolved' && state !== 'closed'

const countsOf = (items: WorkItem[]) => ({
  id: queueId,
  name: '绕赛社区第一网格',
  level: 'grid_cell',
  open: items.filter(isOpen).length,
  unclaimed: items.filter((item) => isOpen(item) && !item.assignee).length,
  mine: items.filter((item) => isOpen(item) && item.assignee?.isYou).length,
  overdue: items.filter((item) => item.isOverdue).length,
})

const pageOf = (items: WorkItem[], query: URLSearchParams) => {
  const view = query.get('view') ?? 'open'
  const inView = items.filter((item) =>
    view === 'open' ? isOpen(item) : view === 'mine' ? isOpen(item) && item.assignee?.isYou : item.state === view,
  )
  const dueFirst = [...inView].sort((one, other) => one.dueAt.localeCompare(other.dueAt))
  const from = Number(query.get('cursor') ?? 0)
  const next = from + PAGE_SIZE
  return { items: dueFirst.slice(from, next), nextCursor: next < dueFirst.length ? String(next) : null }
}

const issueOf = (item: WorkItem) => ({
  id: item.subjectId,
  description: '院门口的路灯三天不亮了，晚上老人不敢走。',
  placeName: '示范院落',
  gridCellName: '第一网格',
  position: null,
})
