// A small server that speaks the contracts of the pages beside the inbox over real HTTP: rosters and reply templates with
// their versions, figures, the ledger and new maps of grid cells.
import { createServer, type IncomingMessage } from 'node:http'
import { type ReplyTemplate, Roster } from '@little-bench/shared/work-queue/desk.contract'
import { MyQueue } from '@little-bench/shared/work-queue/item.contract'
import type { GridRedrawPlan } from '@little-bench/shared/work-queue/oversight.contract'
import { figures, NOW, planOf, queueId, redraw, rosterOf, templateOf } from './oversight-examples'
import { community } from './resident-server'

interface Call {
  method: string
  path: string
  query: URLSearchParams
  key: string | undefined
  token: string | undefined
  body: Record<string, unknown>
}
export interface OversightServer {
  url: string
  roster: Roster
  templates: ReplyTemplate[]
  /** The plan that a preview answers now; only its hash is applied. */
  plan: GridRedrawPlan
  /** Every call that arrived, in order. */
  calls: Call[]
  close: () => void
}

export const startOversightServer = async (): Promise<OversightServer> => {
  const http = createServer((request, response) => {
    void readCall(request).then((call) => {
      server.calls.push(call)
      const [status, body] = answer(server, call)
      response.writeHead(status, { 'content-type': typeof body === 'string' ? 'text/csv' : 'application/json' })
      response.end(typeof body === 'string' ? body : JSON.stringify(body))
    })
  })
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening))
  const address = http.address()
  if (typeof address !== 'object' || address === null) throw new Error('the server has no port')
  const server: OversightServer = {
    url: `http://127.0.0.1:${address.port}`,
    roster: rosterOf(),
    templates: [templateOf()],
    plan: planOf('plan-hash-1'),
    calls: [],
    close: () => {
      http.closeAllConnections()
      http.close()
    },
  }
  return server
}

const readCall = async (request: IncomingMessage): Promise<Call> => {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  const url = new URL(request.url ?? '/', 'http://localhost')
  return {
    method: request.method ?? '',
    path: url.pathname,
    query: url.searchParams,
    key: request.headers['idempotency-key']?.toString(),
    token: request.headers.authorization,
    body: text === '' ? {} : JSON.parse(text),
  }
}

const failure = (status: number, code: string, message: string): [number, unknown] => [
  status,
  { error: { code, message, requestId: 'req-1' } },
]
const list = (items: unknown[]): [number, unknown] => [200, { items, nextCursor: null }]

const answer = (server: OversightServer, call: Call): [number, unknown] => {
  const { method, path } = call
  if (path === '/api/communities') return list([community])
  if (path === '/api/communities/raosai') return [200, community]
  if (path === '/api/my/queues') return list([myQueue(server.roster.canEdit)])
  if (path.endsWith('/figures')) return [200, figures]
  if (path.endsWith('/roster')) return method === 'PUT' ? saveRoster(server, call) : [200, server.roster]
  if (path.endsWith('/reply-templates')) return list(server.templates)
  if (path.includes('/reply-templates/')) return saveTemplate(server, call)
  if (path.endsWith('/ledger')) return ledger(call)
  if (path.endsWith('/grid-redraws')) return list([redraw])
  if (path.endsWith('/preview')) return [200, server.plan]
  if (path.endsWith('/apply')) return apply(server, call)
  return list([])
}

const stale = () => failure(409, 'stale_version', '刚才有别人先动了，请看最新情况再决定。')

const saveRoster = (server: OversightServer, { body }: Call): [number, unknown] => {
  if (body.version !== server.roster.version) return stale()
  server.roster = Roster.parse({ ...server.roster, ...body, version: server.roster.version + 1 })
  return [200, server.roster]
}

const saveTemplate = (server: OversightServer, { path, body }: Call): [number, unknown] => {
  const id = path.split('/').at(-1)
  const before = server.templates.find((template) => template.id === id)
  if (body.version !== (before?.version ?? 0)) return stale()
  const after = templateOf({ ...body, id: id ?? '', version: (before?.version ?? 0) + 1 })
  server.templates = [...server.templates.filter((template) => template.id !== id), after]
  return [200, after]
}

const ledger = ({ query }: Call): [number, unknown] =>
  query.get('from') === '2026-01-01' ? failure(422, 'ledger_range_invalid', '日期范围太长。') : [200, '编号,类别\n']

const apply = (server: OversightServer, { body }: Call): [number, unknown] =>
  body.planHash === server.plan.planHash
    ? [200, { ...server.plan, redraw: { ...redraw, appliedAt: NOW } }]
    : failure(409, 'redraw_plan_stale', '预览之后情况有变化，什么都没有改。')

const myQueue = (isLead: boolean) =>
  MyQueue.parse({
    id: queueId,
    name: '绕赛社区第一网格',
    level: 'grid_cell',
    communityId: 'raosai',
    isLead,
    open: 0,
    unclaimed: 0,
    mine: 0,
    overdue: 0,
    referredHere: 0,
    passedUp: 0,
    followUpsDue: 0,
  })
