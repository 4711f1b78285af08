// People, facts, grants and calls of the counter, for component tests.
import { IssueReceipt } from '@little-bench/shared/issues/contract'
import { Call } from '@little-bench/shared/notifications/contract'
import { Person } from '@little-bench/shared/people/contract'
import { FoundResident } from '@little-bench/shared/people/counter.contract'
import { ProxyGrant } from '@little-bench/shared/people/grant.contract'
import { Fact } from '@little-bench/shared/people/profile.contract'

const role = { scopeName: '绕赛社区', communityId: 'raosai', unitId: null }

export const communityStaff = Person.parse({
  id: '0190b1c4-1111-7aaa-8bbb-000000000051',
  name: '社区工作人员（示范一）',
  roles: [{ ...role, role: 'community_staff', gridCellId: null }],
})

export const gridWorker = Person.parse({
  id: '0190b1c4-1111-7aaa-8bbb-000000000052',
  name: '网格员（示范一）',
  roles: [{ ...role, role: 'grid_worker', gridCellId: 'raosai-1' }],
})

/** Whom the counter helps. */
export const resident = { id: '0190b1c4-1111-7aaa-8bbb-000000000061', name: '居*甲' }

export const found = FoundResident.parse({
  personId: resident.id,
  name: resident.name,
  phoneEnding: '34',
  hasAccount: false,
  channel: 'call',
})

export const factOf = (fields: Partial<(typeof Fact)['_input']> = {}): Fact =>
  Fact.parse({
    id: '0190b1c4-6666-7aaa-8bbb-000000000001',
    kind: 'birth_date',
    content: { kind: 'birth_date', value: { on: '1949-10-01' } },
    said: '1949年10月1日',
    state: 'pending',
    isCorrection: false,
    claimedAt: '2026-11-22T02:00:00.000Z',
    verifiedOn: null,
    verifiedUntil: null,
    refusal: null,
    ...fields,
  })

export const grantOf = (fields: Partial<(typeof ProxyGrant)['_input']> = {}): ProxyGrant =>
  ProxyGrant.parse({
    id: '0190b1c4-7777-7aaa-8bbb-000000000001',
    principal: resident,
    agent: { id: '0190b1c4-1111-7aaa-8bbb-000000000062', name: '居*乙' },
    relationship: 'child',
    callName: '阿妈',
    scopes: [{ service: 'issues', powers: ['read', 'file'] }],
    state: 'active',
    isWitnessed: true,
    offeredAt: '2026-11-22T02:00:00.000Z',
    answeredAt: null,
    validUntil: '2027-02-28',
    reviewOn: '2027-01-10',
    endedAt: null,
    endedBy: null,
    canAnswer: false,
    canRevoke: true,
    ...fields,
  })

export const callOf = (number: number, fields: Partial<(typeof Call)['_input']> = {}): Call =>
  Call.parse({
    id: `0190b1c4-8888-7aaa-8bbb-00000000000${number}`,
    person: { id: resident.id, name: `居民（示范${number}）`, phone: `1380000000${number}` },
    lines: [
      { text: '您说的「灯不亮」办好了。', at: '2026-11-22T02:00:00.000Z', isConfidential: false },
      { text: '调解的时间定了。', at: '2026-11-22T03:00:00.000Z', isConfidential: true },
    ],
    attempts: [],
    dueOn: '2026-11-23',
    needsVisit: number === 2,
    closedAt: null,
    version: 1,
    ...fields,
  })

export const receiptOf = () => ({
  receipt: IssueReceipt.parse({
    id: '0190b1c4-2222-7aaa-8bbb-000000000021',
    receiptNumber: 'RS-20261123-0007',
    workItemId: '0190b1c4-3333-7aaa-8bbb-000000000031',
    state: 'queued',
    queue: { id: 'raosai-grid-1', name: '绕赛社区第一网格' },
    routedBecause: '地点在第一网格，由第一网格办理。',
    dueAt: '2026-11-30T08:00:00.000Z',
  }),
  code: { code: '812345678901', expiresAt: '2027-02-28T08:00:00.000Z' },
})
