import { readFileSync } from 'node:fs'
import { SMALLEST_SHOWN } from '@little-bench/shared/work-queue/figures'
import { WorkItem } from '@little-bench/shared/work-queue/item.contract'
import type { Move } from '@little-bench/shared/work-queue/lifecycle'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { doWhatIsDueAt, keepSignedIn } from '../../test/desk.ts'
import { addressOfItem, bodyOf, personIdOf, type Receipt, report, signInRaosai } from '../../test/factories.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'
import type { Neighbourhood } from '../../test/situations.ts'
import { countByMonth } from './figures.repository.ts'

let server: TestServer
let people: Neighbourhood

const RECOMPUTED = readFileSync(new URL('figures-recomputed.sql', import.meta.url), 'utf8')
const communityId = 'raosai'
const HOUR_MS = 3_600_000

/** Numbers from 0 to 1, the same ones each time (mulberry32). */
const numbersFrom = (seed: number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Five weeks in which everybody does this and that with whatever they are allowed, over the turn of two months. */
const liveThrough = async (seed: number, steps: number): Promise<void> => {
  const next = numbersFrom(seed)
  const oneOf = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(next() * items.length)]
  const receipts: Receipt[] = []
  let now = Date.parse('2026-11-12T01:30:00.000Z')
  for (let step = 0; step < steps; step += 1) {
    now += next() * 4 * HOUR_MS
    await doWhatIsDueAt(server, new Date(now))
    if (next() < 0.25 || receipts.length === 0) {
      const serviceCode = oneOf(['garbage', 'street_light', 'parking', 'road_surface']) ?? 'garbage'
      receipts.push(await report(people.resident, { serviceCode }))
    }
    // What has come in lately goes on, or nothing would ever be done.
    const lately = receipts.slice(-5)
    for (const receipt of [oneOf(lately), oneOf(lately), oneOf(lately)]) {
      if (receipt) await doSomething(receipt, oneOf(lately) ?? receipt, next)
    }
  }
}

/** What moves an item on is done often, and what turns it aside now and then. */
const LIKELIHOOD: Partial<Record<Move, number>> = {
  claim: 0.9,
  accept: 0.9,
  resolve: 0.9,
  answer: 0.9,
  resume: 0.9,
  accept_referral: 0.7,
  merge: 0.3,
  ask_resident: 0.5,
  refer: 0.2,
  suspend: 0.2,
  split: 0.2,
}

const doSomething = async (receipt: Receipt, other: Receipt, next: () => number): Promise<void> => {
  const { resident, worker, leader, staff, department } = people
  const who: Client[] = [resident, resident, worker, worker, leader, staff, department]
  const person = who[Math.floor(next() * who.length)] ?? people.staff
  const item = await person.attempt('getWorkItem', { params: addressOfItem(receipt) })
  if (item.status !== 200) return
  const { canRate, canReply, allowedMoves, version } = WorkItem.parse(item.body)
  if (canRate && next() < 0.8) {
    const body = { solved: next() < 0.7, satisfaction: 1 + Math.floor(next() * 5) }
    await person.attempt('rateWorkItem', { params: addressOfItem(receipt), body })
    return
  }
  if (canReply && next() < 0.15) {
    await person.attempt('addReply', { params: addressOfItem(receipt), body: { body: '明天来看。' } })
    return
  }
  // An item that becomes another service's is out of these figures.
  const moves = allowedMoves.map(({ move }) => move).filter((move) => move !== 'convert')
  const chosen = moves.filter((move) => next() < (LIKELIHOOD[move] ?? 0.06))
  const move = chosen[Math.floor(next() * chosen.length)]
  if (move === undefined) return
  await person.attempt('moveWorkItem', {
    params: addressOfItem(receipt),
    body: bodyOf(move, version, {
      assigneeId: people.worker.personId,
      ...(move === 'merge' && { receiptNumber: other.receiptNumber }),
      ...(move === 'suspend' && { until: new Date(server.clock.now().getTime() + 72 * HOUR_MS).toISOString() }),
    }),
  })
}

beforeAll(async () => {
  server = await startTestServer()
  const department = await server.signIn(personIdOf(server, 'department_staff', { unitId: 'municipal-works' }))
  people = { ...(await signInRaosai(server)), department }
  await keepSignedIn(server)
  await liveThrough(20261113, 350)
}, 240_000)
afterAll(() => server.stop())

