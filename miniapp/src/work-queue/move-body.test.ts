import { MOVES, type Move } from '@little-bench/shared/work-queue/lifecycle'
import { MoveBody } from '@little-bench/shared/work-queue/move.contract'
import { expect, test } from 'vitest'
import { moveBodyOf } from './move-body'
import { EMPTY_FIELDS, type MoveFields } from './move-fields'

const person = '0190b1c4-1111-7aaa-8bbb-000000000002'
const fields: MoveFields = {
  note: ' 写几句 ',
  outcome: 'rejected',
  assigneeId: person,
  queueId: 'bakuo-subdistrict',
  queueIds: 'bakuo-subdistrict\ncity-lighting',
  reason: 'materials',
  until: '2026-11-30',
  parts: '修灯\t\n换线\tyard-7',
  receiptNumber: ' rs-20261122-0009 ',
  direction: 'absorb',
  serviceCode: 'water_pipe',
  placeId: 'yard-9',
  service: 'issues',
  agreed: '只说灯不亮',
  hasConsent: true,
  destination: null,
  destinationPhone: null,
}
const note = '写几句'

/** What a form that is filled in sends, by hand. */
const SENT: Record<Move, object> = {
  claim: { note },
  accept_referral: { note },
  answer: { note, fileIds: [] },
  dispatch: { assigneeId: person, note },
  accept: { note },
  resume: { note },
  resolve: { note, fileIds: [] },
  ask_resident: { note },
  transfer: { assigneeId: person, note },
  refer: { queueId: 'bakuo-subdistrict', note },
  refuse_referral: { note },
  invite: { queueIds: ['bakuo-subdistrict', 'city-lighting'], note },
  return: { note },
  suspend: { reason: 'materials', until: '2026-11-30T01:00:00.000Z', note },
  recategorise: { serviceCode: 'water_pipe', note },
  relocate: { placeId: 'yard-9', note },
  split: { parts: [{ title: '修灯' }, { title: '换线', placeId: 'yard-7' }], note },
  merge: { receiptNumber: 'RS-20261122-0009', direction: 'absorb', note },
  escalate: { note },
  convert: { service: 'issues', agreed: '只说灯不亮', hasConsent: true },
  close: { outcome: 'rejected', note },
  reopen: { note, fileIds: [] },
  remind: { note },
  withdraw: { note },
}

test.each(MOVES)('%s sends exactly what the contract takes', (move) => {
  const body = moveBodyOf(move, { version: 3 }, { fields })
  expect(body).toEqual({ move, version: 3, ...SENT[move] })
  expect(MoveBody.parse(body)).toEqual(body)
})

test('what is not ours says where the resident goes: the catalogue, unless the worker knows better', () => {
  const choices = { notOurs: { destination: '供电局', phone: '95598', reply: null } }
  const sent = (changed: Partial<MoveFields>) =>
    moveBodyOf(
      'close',
      { version: 1 },
      { fields: { ...fields, outcome: 'not_ours', ...changed }, choices: { ...NOTHING, ...choices } },
    )
  expect(sent({})).toMatchObject({ destination: '供电局', destinationPhone: '95598' })
  expect(sent({ destination: '物业', destinationPhone: '' })).toEqual({
    move: 'close',
    version: 1,
    outcome: 'not_ours',
    destination: '物业',
    note,
  })
})

test.each(['dispatch', 'refer', 'suspend', 'merge', 'convert', 'recategorise', 'relocate', 'resolve'] as const)(
  '%s is not sent while something is missing',
  (move) => expect(moveBodyOf(move, { version: 1 }, { fields: EMPTY_FIELDS })).toBeUndefined(),
)

const NOTHING = {
  assignees: [],
  queues: [],
  serviceCodes: [],
  places: [],
  likelyDuplicates: [],
  services: [],
  suspendAtMostUntil: '2026-12-23T02:00:00.000Z',
}
