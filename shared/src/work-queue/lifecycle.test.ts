import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  allowedMoves,
  canRate,
  EVENT_OF_MOVE,
  LIFECYCLE,
  MOVES,
  type MovableItem,
  type Move,
  OUTCOMES,
  RELATIONS,
  REOPEN_DAYS,
  type Relation,
  WORK_ITEM_STATES,
  type WorkItemState,
} from './lifecycle.ts'

const NOW = new Date('2026-11-23T10:00:00Z')
const daysAgo = (days: number): Date => new Date(NOW.getTime() - days * 86_400_000)

const itemIn = (state: WorkItemState, rest: Partial<MovableItem> = {}): MovableItem => ({
  state,
  outcome: state === 'closed' ? 'solved' : null,
  closedAt: state === 'closed' ? daysAgo(1) : null,
  ratedSolved: null,
  ...rest,
})
const movesOf = (item: MovableItem, ...relations: Relation[]): Move[] =>
  allowedMoves(item, relations, NOW).map(({ move }) => move)

/** Written out again on purpose: a change of the table must be a change of this list too. */
const ALLOWED: readonly string[] = [
  'queued claim queue_staff',
  'queued dispatch queue_lead',
  'queued close queue_lead',
  'queued withdraw requester',
  'dispatched accept assignee',
  'dispatched return assignee',
  'dispatched return queue_lead',
  'dispatched withdraw requester',
  'accepted resolve assignee',
  'accepted return assignee',
  'accepted return queue_lead',
  'accepted close assignee',
  'resolved close queue_staff',
  'resolved reopen requester',
  'resolved reopen queue_lead',
  'closed reopen requester',
  'closed reopen queue_lead',
]

describe('of every state, move and relation', () => {
  const cases = WORK_ITEM_STATES.flatMap((state) =>
    MOVES.flatMap((move) => RELATIONS.map((relation) => [state, move, relation] as const)),
  )

  test('all 160 are decided', () => {
    expect(cases).toHaveLength(160)
    expect(ALLOWED.filter((line) => !cases.some((one) => one.join(' ') === line))).toEqual([])
  })

  test.each(cases)('%s, %s by %s: allowed if the table has it, refused if not', (state, move, relation) => {
    expect(movesOf(itemIn(state), relation).includes(move)).toBe(ALLOWED.includes(`${state} ${move} ${relation}`))
  })
})

describe('whatever the item and the person', () => {
  const anyItem: fc.Arbitrary<MovableItem> = fc.record({
    state: fc.constantFrom(...WORK_ITEM_STATES),
    outcome: fc.option(fc.constantFrom(...OUTCOMES)),
    closedAt: fc.option(fc.date({ min: daysAgo(60), max: NOW, noInvalidDate: true })),
    ratedSolved: fc.option(fc.boolean()),
  })
  const anyRelations = fc.subarray([...RELATIONS])

  test('a move that is not in the table is refused', () => {
    fc.assert(
      fc.property(anyItem, anyRelations, (item, relations) => {
        for (const { move } of allowedMoves(item, relations, NOW)) {
          const lines = relations.map((relation) => `${item.state} ${move} ${relation}`)
          expect(lines.some((line) => ALLOWED.includes(line))).toBe(true)
        }
      }),
    )
  })

  test('somebody who is nothing to the item may do nothing', () => {
    fc.assert(
      fc.property(anyItem, (item) => {
        expect(allowedMoves(item, [], NOW)).toEqual([])
      }),
    )
  })

  test('being more to an item never takes a move away', () => {
    fc.assert(
      fc.property(anyItem, anyRelations, anyRelations, (item, some, more) => {
        const together = movesOf(item, ...some, ...more)
        expect(movesOf(item, ...some).filter((move) => !together.includes(move))).toEqual([])
      }),
    )
  })

  test('the resident is not asked twice: what is rated cannot be rated again', () => {
    fc.assert(
      fc.property(anyItem, fc.boolean(), (item, ratedSolved) => {
        expect(canRate({ ...item, ratedSolved })).toBe(false)
      }),
    )
  })
})

