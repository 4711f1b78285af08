import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  allowedMoves,
  canRate,
  type MovableItem,
  PAUSES,
  POSSIBLE_MOVES,
  RATING_DAYS,
  REOPEN_DAYS,
} from './allowed-moves.ts'
import { WORK_ITEM_EVENTS } from './events.ts'
import {
  EVENT_OF_MOVE,
  LIFECYCLE,
  MOVES,
  type Move,
  OUTCOMES,
  RELATIONS,
  type Relation,
  WORK_ITEM_STATES,
  type WorkItemState,
} from './lifecycle.ts'

const NOW = new Date('2026-11-23T10:00:00Z')
const daysAgo = (days: number): Date => new Date(NOW.getTime() - days * 86_400_000)

const itemIn = (state: WorkItemState, rest: Partial<MovableItem> = {}): MovableItem => ({
  state,
  outcome: state === 'closed' ? 'solved' : null,
  resolvedAt: state === 'resolved' || state === 'closed' ? daysAgo(2) : null,
  closedAt: state === 'closed' ? daysAgo(1) : null,
  ratedSolved: null,
  pause: null,
  isReferred: false,
  isChild: false,
  isBatch: false,
  openChildren: 0,
  remindedAt: null,
  possible: new Set(POSSIBLE_MOVES),
  ...rest,
})
const movesOf = (item: MovableItem, ...relations: Relation[]): Move[] =>
  allowedMoves(item, relations, NOW).map(({ move }) => move)

const LEADING: readonly Move[] = [
  'refer',
  'refuse_referral',
  'invite',
  'recategorise',
  'relocate',
  'merge',
  'escalate',
  'convert',
]
const linesOf = (state: WorkItemState, moves: Partial<Record<Relation, readonly Move[]>>): string[] =>
  Object.entries(moves).flatMap(([relation, list]) => list.map((move) => `${state} ${move} ${relation}`))

/** Written out again on purpose: a change of the table must be a change of this list too. */
const ALLOWED: readonly string[] = [
  ...linesOf('queued', {
    queue_staff: ['claim'],
    queue_lead: ['dispatch', 'close', ...LEADING],
    requester: ['withdraw', 'remind'],
    receiver: ['accept_referral', 'refuse_referral'],
    supervisor: ['remind'],
  }),
  ...linesOf('dispatched', {
    assignee: ['accept', 'return'],
    queue_lead: ['return', 'transfer', ...LEADING],
    requester: ['withdraw', 'remind'],
    receiver: ['accept_referral', 'refuse_referral'],
    supervisor: ['remind'],
  }),
  ...linesOf('accepted', {
    assignee: ['resolve', 'ask_resident', 'close', 'return', 'suspend', 'resume', 'split', 'transfer', ...LEADING],
    queue_lead: ['return', 'suspend', 'resume', 'split', 'transfer', ...LEADING],
    requester: ['answer', 'remind'],
    receiver: ['accept_referral', 'refuse_referral'],
    supervisor: ['remind'],
  }),
  ...linesOf('resolved', { queue_staff: ['close'], requester: ['reopen'], queue_lead: ['reopen'] }),
  ...linesOf('closed', { requester: ['reopen'], queue_lead: ['reopen'] }),
]

describe('of every state, move and relation', () => {
  const cases = WORK_ITEM_STATES.flatMap((state) =>
    MOVES.flatMap((move) => RELATIONS.map((relation) => [state, move, relation] as const)),
  )

  test('all 840 are decided', () => {
    expect(cases).toHaveLength(840)
    expect(ALLOWED.filter((line) => !cases.some((one) => one.join(' ') === line))).toEqual([])
  })

  /** Each move in the circumstances that it is for: an answer to a question, a resumption of a pause, a referral. */
  const circumstancesFor = (move: Move): Partial<MovableItem> => {
    if (move === 'answer' || move === 'resume') return { pause: 'waiting_for_resident' }
    return { isReferred: move === 'accept_referral' || move === 'refuse_referral' }
  }

  test.each(cases)('%s, %s by %s: allowed if the table has it, refused if not', (state, move, relation) => {
    const item = itemIn(state, circumstancesFor(move))
    expect(movesOf(item, relation).includes(move)).toBe(ALLOWED.includes(`${state} ${move} ${relation}`))
  })
})

describe('whatever the item and the person', () => {
  const anyItem: fc.Arbitrary<MovableItem> = fc.record({
    state: fc.constantFrom(...WORK_ITEM_STATES),
    outcome: fc.option(fc.constantFrom(...OUTCOMES)),
    closedAt: fc.option(fc.date({ min: daysAgo(60), max: NOW, noInvalidDate: true })),
    resolvedAt: fc.option(fc.date({ min: daysAgo(60), max: NOW, noInvalidDate: true })),
    ratedSolved: fc.option(fc.boolean()),
    pause: fc.option(fc.constantFrom(...PAUSES)),
    isReferred: fc.boolean(),
    isChild: fc.boolean(),
    isBatch: fc.boolean(),
    openChildren: fc.nat({ max: 3 }),
    remindedAt: fc.option(fc.date({ min: daysAgo(3), max: NOW, noInvalidDate: true })),
    possible: fc.subarray([...POSSIBLE_MOVES]).map((moves) => new Set(moves)),
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
        expect(canRate({ ...item, ratedSolved }, NOW)).toBe(false)
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
    expect(movesOf(itemIn('accepted'), 'requester')).toEqual(['remind'])
  })

  test('another unit has been asked: the item stays here and does not end until they answer', () => {
    const asked = itemIn('accepted', { isReferred: true })
    expect(movesOf(asked, 'assignee', 'queue_lead')).toEqual(['refuse_referral', 'invite', 'return', 'escalate'])
    expect(movesOf(asked, 'receiver')).toEqual(['accept_referral', 'refuse_referral'])
    expect(movesOf(itemIn('accepted'), 'receiver')).toEqual([])
  })
})

