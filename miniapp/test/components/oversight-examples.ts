// What the stand-in server of the pages beside the inbox has to show.
import { Person } from '@little-bench/shared/people/contract'
import { ReplyTemplate, Roster } from '@little-bench/shared/work-queue/desk.contract'
import { RATES } from '@little-bench/shared/work-queue/figures'
import { CommunityFigures, GridRedrawPlan } from '@little-bench/shared/work-queue/oversight.contract'

export const queueId = 'raosai-grid-1'
const one = { id: '0190b1c4-1111-7aaa-8bbb-000000000001', name: '网格员（示范一）' }
const two = { id: '0190b1c4-1111-7aaa-8bbb-000000000002', name: '网格员（示范二）' }
export const NOW = '2026-11-23T02:00:00.000Z'

const personWith = (role: string) =>
  Person.parse({
    ...one,
    roles: [{ role, scopeName: '绕赛社区', communityId: 'raosai', gridCellId: null, unitId: null }],
  })
export const gridWorker = personWith('grid_worker')
export const communityWorker = personWith('community_staff')

const shift = { personId: one.id, backupId: two.id, weekdays: [1, 2, 3, 4, 5], fromMinute: 570, toMinute: 1080 }

export const rosterOf = (fields: Partial<(typeof Roster)['_input']> = {}): Roster =>
  Roster.parse({
    queueId,
    queueName: '绕赛社区第一网格',
    version: 2,
    mode: 'claim',
    shifts: [{ ...shift, absences: [{ from: '2026-11-25', to: '2026-11-26' }] }],
    staff: [one, two],
    onDutyNow: [one],
    canEdit: true,
    savedBy: one.name,
    savedAt: NOW,
    ...fields,
  })

export const templateId = '0190b1c4-6666-7aaa-8bbb-000000000001'
export const templateOf = (fields: Partial<(typeof ReplyTemplate)['_input']> = {}): ReplyTemplate =>
  ReplyTemplate.parse({
    id: templateId,
    name: '开始办了',
    zh: '「{title}」已经开始办。',
    bo: null,
    serviceCodes: ['street_light'],
    states: ['accepted'],
    isRetired: false,
    version: 1,
    savedBy: one.name,
    savedAt: NOW,
    ...fields,
  })

/** Six months up to November 2026; the first of the five rates is hidden in every month. */
export const figures = CommunityFigures.parse({
  communityId: 'raosai',
  communityName: '绕赛社区',
  services: ['issues'],
  smallestShown: 5,
  computedAt: NOW,
  months: ['2026-11', '2026-10', '2026-09', '2026-08', '2026-07', '2026-06'].map((month, index) => ({
    month,
    unrated: index === 0 ? 7 : null,
    rates: RATES.map((rate) => ({
      rate,
      name: `示范率${rate}`,
      definition: `示范定义${rate}`,
      numerator: rate === 'accepted_in_time' ? null : 9 + index,
      denominator: rate === 'accepted_in_time' ? null : 20,
    })),
  })),
})

export const redraw = {
  id: 'more-cells',
  name: '四格改二十二格',
  cellsBefore: 4,
  cellsAfter: 22,
  appliedAt: null,
  demo: true,
}
const redrawMove = (number: number, fields: object) => ({
  workItemId: `0190b1c4-2222-7aaa-8bbb-${String(number).padStart(12, '0')}`,
  receiptNumber: `RS-20261123-000${number}`,
  title: `第${number}件事`,
  fromGridCell: '第一网格',
  toGridCell: '第七网格',
  fromQueue: '绕赛社区第一网格',
  toQueue: '绕赛社区第七网格',
  because: 'place',
  ...fields,
})
export const planOf = (planHash: string): GridRedrawPlan =>
  GridRedrawPlan.parse({
    redraw,
    planHash,
    openItems: 5,
    moves: [
      redrawMove(1, {}),
      redrawMove(2, {}),
      redrawMove(3, {
        toGridCell: '第一网格',
        toQueue: '绕赛社区第一网格',
        because: 'no_place',
      }),
    ],
    staff: [
      { gridCell: '第七网格', names: [two.name] },
      { gridCell: '第八网格', names: [] },
    ],
  })