interface Recomputed {
  month: string
  what: string
  numerator: number
  denominator: number
}

const recomputed = () => server.sql<Recomputed>(RECOMPUTED, [communityId, ['issues']])
const figures = (month: string, community = communityId) =>
  server.anonymous.call('getCommunityFigures', { params: { communityId: community }, query: { month } })

test('the counts of every month are those that follow from when things happened', async () => {
  const rows = await countByMonth(server.app.context.db, {
    communityId,
    services: ['issues'],
    from: new Date('2026-10-31T16:00:00.000Z'),
    until: new Date('2027-01-31T16:00:00.000Z'),
    satisfiedFrom: 4,
  })
  const counted = rows.flatMap((row): Recomputed[] => [
    { month: row.month, what: 'acceptance', numerator: row.acceptance_in_time, denominator: row.acceptance_ended },
    { month: row.month, what: 'first_reply', numerator: row.first_reply_in_time, denominator: row.first_reply_ended },
    { month: row.month, what: 'resolve', numerator: row.resolve_in_time, denominator: row.resolve_ended },
    { month: row.month, what: 'satisfied', numerator: row.satisfied, denominator: row.rated },
    { month: row.month, what: 'solved', numerator: row.solved, denominator: row.rated },
    { month: row.month, what: 'unrated', numerator: row.unrated, denominator: row.unrated },
  ])
  const byName = (a: Recomputed, b: Recomputed) => `${a.month} ${a.what}`.localeCompare(`${b.month} ${b.what}`)
  expect(counted.filter(({ denominator }) => denominator > 0).toSorted(byName)).toEqual(
    (await recomputed()).toSorted(byName),
  )
})

/** What turns an item aside, holds it up or ends it, each in its own way with the clocks. */
const SOMETIMES = [
  'asked',
  'answered',
  'suspended',
  'resumed',
  'recategorised',
  'referral_accepted',
  'split',
  'merged',
  'escalated',
  'withdrawn',
  'closed',
  'reopened',
]

test('the generated weeks hold enough of everything to prove something', async () => {
  const rows = await recomputed()
  for (const what of ['acceptance', 'first_reply', 'resolve', 'solved']) {
    const ofBothMonths = rows.filter((row) => row.what === what)
    expect(ofBothMonths.length).toBeGreaterThan(1)
    expect(ofBothMonths.some(({ numerator, denominator }) => numerator > 0 && numerator < denominator)).toBe(true)
  }
  const kinds = await server.sql<{ kind: string }>('select distinct kind from work_item_event')
  expect(kinds.map(({ kind }) => kind)).toEqual(expect.arrayContaining(SOMETIMES))
})

test('anybody reads six months with their definitions, and of too few only that they are too few', async () => {
  const { months, smallestShown } = await figures('2026-12')
  expect(months.map(({ month }) => month)).toEqual(['2026-12', '2026-11', '2026-10', '2026-09', '2026-08', '2026-07'])
  expect(smallestShown).toBe(SMALLEST_SHOWN)
  const rows = await recomputed()
  const named = { accepted_in_time: 'acceptance', replied_in_time: 'first_reply', resolved_in_time: 'resolve' } as const
  for (const { month, rates } of months) {
    for (const { rate, numerator, denominator, definition } of rates) {
      expect(definition).toContain('除以')
      const what = rate === 'solved' || rate === 'satisfied' ? rate : named[rate]
      const row = rows.find((each) => each.month === month && each.what === what)
      const shown = row && row.denominator >= SMALLEST_SHOWN ? row : { numerator: null, denominator: null }
      expect({ month, rate, numerator, denominator }).toEqual({
        month,
        rate,
        numerator: shown.numerator,
        denominator: shown.denominator,
      })
    }
  }
})

test('a community without any items shows nothing, and one that is not there is not there', async () => {
  const { months } = await figures('2026-11', 'ejietang')
  expect(months.every(({ rates, unrated }) => unrated === null && rates.every((rate) => rate.numerator === null))).toBe(
    true,
  )
  const nowhere = await server.anonymous.attempt('getCommunityFigures', { params: { communityId: 'nowhere' } })
  expect(nowhere.code).toBe('not_found')
})
