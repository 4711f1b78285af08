// A small server that speaks the contracts a resident's pages use, over real HTTP and with the real lifecycle: it keeps
// what was reported once for each key, and its connection can be cut before or after it has done its work.
import { createServer, type IncomingMessage } from 'node:http'
import { type BoardContact, Community } from '@little-bench/shared/communities/contract'
import { Issue } from '@little-bench/shared/issues/contract'
import { Person } from '@little-bench/shared/people/contract'
import { allowedMoves, canRate, rateUntil } from '@little-bench/shared/work-queue/allowed-moves'
import { MyItem, type TimelineEvent, WorkItem } from '@little-bench/shared/work-queue/item.contract'
import { clocksDueAt } from './desk-answers'
import { answerUpload, createUploads, type Uploads } from './upload-answers'

const queue = { id: 'raosai-grid-1', name: '绕赛社区第一网格' }
const base = { duty: 'perform', guidance: '说清在哪里。', deadline: '7天内', defaultVisibility: 'private', demo: false }
const plain = { ...base, canBePublic: true, isDelegable: true, emergency: null, notOurs: null }

const whole = { hours: '周一至周五', address: null, gridCellId: null, backup: null, demo: true }
const contacts = [
  {
    ...whole,
    topic: 'community_desk',
    name: '绕赛社区服务大厅',
    about: '有困难找社区',
    phone: '0891-0000-101',
    address: '绕赛社区服务大厅（示范地址）',
    backup: { name: '社区值班室', phone: '0891-0000-102' },
  },
  {
    ...whole,
    topic: 'grid_worker',
    name: '第一网格网格员',
    about: '有事找网格员',
    phone: '0891-0000-111',
    gridCellId: 'raosai-1',
  },
  {
    ...whole,
    topic: 'grid_worker',
    name: '第二网格网格员',
    about: '有事找网格员',
    phone: '0891-0000-112',
    gridCellId: 'raosai-2',
  },
  { ...whole, topic: 'emergency', name: '火警', about: '起火、冒烟', phone: '119', hours: '全天', demo: false },
]

export const community = Community.parse({
  id: 'raosai',
  name: '绕赛社区',
  subdistrict: '八廓街道',
  gridCells: [{ id: 'raosai-1', name: '第一网格', places: [{ id: 'yard-7', name: '东孜苏3巷7号' }], demo: false }],
  catalogue: [
    { ...plain, serviceCode: 'street_light', name: '灯不亮', group: '照明用电' },
    { ...plain, serviceCode: 'family_matter', name: '家庭的事', group: '邻里', canBePublic: false, isDelegable: false },
    {
      ...plain,
      serviceCode: 'private_wiring',
      name: '私搭电线',
      group: '照明用电',
      emergency: { advice: '电线冒火花：离远，打119。', phone: '119' },
    },
    {
      ...plain,
      serviceCode: 'utility_bill',
      name: '水电气费',
      group: '别的单位',
      duty: 'not_ours',
      notOurs: { destination: '供水、供电、供气单位', phone: '12345' },
    },
  ],
  contacts,
  services: ['issues'],
})

const contactsOf = (topic: string): BoardContact[] =>
  community.contacts.filter((contact) => contact.topic === topic).map((contact) => ({ ...contact, staffIds: [] }))

const board = [
  { id: 'grid_worker', name: '有事找网格员', contacts: contactsOf('grid_worker') },
  { id: 'community_desk', name: '社区服务大厅', contacts: contactsOf('community_desk') },
  { id: 'emergency', name: '紧急', contacts: contactsOf('emergency') },
]

export const resident = Person.parse({
  id: '0190b1c4-1111-7aaa-8bbb-000000000011',
  name: '居民（示范一）',
  roles: [{ role: 'resident', scopeName: '绕赛社区', communityId: 'raosai', gridCellId: null, unitId: null }],
})

export const issueId = '0190b1c4-2222-7aaa-8bbb-000000000021'
export const workItemId = '0190b1c4-3333-7aaa-8bbb-000000000031'

/** Status and body. */
export type Answer = [number, unknown]

export interface Call {
  method: string
  path: string
  key: string | undefined
  token: string | undefined
  actingFor: string | undefined
  body: Record<string, unknown>
}

/** Nothing of it is held back. */
const SEEN_BY_NEIGHBOURS = { publicState: 'shown', waitingPhotos: 0, refusedPhotos: 0, refusalReason: null } as const

