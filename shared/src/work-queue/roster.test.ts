import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantOf, minuteOf } from '../kernel/time.ts'
import { chooseHandler, type DutyShift, onDutyAt } from './roster.ts'

const at = (date: string, clock: string): Date => instantOf(date, minuteOf(clock))
const mondayMorning = at('2026-11-23', '10:00')

const shift = (personId: string, rest: Partial<DutyShift> = {}): DutyShift => ({
  personId,
  backupId: null,
  weekdays: [1, 2, 3, 4, 5],
  fromMinute: minuteOf('09:30'),
  toMinute: minuteOf('18:00'),
  absences: [],
  ...rest,
})
const awayOnMonday = { absences: [{ from: '2026-11-23', to: '2026-11-23' }] }

describe('on duty', () => {
  test('is who has a shift at this hour of this weekday', () => {
    const shifts = [shift('a'), shift('b', { weekdays: [2] }), shift('c', { toMinute: minuteOf('10:00') })]
    expect(onDutyAt(shifts, mondayMorning)).toEqual(['a'])
  })

  test('begins with the first minute and ends before the last', () => {
    expect(onDutyAt([shift('a')], at('2026-11-23', '09:29'))).toEqual([])
    expect(onDutyAt([shift('a')], at('2026-11-23', '09:30'))).toEqual(['a'])
    expect(onDutyAt([shift('a')], at('2026-11-23', '17:59'))).toEqual(['a'])
    expect(onDutyAt([shift('a')], at('2026-11-23', '18:00'))).toEqual([])
  })

  test('goes by the clock of Lhasa, also where the day is another in UTC', () => {
    const night = shift('a', { weekdays: [2], fromMinute: 0, toMinute: minuteOf('06:00') })
    expect(onDutyAt([night], new Date('2026-11-23T17:00:00Z'))).toEqual(['a'])
  })

  test('is B on the days on which A is away, both included', () => {
    const shifts = [shift('a', { backupId: 'b', absences: [{ from: '2026-11-23', to: '2026-11-24' }] })]
    expect(onDutyAt(shifts, mondayMorning)).toEqual(['b'])
    expect(onDutyAt(shifts, at('2026-11-24', '17:59'))).toEqual(['b'])
    expect(onDutyAt(shifts, at('2026-11-25', '10:00'))).toEqual(['a'])
  })

  test('is nobody when A is away and there is no B', () => {
    expect(onDutyAt([shift('a', awayOnMonday)], mondayMorning)).toEqual([])
  })

  test('is not B when B is away too', () => {
    const shifts = [shift('a', { backupId: 'b', ...awayOnMonday }), shift('b', { weekdays: [1], ...awayOnMonday })]
    expect(onDutyAt(shifts, mondayMorning)).toEqual([])
  })

  test('is each person once, although B has a shift too', () => {
    expect(onDutyAt([shift('a', { backupId: 'b', ...awayOnMonday }), shift('b'), shift('b')], mondayMorning)).toEqual([
      'b',
    ])
  })
})

describe('the next item goes', () => {
  const shifts = [shift('a'), shift('b'), shift('c')]
  const choose = (loads: [string, number][], excluded: string[] = []) =>
    chooseHandler(shifts, { now: mondayMorning, loads: new Map(loads), excluded })

  test('to whoever has the least to do; who is in no list has nothing', () => {
    expect(
      choose([
        ['a', 3],
        ['b', 1],
        ['c', 2],
      ]),
    ).toBe('b')
    expect(
      choose([
        ['a', 3],
        ['b', 1],
      ]),
    ).toBe('c')
  })

  test('of equals to the one named first in the roster', () => {
    expect(choose([])).toBe('a')
    expect(choose([['a', 1]])).toBe('b')
  })

  test('never to somebody excluded: a reopened item goes to another', () => {
    expect(choose([], ['a'])).toBe('b')
    expect(choose([], ['a', 'b', 'c'])).toBeUndefined()
  })

  test('to nobody when nobody is there', () => {
    expect(chooseHandler(shifts, { now: at('2026-11-22', '10:00'), loads: new Map(), excluded: [] })).toBeUndefined()
  })

  test('whatever the roster: to the first on duty and not excluded of whom nobody has less', () => {
    const person: fc.Arbitrary<string> = fc.constantFrom('a', 'b', 'c', 'd')
    const anyShift: fc.Arbitrary<DutyShift> = fc.record({
      personId: person,
      backupId: fc.option(person),
      weekdays: fc.subarray([0, 1, 2, 3, 4, 5, 6]),
      fromMinute: fc.constantFrom(0, 570),
      toMinute: fc.constantFrom(600, 1080),
      absences: fc.constantFrom([], awayOnMonday.absences),
    })
    const loadsOf = fc
      .dictionary(person, fc.nat({ max: 5 }))
      .map((loads) => new Map<string, number>(Object.entries(loads)))
    fc.assert(
      fc.property(fc.array(anyShift), loadsOf, fc.array(person), (any, loads, excluded) => {
        const chosen = chooseHandler(any, { now: mondayMorning, loads, excluded })
        const free = onDutyAt(any, mondayMorning).filter((id) => !excluded.includes(id))
        const loadOf = (id: string) => loads.get(id) ?? 0
        const least = free.filter((id) => free.every((other) => loadOf(id) <= loadOf(other)))
        expect(chosen).toBe(least[0])
      }),
    )
  })
})