describe('closing', () => {
  test('is not for staff when the resident says that it is not solved', () => {
    const item = itemIn('resolved', { ratedSolved: false })
    expect(movesOf(item, 'queue_staff', 'queue_lead', 'assignee')).toEqual(['reopen'])
  })

  test('needs a note while the resident has not said anything, and none once they are content', () => {
    expect(allowedMoves(itemIn('resolved'), ['queue_staff'], NOW)).toEqual([{ move: 'close', needs: ['note'] }])
    expect(allowedMoves(itemIn('resolved', { ratedSolved: true }), ['queue_staff'], NOW)).toEqual([
      { move: 'close', needs: [] },
    ])
  })

  test('without having worked on it needs an outcome and a note', () => {
    expect(allowedMoves(itemIn('queued'), ['queue_lead'], NOW)).toContainEqual({
      move: 'close',
      needs: ['outcome', 'note'],
    })
  })
})

describe('reopening', () => {
  test('needs a note, so that the next worker knows what is still wrong', () => {
    expect(allowedMoves(itemIn('resolved'), ['requester'], NOW)).toEqual([{ move: 'reopen', needs: ['note'] }])
  })

  test('is possible up to the last moment of the thirtieth day, and not after it', () => {
    expect(movesOf(itemIn('closed', { closedAt: daysAgo(REOPEN_DAYS) }), 'requester')).toEqual(['reopen'])
    const tooLate = new Date(daysAgo(REOPEN_DAYS).getTime() - 1)
    expect(movesOf(itemIn('closed', { closedAt: tooLate }), 'requester', 'queue_lead')).toEqual([])
  })

  test('is not for what the resident has withdrawn', () => {
    expect(movesOf(itemIn('closed', { outcome: 'withdrawn' }), 'requester', 'queue_lead')).toEqual([])
  })
})

describe('giving away and giving back', () => {
  test('handing out names who is to do it', () => {
    expect(allowedMoves(itemIn('queued'), ['queue_lead'], NOW)[0]).toEqual({ move: 'dispatch', needs: ['assigneeId'] })
  })

  test('returning needs a reason', () => {
    for (const state of ['dispatched', 'accepted'] as const) {
      expect(allowedMoves(itemIn(state), ['assignee'], NOW)).toContainEqual({ move: 'return', needs: ['note'] })
    }
  })

  test('a resident cannot withdraw after the worker has accepted', () => {
    expect(movesOf(itemIn('accepted'), 'requester')).toEqual([])
  })
})

describe('rating', () => {
  test('is asked after resolving, and still after closing as solved', () => {
    expect(canRate(itemIn('resolved'))).toBe(true)
    expect(canRate(itemIn('closed'))).toBe(true)
  })

  test.each(OUTCOMES.filter((outcome) => outcome !== 'solved'))('is not asked when it closed as %s', (outcome) => {
    expect(canRate(itemIn('closed', { outcome }))).toBe(false)
  })

  test.each(['queued', 'dispatched', 'accepted'] as const)('is not asked while it is %s', (state) => {
    expect(canRate(itemIn(state))).toBe(false)
  })
})

test('from every state there is a way to closed', () => {
  const leadsToClosed = new Set<WorkItemState>(['closed'])
  for (const _round of WORK_ITEM_STATES) {
    for (const state of WORK_ITEM_STATES) {
      if (Object.values(LIFECYCLE[state]).some(({ to }) => leadsToClosed.has(to))) leadsToClosed.add(state)
    }
  }
  expect([...leadsToClosed].sort()).toEqual([...WORK_ITEM_STATES].sort())
})

test('every move leaves its own mark in the timeline', () => {
  expect(new Set(Object.values(EVENT_OF_MOVE)).size).toBe(MOVES.length)
})