export interface ResidentServer {
  url: string
  /** Every write that arrived, answered or not. */
  writes: Call[]
  /** The address of every read that arrived. */
  reads: string[]
  /** What came up in pieces. */
  uploads: Uploads
  /** What was reported: one for each key. */
  reported: Map<string, unknown>
  /** `lost`: the connection goes before the work is done; `unanswered`: after it. Both are about writes alone. */
  network: 'up' | 'lost' | 'unanswered'
  /** Whether reads meet a lost connection too. */
  isUnreachable: boolean
  /** Paths of writes that meet a lost connection, also while the network is up. */
  lostPath: string | undefined
  state: 'queued' | 'accepted' | 'resolved' | 'closed'
  version: number
  rating: WorkItem['rating']
  pause: WorkItem['pause']
  suspension: WorkItem['suspension']
  notOurs: WorkItem['notOurs']
  remindedAt: Date | null
  timeline: TimelineEvent[]
  source: Issue['source']
  attachments: Issue['attachments']
  /** Whether somebody else said it. */
  isNeighbours: boolean
  endorsements: number
  isEndorsed: boolean
  /** Whether neighbours see it, as its reporter reads. */
  publicly: Pick<Issue, 'publicState' | 'waitingPhotos' | 'refusedPhotos' | 'refusalReason'>
  /** Every call that arrived, reads too. */
  calls: Call[]
  /** What other files answer before this one does. */
  more: (call: Call) => Answer | undefined
  close: () => void
}

export const startResidentServer = async (state: ResidentServer['state'] = 'queued'): Promise<ResidentServer> => {
  const http = createServer((request, response) => {
    void readCall(request).then((call) => {
      const isWrite = call.method !== 'GET'
      server.calls.push(call)
      if (isWrite) server.writes.push(call)
      else server.reads.push(request.url ?? '')
      if (server.isUnreachable) return request.socket.destroy()
      const isLost = server.network === 'lost' || (server.lostPath && call.path.endsWith(server.lostPath))
      if (isWrite && isLost) return request.socket.destroy()
      const [status, body] = server.more(call) ?? answer(server, call)
      if (isWrite && server.network === 'unanswered') return request.socket.destroy()
      return response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    })
  })
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening))
  const address = http.address()
  if (typeof address !== 'object' || address === null) throw new Error('the server has no port')
  const server: ResidentServer = {
    url: `http://127.0.0.1:${address.port}`,
    writes: [],
    reads: [],
    uploads: createUploads(),
    reported: new Map(),
    network: 'up',
    isUnreachable: false,
    lostPath: undefined,
    state,
    version: 1,
    rating: null,
    pause: null,
    suspension: null,
    notOurs: null,
    remindedAt: null,
    timeline: [],
    source: 'own',
    attachments: { photos: [], voiceNote: null },
    isNeighbours: false,
    endorsements: 0,
    isEndorsed: false,
    publicly: SEEN_BY_NEIGHBOURS,
    calls: [],
    more: () => undefined,
    close: () => {
      http.closeAllConnections()
      http.close()
    },
  }
  return server
}

const readCall = async (request: IncomingMessage): Promise<Call> => {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(Buffer.from(piece))
  const bytes = Buffer.concat(pieces)
  const text = request.headers['content-type'] === 'application/json' ? bytes.toString() : ''
  return {
    method: request.method ?? '',
    path: (request.url ?? '').split('?')[0] ?? '',
    key: request.headers['idempotency-key']?.toString(),
    token: request.headers.authorization,
    actingFor: request.headers['acting-for']?.toString(),
    body: text === '' ? { bytes } : JSON.parse(text),
  }
}

export const failure = (status: number, code: string, message: string): Answer => [
  status,
  { error: { code, message, requestId: 'req-1' } },
]

const answer = (server: ResidentServer, call: Call): Answer => {
  const { method, path } = call
  if (path === '/api/communities') return [200, { items: [community], nextCursor: null }]
  if (path === '/api/communities/raosai/contacts') return [200, { items: board, nextCursor: null }]
  if (path === '/api/communities/raosai') return [200, community]
  if (path === '/api/me') return call.token ? [200, resident] : failure(401, 'unauthenticated', '请先登录。')
  if (path === '/api/demo/people') return failure(404, 'not_found', '没有找到。')
  if (path.startsWith('/api/uploads')) return answerUpload(server.uploads, call)
  if (path === '/api/communities/raosai/issues' && method === 'POST') return report(server, call)
  if (path.endsWith('/works')) return [200, { items: [] }]
  if (path.endsWith('/endorsement')) return endorse(server, method === 'PUT')
  if (path.endsWith('/redactions')) return [200, { description: '', redactedAt: '2026-11-23T03:00:00.000Z' }]
  if (path.includes('/issues/')) return [200, issueOf(server, call.token !== undefined && !server.isNeighbours)]
  if (path.endsWith('/ratings')) return rate(server, call)
  if (path.endsWith('/moves')) return move(server, call)
  if (path.endsWith('/replies')) return [201, itemOf(server)]
  if (path === '/api/my/items') return [200, { items: call.token ? [myItemOf(server)] : [], nextCursor: null }]
  if (path.includes('/work-items/')) return [200, itemOf(server)]
  return [200, { items: [], nextCursor: null, unread: 0 }]
}

const report = (server: ResidentServer, { key = '', token }: Call): Answer => {
  if (!token) return failure(401, 'unauthenticated', '登录已过期，请重新登录。')
  const receipt = server.reported.get(key) ?? {
    id: issueId,
    receiptNumber: `RS-20261123-000${server.reported.size + 1}`,
    workItemId,
    state: 'queued',
    queue,
    routedBecause: '由这个地点的网格员办。',
    dueAt: '2026-11-30T10:00:00.000Z',
  }
  server.reported.set(key, receipt)
  return [201, receipt]
}

