// A small server that speaks the contracts of the counter over real HTTP. As the real one does, it refuses `Acting-For`
// where nobody may act for somebody else, and without an open session whatever is done for the resident.
import { createServer } from 'node:http'
import { type CallOutcome, endsCall } from '@little-bench/shared/notifications/calls'
import { Call } from '@little-bench/shared/notifications/contract'
import { AssistSession } from '@little-bench/shared/people/counter.contract'
import { ProxyGrant } from '@little-bench/shared/people/grant.contract'
import { Fact, type Household } from '@little-bench/shared/people/profile.contract'
import { callOf, grantOf, resident } from './counter-examples'
import { community } from './resident-server'

/** Status and body. */
export type Answer = [number, unknown]

export interface CounterCall {
  method: string
  path: string
  key: string | undefined
  /** The header `Acting-For`. */
  actingFor: string | undefined
  query: URLSearchParams
  body: Record<string, unknown>
}

export interface CounterServer {
  url: string
  /** Everything that arrived, in order. */
  calls: CounterCall[]
  session: AssistSession | null
  /** How long a new session lasts. */
  sessionMs: number
  found: unknown[]
  facts: Fact[]
  household: Household | null
  grants: ProxyGrant[]
  isFrozen: boolean
  callList: Call[]
  /** What a test answers itself; undefined leaves it to the server. */
  answerFirst: ((call: CounterCall) => Answer | undefined) | undefined
  /** Bodies of the writes to a path that ends so. */
  writesTo: (ending: string) => CounterCall[]
  close: () => void
}

/** Paths on which a resident can be acted for; all others refuse the header. */
const DELEGABLE = /^\/api\/(my\/(facts|household|proxy-grants|items)|communities\/[^/]+$|communities$)/

export const startCounterServer = async (): Promise<CounterServer> => {
  const http = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk) => (text += String(chunk)))
    request.on('end', () => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://counter')
      const call: CounterCall = {
        method: request.method ?? '',
        path: pathname,
        key: request.headers['idempotency-key']?.toString(),
        actingFor: request.headers['acting-for']?.toString(),
        query: searchParams,
        body: text === '' ? {} : JSON.parse(text),
      }
      server.calls.push(call)
      const [status, body] = refusalOf(server, call) ?? server.answerFirst?.(call) ?? answer(server, call)
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    })
  })
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening))
  const address = http.address()
  if (typeof address !== 'object' || address === null) throw new Error('the server has no port')
  const server: CounterServer = {
    url: `http://127.0.0.1:${address.port}`,
    calls: [],
    session: null,
    sessionMs: 30 * 60_000,
    found: [],
    facts: [],
    household: null,
    grants: [],
    isFrozen: false,
    callList: [callOf(1), callOf(2)],
    answerFirst: undefined,
    writesTo: (ending) => server.calls.filter(({ method, path }) => method !== 'GET' && path.endsWith(ending)),
    close: () => {
      http.closeAllConnections()
      http.close()
    },
  }
  return server
}

export const failure = (status: number, code: string, message: string): Answer => [
  status,
  { error: { code, message, requestId: 'req-1' } },
]

const refusalOf = (server: CounterServer, { path, actingFor }: CounterCall): Answer | undefined => {
  if (actingFor === undefined) return undefined
  if (!DELEGABLE.test(path)) return failure(403, 'not_delegable', '这件事只能本人办，不能由别人代办。')
  if (server.session?.resident.id === actingFor) return undefined
  return failure(403, 'proxy_grant_missing', '您现在没有对方的授权，不能替对方办理。')
}