describe('waiting', () => {
  test('only the resident answers a question, and staff can go on without the answer', () => {
    const asked = itemIn('accepted', { pause: 'waiting_for_resident' })
    expect(movesOf(asked, 'requester')).toEqual(['answer'])
    expect(movesOf(asked, 'assignee')).toContain('resume')
    expect(movesOf(asked, 'assignee')).not.toContain('ask_resident')
  })

  test('a suspended item is not suspended again', () => {
    const suspended = itemIn('accepted', { pause: 'suspended' })
    expect(movesOf(suspended, 'assignee')).toContain('resume')
    expect(movesOf(suspended, 'assignee')).not.toContain('suspend')
    expect(movesOf(suspended, 'requester')).toEqual(['remind'])
  })

  test('a resident reminds once a day, and again after midnight in Lhasa', () => {
    const justBeforeMidnight = new Date('2026-11-22T15:59:59Z')
    expect(movesOf(itemIn('accepted', { remindedAt: NOW }), 'requester')).toEqual([])
    expect(movesOf(itemIn('accepted', { remindedAt: justBeforeMidnight }), 'requester')).toEqual(['remind'])
  })
})

describe('parts of a whole', () => {
  test('an item does not end before its works', () => {
    const whole = itemIn('accepted', { openChildren: 1 })
    for (const move of ['resolve', 'close', 'merge', 'convert'] as const) {
      expect(movesOf(whole, 'assignee', 'queue_lead')).not.toContain(move)
    }
    expect(movesOf(itemIn('accepted'), 'assignee')).toContain('resolve')
  })

  test('a work is resolved on its own, closed without a rating, and never split again', () => {
    expect(movesOf(itemIn('accepted', { isChild: true }), 'assignee')).toContain('resolve')
    expect(movesOf(itemIn('accepted', { isChild: true }), 'assignee')).not.toContain('split')
    expect(allowedMoves(itemIn('resolved', { isChild: true }), ['queue_staff'], NOW)).toEqual([
      { move: 'close', needs: [] },
    ])
    expect(movesOf(itemIn('accepted', { isChild: true }), 'requester')).toEqual([])
  })

  test('a batch is taken and handed on, and ends by itself: nobody ends it before or opens it again', () => {
    expect(movesOf(itemIn('queued', { isBatch: true }), 'queue_lead')).toEqual([
      'dispatch',
      'refer',
      'invite',
      'escalate',
    ])
    expect(movesOf(itemIn('accepted', { isBatch: true }), 'assignee')).toEqual([
      'transfer',
      'refer',
      'invite',
      'return',
      'escalate',
    ])
    expect(movesOf(itemIn('resolved', { isBatch: true }), 'queue_staff', 'queue_lead')).toEqual([])
    expect(movesOf(itemIn('closed', { isBatch: true }), 'queue_lead')).toEqual([])
  })
})

test('what the requester never asked for is not theirs to withdraw', () => {
  expect(movesOf(itemIn('queued'), 'requester')).toContain('withdraw')
  const possible = new Set(POSSIBLE_MOVES.filter((move) => move !== 'withdraw'))
  expect(movesOf(itemIn('queued', { possible }), 'requester')).not.toContain('withdraw')
})

test('a move that finds nothing to move to is not offered', () => {
  const alone = itemIn('accepted', { possible: new Set() })
  expect(movesOf(alone, 'assignee', 'queue_lead')).toEqual([
    'resolve',
    'ask_resident',
    'return',
    'split',
    'merge',
    'close',
  ])
})

describe('rating', () => {
  test('is asked up to the last moment of the fourteenth day, and not after it', () => {
    const at = (resolvedAt: Date): boolean => canRate(itemIn('resolved', { resolvedAt }), NOW)
    expect(at(daysAgo(RATING_DAYS))).toBe(true)
    expect(at(new Date(daysAgo(RATING_DAYS).getTime() - 1))).toBe(false)
  })

  test('is asked of the whole and not of its works', () => {
    expect(canRate(itemIn('resolved', { isChild: true }), NOW)).toBe(false)
    expect(canRate(itemIn('resolved', { isBatch: true }), NOW)).toBe(false)
  })

  test('is asked after resolving, and still after closing as solved', () => {
    expect(canRate(itemIn('resolved'), NOW)).toBe(true)
    expect(canRate(itemIn('closed'), NOW)).toBe(true)
  })

  test.each(OUTCOMES.filter((outcome) => outcome !== 'solved'))('is not asked when it closed as %s', (outcome) => {
    expect(canRate(itemIn('closed', { outcome }), NOW)).toBe(false)
  })

  test.each(['queued', 'dispatched', 'accepted'] as const)('is not asked while it is %s', (state) => {
    expect(canRate(itemIn(state), NOW)).toBe(false)
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
  expect(Object.values(EVENT_OF_MOVE).filter((kind) => !WORK_ITEM_EVENTS.includes(kind))).toEqual([])
})