const endorse = (server: ResidentServer, isEndorsed: boolean): Answer => {
  server.endorsements += Number(isEndorsed) - Number(server.isEndorsed)
  server.isEndorsed = isEndorsed
  return [200, { endorsements: server.endorsements, isEndorsed }]
}

const RESOLVED_AT = new Date()

const movable = ({ state, rating, pause, remindedAt }: ResidentServer) => ({
  state,
  outcome: null,
  resolvedAt: state === 'resolved' ? RESOLVED_AT : null,
  closedAt: null,
  ratedSolved: rating?.solved ?? null,
  pause,
  isReferred: false,
  isChild: false,
  isBatch: false,
  openChildren: 0,
  remindedAt,
  possible: new Set(['withdraw'] as const),
})
const isRateable = (server: ResidentServer) => canRate(movable(server), new Date())

const common = (server: ResidentServer) => ({
  communityId: 'raosai',
  serviceCode: 'street_light',
  state: server.state,
  outcome: server.notOurs ? 'not_ours' : null,
  queue,
  routedBecause: '由这个地点的网格员办。',
  dueAt: '2026-11-30T10:00:00.000Z',
  isOverdue: false,
  createdAt: '2026-11-23T02:00:00.000Z',
  timeline: server.timeline,
})

const issueOf = (server: ResidentServer, isYours: boolean) =>
  Issue.parse({
    ...common(server),
    id: issueId,
    serviceName: '灯不亮',
    description: '路灯三天不亮了。',
    placeName: '东孜苏3巷7号',
    endorsements: server.endorsements,
    thumbnailUrl: null,
    isYours,
    attachments: server.attachments,
    canEndorse: !isYours && !server.isEndorsed && server.state !== 'closed',
    isEndorsed: server.isEndorsed,
    canRedact: isYours,
    isRedacted: false,
    teamName: null,
    visibility: 'public',
    ...(isYours ? server.publicly : SEEN_BY_NEIGHBOURS),
    source: isYours ? server.source : null,
    workItemId: isYours ? workItemId : null,
    receiptNumber: isYours ? 'RS-20261123-0001' : null,
    position: null,
    gridCellName: '第一网格',
    canRate: isYours && isRateable(server),
    rating: isYours ? server.rating : null,
    notOurs: isYours ? server.notOurs : null,
  })

const listed = (server: ResidentServer) => ({
  ...common(server),
  id: workItemId,
  communityName: '绕赛社区',
  receiptNumber: 'RS-20261123-0001',
  service: 'issues',
  subjectId: issueId,
  title: '灯不亮',
  gridCellId: 'raosai-1',
  version: server.version,
  pause: server.pause,
  canRate: isRateable(server),
})

const myItemOf = (server: ResidentServer) =>
  MyItem.parse({ ...listed(server), canAnswer: server.pause === 'waiting_for_resident' })

const itemOf = (server: ResidentServer) =>
  WorkItem.parse({
    ...listed(server),
    requesterName: '居*',
    assignee: null,
    priority: 0,
    reminders: server.remindedAt ? 1 : 0,
    reopenedCount: 0,
    referredTo: null,
    isChild: false,
    isBatch: false,
    allowedMoves: allowedMoves(movable(server), ['requester'], new Date()),
    canNote: false,
    canReply: true,
    rateUntil: server.state === 'resolved' ? rateUntil(RESOLVED_AT).toISOString() : null,
    rating: server.rating,
    clocks: clocksDueAt('2026-11-30T10:00:00.000Z', false),
    suspension: server.suspension,
    participants: [],
    supervisors: [],
    parent: null,
    children: [],
    mergedInto: null,
    duplicates: [],
    notOurs: server.notOurs,
    viewers: [],
  })

const rate = (server: ResidentServer, { body }: Call): Answer => {
  if (!isRateable(server)) return failure(409, 'already_rated', '这一次办理已经评价过了。')
  const { solved, satisfaction } = body
  server.rating = {
    solved: solved === true,
    satisfaction: Number(satisfaction),
    comment: null,
    ratedAt: '2026-11-23T03:00:00.000Z',
  }
  server.version += 1
  return [201, itemOf(server)]
}

const move = (server: ResidentServer, { body }: Call): Answer => {
  if (body.version !== server.version) return failure(409, 'stale_version', '刚才有别人先动了这件事。')
  if (!itemOf(server).allowedMoves.some((allowed) => allowed.move === body.move))
    return failure(409, 'move_not_allowed', '现在的状态下不能这样做。')
  server.version += 1
  if (body.move === 'remind') server.remindedAt = new Date()
  else if (body.move === 'answer') server.pause = null
  else {
    server.state = 'queued'
    server.rating = null
  }
  return [200, itemOf(server)]
}