const answer = (server: CounterServer, call: CounterCall): Answer => {
  const { method, path, body } = call
  if (path === '/api/communities') return [200, { items: [community], nextCursor: null }]
  if (path === '/api/communities/raosai') return [200, community]
  if (path === '/api/my/assist-session') return [200, { session: server.session }]
  if (path.endsWith('/residents/search')) return [200, { items: server.found, nextCursor: null }]
  if (path.endsWith('/residents')) return [201, registered(body)]
  if (path.endsWith('/assist-sessions')) return [201, start(server, body)]
  if (path.endsWith('/end')) return [200, end(server)]
  if (path.endsWith('/call-list')) return [200, callsOf(server, call)]
  if (path.endsWith('/attempts')) return recordCall(server, call)
  if (path.endsWith('/facts-to-verify')) return [200, { items: toVerify(server), nextCursor: null }]
  if (path.includes('/residents/') && path.endsWith('/facts')) return [200, decide(server, body)]
  if (path === '/api/my/facts' && method === 'GET') return [200, { items: server.facts, nextCursor: null }]
  if (path === '/api/my/items') return [200, { items: [], nextCursor: null }]
  if (path === '/api/my/household') return [200, { household: server.household }]
  if (path === '/api/my/proxy-grants') return [200, grantsOf(server)]
  if (path.endsWith('/freeze')) return [200, { isFrozen: (server.isFrozen = body.isFrozen === true), grants: 1 }]
  if (path.endsWith('/revocation')) return [200, revoke(server, path)]
  if (path.endsWith('/proxy-grants')) return [201, witness(server)]
  return failure(404, 'not_found', '没有找到。')
}

const registered = ({ name, phone }: Record<string, unknown>) => ({
  personId: resident.id,
  name: `${String(name).slice(0, 1)}*`,
  phoneEnding: typeof phone === 'string' ? phone.slice(-2) : null,
  hasAccount: false,
  channel: 'call',
})

const start = (server: CounterServer, { reason, note }: Record<string, unknown>) => {
  const now = Date.now()
  server.session = AssistSession.parse({
    id: '0190b1c4-5555-7aaa-8bbb-000000000001',
    communityId: 'raosai',
    resident,
    reason,
    note: note ?? null,
    startedAt: new Date(now).toISOString(),
    endsAt: new Date(now + server.sessionMs).toISOString(),
    endedAt: null,
  })
  return server.session
}

const end = (server: CounterServer) => {
  const ended = server.session && { ...server.session, endedAt: new Date().toISOString() }
  server.session = null
  return ended
}

const callsOf = (server: CounterServer, { query }: CounterCall) => {
  const view = query.get('view') ?? 'due'
  const items = server.callList.filter(({ closedAt, attempts }) => {
    if (closedAt !== null) return view === 'done'
    return view === (attempts.length > 0 ? 'later' : 'due')
  })
  return { items, nextCursor: null }
}

const recordCall = (server: CounterServer, { path, body }: CounterCall): Answer => {
  const found = server.callList.find(({ id }) => path.includes(id))
  if (!found) return failure(404, 'not_found', '没有找到。')
  if (found.closedAt !== null) return failure(409, 'call_is_closed', '这个电话已经有人打过并记下了。')
  if (body.version !== found.version) return failure(409, 'stale_version', '刚才有别人先动了这件事。')
  const outcome = String(body.outcome) as CallOutcome
  const at = new Date().toISOString()
  const after = Call.parse({
    ...found,
    attempts: [...found.attempts, { at, outcome, byName: '社区工作人员（示范一）', note: body.note ?? null }],
    closedAt: endsCall(outcome) ? at : null,
    version: found.version + 1,
  })
  server.callList = server.callList.map((each) => (each.id === found.id ? after : each))
  return [200, after]
}

const toVerify = (server: CounterServer) =>
  server.facts.filter(({ state }) => state === 'pending').map((fact) => ({ fact, resident, placeName: '东孜苏3巷7号' }))

const decide = (server: CounterServer, { decision, factId, content }: Record<string, unknown>) => {
  const state = decision === 'refuse' ? 'refused' : 'verified'
  const decided = server.facts.find(({ id }) => id === factId)
  if (!decided) return { ...server.facts[0], content, state }
  const after = Fact.parse({ ...decided, state })
  server.facts = server.facts.map((each) => (each.id === factId ? after : each))
  return after
}

const grantsOf = ({ grants, isFrozen }: CounterServer) => ({ given: grants, received: [], isFrozen })

const revoke = (server: CounterServer, path: string) => {
  server.grants = server.grants.map((each) =>
    path.includes(each.id) ? ProxyGrant.parse({ ...each, state: 'revoked', canRevoke: false }) : each,
  )
  return server.grants[0]
}

const witness = (server: CounterServer) => {
  const grant = grantOf({ state: 'offered', agent: null })
  server.grants = [grant]
  return { grant, code: { code: '512345678901', expiresAt: '2026-12-05T08:00:00.000Z' } }
}
