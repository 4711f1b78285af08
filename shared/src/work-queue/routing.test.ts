import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DUTIES } from '../communities/duty.ts'
import {
  isCatchAll,
  QUEUE_LEVELS,
  type QueueLadder,
  type RoutingInput,
  type RoutingRule,
  route,
  rungsAbove,
} from './routing.ts'

const ladder: QueueLadder = {
  communityQueueId: 'community',
  subdistrictQueueId: 'subdistrict',
  queueIdOfGridCell: { 'cell-1': 'cell-1-queue', 'cell-2': 'cell-2-queue' },
  queueIdOfDepartment: { water: 'water-queue' },
}

const lamp: RoutingInput = {
  serviceCode: 'lamp',
  duty: 'perform',
  handledBy: 'grid_cell',
  departmentId: null,
  gridCellId: 'cell-1',
}

const rule = (
  id: string,
  when: RoutingRule['when'],
  to: RoutingRule['to'],
  rest: Partial<RoutingRule> = {},
): RoutingRule => ({
  id,
  when,
  to,
  followedBy: [],
  awayFrom: [],
  ...rest,
  because: { zh: `因为${id}` },
})
const CATCH_ALL = rule('catch-all', {}, { kind: 'community' })
const toGridCell = rule('cell', { handledBy: 'grid_cell' }, { kind: 'grid_cell' })

describe('an item', () => {
  test('goes where the first rule that holds sends it, and says which rule that was and why', () => {
    const second = rule('second', { duty: 'perform' }, { kind: 'subdistrict' })
    expect(route(lamp, [toGridCell, second, CATCH_ALL], ladder)).toEqual({
      queueId: 'cell-1-queue',
      ruleId: 'cell',
      because: { zh: '因为cell' },
      followingQueueIds: [],
      barredQueueIds: [],
    })
  })

  test('is followed by the levels of its rule, but never by the queue that has it', () => {
    const followed = rule('followed', {}, { kind: 'subdistrict' }, { followedBy: ['community', 'subdistrict'] })
    expect(route(lamp, [followed], ladder).followingQueueIds).toEqual(['community'])
  })

  test('is kept away from every queue of a level, and no follower brings it back there', () => {
    const away = rule(
      'away',
      {},
      { kind: 'subdistrict' },
      { awayFrom: ['community', 'grid_cell'], followedBy: ['community'] },
    )
    expect(route(lamp, [away], ladder)).toMatchObject({
      followingQueueIds: [],
      barredQueueIds: ['community', 'cell-1-queue', 'cell-2-queue'],
    })
  })

  test('of an unknown place skips the rule to a grid cell', () => {
    expect(route({ ...lamp, gridCellId: null }, [toGridCell, CATCH_ALL], ladder).ruleId).toBe('catch-all')
  })

  test('of a grid cell without a queue is not lost', () => {
    expect(route({ ...lamp, gridCellId: 'cell-9' }, [toGridCell, CATCH_ALL], ladder).queueId).toBe('community')
  })

  test('of a department without a queue is not lost', () => {
    const toDepartment = rule('department', {}, { kind: 'department' })
    const leak: RoutingInput = { ...lamp, handledBy: 'department', departmentId: 'power' }
    expect(route(leak, [toDepartment, CATCH_ALL], ladder).queueId).toBe('community')
    expect(route({ ...leak, departmentId: 'water' }, [toDepartment, CATCH_ALL], ladder).queueId).toBe('water-queue')
  })

  test('can be sent to a queue by its id', () => {
    expect(route(lamp, [rule('by-id', {}, { kind: 'queue', queueId: 'spring' })], ladder).queueId).toBe('spring')
  })

  test('without any rule goes to the community, and says so', () => {
    expect(route(lamp, [], ladder)).toMatchObject({ queueId: 'community', ruleId: 'no-rule' })
  })
})

test.each([
  ['its service code', { serviceCodes: ['lamp', 'road'] }, { serviceCode: 'water' }],
  ['its duty', { duty: 'perform' }, { duty: 'assist' }],
  ['the level that handles it', { handledBy: 'grid_cell' }, { handledBy: 'community' }],
  ['its grid cell', { gridCellIds: ['cell-1'] }, { gridCellId: 'cell-2' }],
  ['its grid cell, which is unknown', { gridCellIds: ['cell-1'] }, { gridCellId: null }],
  ['having a grid cell', { hasGridCell: true }, { gridCellId: null }],
] as const)('a rule can ask for %s', (_what, when, otherwise) => {
  const rules = [rule('asked', when, { kind: 'subdistrict' }), CATCH_ALL]
  expect(route(lamp, rules, ladder).ruleId).toBe('asked')
  expect(route({ ...lamp, ...otherwise }, rules, ladder).ruleId).toBe('catch-all')
})

test('every condition of a rule must hold', () => {
  const both = rule('both', { duty: 'perform', hasGridCell: false }, { kind: 'subdistrict' })
  expect(route(lamp, [both, CATCH_ALL], ladder).ruleId).toBe('catch-all')
})

