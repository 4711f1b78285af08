// What the resident server answers about consents, one's own data and requests to correct or delete: it keeps what was
// agreed to and asked, each request once for its key.
import {
  CONSENT_PURPOSES,
  CONSENT_RULES,
  type ConsentPurpose,
  POLICY_VERSION,
} from '@little-bench/shared/privacy/consents'
import { Consent, PrivacyRequest } from '@little-bench/shared/privacy/contract'
import { CORRECTABLE_TEXT, DELETABLE_TEXT } from '@little-bench/shared/privacy/requests'
import { type Answer, type Call, failure, type ResidentServer, workItemId } from './resident-server'

const GIVEN_AT = '2026-11-20T02:00:00.000Z'

export interface PrivacyState {
  given: Map<ConsentPurpose, { at: string; version: string }>
  withdrawn: Map<ConsentPurpose, string>
  requests: PrivacyRequest[]
  /** The words in force; a consent to others is refused. */
  version: string
  refusal: Answer | undefined
}

export const consentGiven = (version = POLICY_VERSION) => ({ at: GIVEN_AT, version })

export const requestOf = (fields: Partial<(typeof PrivacyRequest)['_input']> = {}): PrivacyRequest =>
  PrivacyRequest.parse({
    id: '0190b1c4-8888-7aaa-8bbb-000000000001',
    kind: 'correction',
    aboutName: '名字',
    receiptNumber: 'RS-20261128-0007',
    communityId: 'raosai',
    workItemId,
    state: 'queued',
    outcome: null,
    askedAt: '2026-11-28T02:00:00.000Z',
    dueAt: '2099-12-18T10:00:00.000Z',
    ...fields,
  })

/** Makes the server answer these too; what it keeps can be set and read. */
export const servePrivacy = (server: ResidentServer): PrivacyState => {
  const state: PrivacyState = {
    given: new Map([['account', consentGiven()]]),
    withdrawn: new Map(),
    requests: [],
    version: POLICY_VERSION,
    refusal: undefined,
  }
  const before = server.more
  const keys = new Map<string, Answer>()
  server.more = (call) => {
    const known = call.key === undefined ? undefined : keys.get(call.key)
    const answered = known ?? answerOf(state, call)
    if (answered && call.key !== undefined && answered[0] < 400) keys.set(call.key, answered)
    return answered ?? before(call)
  }
  return state
}

const answerOf = (state: PrivacyState, { method, path, body }: Call): Answer | undefined => {
  if (!/^\/api\/my\/(consents|data|privacy-requests)|-requests$/.test(path)) return undefined
  if (state.refusal && (method !== 'GET' || path === '/api/my/data')) return state.refusal
  if (path === '/api/my/data') return [200, { person: '居民（示范一）' }]
  if (path === '/api/my/privacy-requests') return [200, { items: state.requests, nextCursor: null }]
  if (path.startsWith('/api/my/consents')) return consentAnswer(state, method, path, body)
  return [201, keepRequest(state, path.includes('correction') ? 'correction' : 'deletion', String(body.about))]
}

const consentAnswer = (state: PrivacyState, method: string, path: string, body: Call['body']): Answer => {
  if (method === 'GET')
    return [200, { items: CONSENT_PURPOSES.map((purpose) => consentOf(state, purpose)), nextCursor: null }]
  const withdrawn = CONSENT_PURPOSES.find((each) => path.endsWith(`/${each}/withdrawal`))
  const purpose = withdrawn ?? CONSENT_PURPOSES.find((each) => each === body.purpose)
  if (!purpose) return failure(404, 'not_found', '没有找到。')
  if (withdrawn) {
    state.given.delete(purpose)
    state.withdrawn.set(purpose, GIVEN_AT)
  } else {
    if (body.version !== state.version) return failure(409, 'policy_changed', '说明刚刚改过，请看新的再决定。')
    state.given.set(purpose, consentGiven(state.version))
  }
  return [200, consentOf(state, purpose)]
}

const consentOf = ({ given, withdrawn, version }: PrivacyState, purpose: ConsentPurpose): Consent => {
  const { name, words, isSensitive, withdrawal, afterwards } = CONSENT_RULES[purpose]
  return Consent.parse({
    purpose,
    name: name.zh,
    words: words.zh,
    isSensitive,
    version,
    given: given.get(purpose) ?? null,
    withdrawnAt: withdrawn.get(purpose) ?? null,
    withdrawal,
    afterwards: afterwards.zh,
  })
}

const keepRequest = (state: PrivacyState, kind: PrivacyRequest['kind'], about: string): PrivacyRequest => {
  const names: Record<string, { zh: string }> = kind === 'correction' ? CORRECTABLE_TEXT : DELETABLE_TEXT
  const number = state.requests.length + 1
  const request = requestOf({
    id: `0190b1c4-8888-7aaa-8bbb-${String(number).padStart(12, '0')}`,
    kind,
    aboutName: names[about]?.zh ?? '',
    receiptNumber: `RS-20261128-000${number}`,
  })
  state.requests = [request, ...state.requests]
  return request
}
