import { expect, test } from 'vitest'
import { roundOf, roundVisitOf, toPlanOf, visitIdOf } from '../../test/components/pension-answers'
import { byCourtyard, candidatesOf, entriesOf, moved, plannedOf, withVisit } from './plan-draft'

test('each visit that is added comes an hour after the last one, the first at half past nine', () => {
  const one = withVisit([], toPlanOf(1))
  const two = withVisit(one, toPlanOf(2))
  expect(two.map(({ from, until }) => [from, until])).toEqual([
    [570, 630],
    [630, 690],
  ])
})

test('today nobody is told to come at an hour that has passed', () => {
  expect(withVisit([], toPlanOf(1), 10 * 60 + 5)[0]?.from).toBe(10 * 60 + 30)
})

test('moving somebody changes the order and not the times', () => {
  const two = withVisit(withVisit([], toPlanOf(1)), toPlanOf(2))
  expect(moved(two, 1, -1).map(({ visitId, from }) => [visitId, from])).toEqual([
    [visitIdOf(2), 570],
    [visitIdOf(1), 630],
  ])
  expect(moved(two, 0, -1)).toEqual(two)
})

test('the courtyard with the next due visit stands first', () => {
  const waiting = [toPlanOf(1), toPlanOf(3, { dueOn: '2026-11-29' })]
  expect(byCourtyard(candidatesOf(waiting, undefined, new Set())).map(({ placeName }) => placeName)).toEqual([
    '小广场（示范）',
    '东孜苏3巷7号',
  ])
})

test('whom somebody has been to already is not planned again', () => {
  const round = roundOf([roundVisitOf(1, { state: 'done' }), roundVisitOf(2)])
  expect(entriesOf(round).map(({ visitId }) => visitId)).toEqual([visitIdOf(2)])
  expect(candidatesOf([], round, new Set()).map(({ id }) => id)).toEqual([visitIdOf(2)])
})

test('a visit that nobody knows any more is named and not sent', () => {
  const entries = withVisit(withVisit([], toPlanOf(1)), toPlanOf(2))
  const { visits, gone } = plannedOf(entries, new Map([[visitIdOf(2), 5]]))
  expect(visits).toEqual([{ visitId: visitIdOf(2), version: 5, from: 630, until: 690 }])
  expect(gone.map(({ visitId }) => visitId)).toEqual([visitIdOf(1)])
})