test('a rule without conditions is a catch-all, also when they are written as undefined', () => {
  expect(isCatchAll(CATCH_ALL)).toBe(true)
  expect(isCatchAll(rule('empty', { duty: undefined, hasGridCell: undefined }, { kind: 'community' }))).toBe(true)
  expect(isCatchAll(rule('no', { hasGridCell: false }, { kind: 'community' }))).toBe(false)
})

describe('whatever the rules are', () => {
  const serviceCode = fc.constantFrom('lamp', 'road', 'water')
  const gridCellId = fc.constantFrom('cell-1', 'cell-2', 'cell-9')
  const departmentId = fc.constantFrom('water', 'power')

  const anyInput: fc.Arbitrary<RoutingInput> = fc.record({
    serviceCode,
    duty: fc.constantFrom(...DUTIES),
    handledBy: fc.constantFrom(...QUEUE_LEVELS),
    departmentId: fc.option(departmentId),
    gridCellId: fc.option(gridCellId),
  })
  const optional = { nil: undefined }
  const levels = fc.array(fc.constantFrom(...QUEUE_LEVELS), { maxLength: 4 })
  const anyRules: fc.Arbitrary<RoutingRule[]> = fc
    .array(
      fc.record({
        when: fc.record({
          serviceCodes: fc.option(fc.array(serviceCode), optional),
          duty: fc.option(fc.constantFrom(...DUTIES), optional),
          handledBy: fc.option(fc.constantFrom(...QUEUE_LEVELS), optional),
          gridCellIds: fc.option(fc.array(gridCellId), optional),
          hasGridCell: fc.option(fc.boolean(), optional),
        }),
        to: fc.oneof(
          fc.constantFrom(...QUEUE_LEVELS).map((kind) => ({ kind })),
          fc.constant({ kind: 'queue', queueId: 'by-id' } as const),
        ),
        rest: fc.record({ followedBy: levels, awayFrom: levels }),
      }),
    )
    .map((rules) => rules.map(({ when, to, rest }, index) => rule(`rule-${index}`, when, to, rest)))

  const QUEUES = ['community', 'subdistrict', 'cell-1-queue', 'cell-2-queue', 'water-queue', 'by-id']

  test('every item reaches a queue, with a reason, and the same one each time', () => {
    fc.assert(
      fc.property(anyInput, anyRules, (input, rules) => {
        const asked = JSON.stringify([input, rules, ladder])
        const result = route(input, rules, ladder)
        expect(QUEUES).toContain(result.queueId)
        expect(result.because.zh).not.toBe('')
        expect(route(input, rules, ladder)).toEqual(result)
        expect(JSON.stringify([input, rules, ladder])).toBe(asked)
      }),
    )
  })

  test('who follows is not the one who has it, is named once, and is nobody who is kept away', () => {
    fc.assert(
      fc.property(anyInput, anyRules, (input, rules) => {
        const { queueId, followingQueueIds, barredQueueIds } = route(input, rules, ladder)
        expect(new Set(followingQueueIds).size).toBe(followingQueueIds.length)
        expect(followingQueueIds.filter((id) => id === queueId || barredQueueIds.includes(id))).toEqual([])
        expect(QUEUES).toEqual(expect.arrayContaining([...followingQueueIds, ...barredQueueIds]))
      }),
    )
  })

  test('the rule that is named would decide alone, and no earlier one would', () => {
    fc.assert(
      fc.property(anyInput, anyRules, (input, rules) => {
        const { ruleId } = route(input, rules, ladder)
        const chosen = ruleId === 'no-rule' ? rules.length : rules.findIndex(({ id }) => id === ruleId)
        const alone = rules.map((candidate) => route(input, [candidate], ladder).ruleId)
        expect(alone.slice(0, chosen)).toEqual(Array.from({ length: chosen }, () => 'no-rule'))
        expect(alone[chosen]).toBe(rules[chosen]?.id)
      }),
    )
  })

  test('with a catch-all at the end some rule always decides', () => {
    fc.assert(
      fc.property(anyInput, anyRules, (input, rules) => {
        expect(route(input, [...rules, CATCH_ALL], ladder).ruleId).not.toBe('no-rule')
      }),
    )
  })

  test('rules after the one that decides change nothing', () => {
    fc.assert(
      fc.property(anyInput, anyRules, anyRules, (input, rules, more) => {
        const decided = [...rules, CATCH_ALL]
        expect(route(input, [...decided, ...more], ladder)).toEqual(route(input, decided, ladder))
      }),
    )
  })
})

test('what is late climbs from the grid cell to the community and to the subdistrict, and no further', () => {
  expect(rungsAbove('grid_cell', ladder)).toEqual(['community', 'subdistrict'])
  expect(rungsAbove('community', ladder)).toEqual(['subdistrict'])
  expect(rungsAbove('department', ladder)).toEqual(['subdistrict'])
  expect(rungsAbove('subdistrict', ladder)).toEqual([])
})
