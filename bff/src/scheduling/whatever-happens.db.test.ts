import { AppError } from '@little-bench/shared/kernel/errors'
import { LIVE_STATES, SEATED_STATES } from '@little-bench/shared/scheduling/bookings'
import { WAITLIST_REASONS } from '@little-bench/shared/scheduling/waitlist'
import fc from 'fast-check'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type BookedBeside, LUNCH_TIMES, takeBookingsBeside } from '../../test/booked-service.ts'
import type { Answer, Client } from '../../test/client.ts'
import { addPerson } from '../../test/factories.ts'
import { actingFor, sitTogether } from '../../test/grants.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import {
  changeCapacity,
  closeSlot,
  joinWaitlist,
  makeBookingMove,
  reopenSlot,
  type Scheduling,
  type SlotAddress,
  takeSeat,
} from './index.ts'

const PEOPLE = 40
const SEATS = 30

let server: TestServer
let scheduling: Scheduling
let service: BookedBeside
let residents: Client[]
/** Each sits beside the resident with the same number. */
let counter: Client[]
/** Whether somebody has cut connections: whoever is the first to use one of them gets no answer. */
let isCutting = false

beforeAll(async () => {
  server = await startTestServer({ DATABASE_POOL: 20 })
  scheduling = server.app.scheduling
  service = takeBookingsBeside(scheduling)
  const signIn = async (role: 'resident' | 'community_staff') =>
    server.signIn(await addPerson(server, role, { communityId: 'raosai' }))
  residents = await Promise.all(Array.from({ length: PEOPLE }, () => signIn('resident')))
  counter = await Promise.all(residents.map(() => signIn('community_staff')))
  for (const [index, staff] of counter.entries()) await sitTogether(server, staff, at(residents, index))
  await server.sql(`update assist_session set ends_at = '2026-11-25T00:00:00Z'`)
}, 120_000)
beforeEach(async () => {
  server.clock.set(START)
  await server.sql('truncate booking_event, booking, slot cascade')
})
afterAll(() => server.stop())

const at = <Item>(items: readonly Item[], index: number): Item => {
  const item = items[index % items.length]
  if (item === undefined) throw new Error('there is nobody')
  return item
}
const inCall = ({ communityId, slotId }: SlotAddress) => ({ params: { communityId, slotId }, body: {} })
const holdThemselves = (slot: SlotAddress, index: number) => at(residents, index).attempt('holdSlot', inCall(slot))
const holdAtCounter = (slot: SlotAddress, index: number) =>
  at(counter, index).attempt('holdSlot', inCall(slot), actingFor(at(residents, index)))

test('of 200 who ask for one of 30 seats at the same moment, on phones and at the counter, exactly 30 have one', async () => {
  const slot = await service.addSlot(SEATS, LUNCH_TIMES)
  const answers = await Promise.all(
    Array.from({ length: 5 * PEOPLE }, (_unused, index) =>
      (index % 5 === 0 ? holdAtCounter : holdThemselves)(slot, Math.floor(index / 5)),
    ),
  )
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(SEATS)
  const refusals = new Set(answers.flatMap(({ code }) => code ?? []))
  expect([...refusals].toSorted()).toEqual(['already_booked', 'slot_full'])
  expect(await slotNow(slot)).toMatchObject({ booked: SEATS, seated: SEATS })
}, 60_000)

const slotNow = async ({ slotId }: SlotAddress) => {
  const [row] = await server.sql<{
    capacity: number
    booked: number
    seated: number
    waiting: number
    isOpen: boolean
    isOver: boolean
    isTwice: boolean
  }>(
    `select capacity, booked, is_open as "isOpen", cutoff_at <= $4 as "isOver",
       (select count(*)::int from booking where slot_id = slot.id and state = any($2)) as seated,
       (select count(*)::int from booking where slot_id = slot.id and state = 'waitlisted') as waiting,
       exists (select from booking where slot_id = slot.id and state = any($3)
         group by subject_id having count(*) > 1) as "isTwice"
     from slot where id = $1`,
    [slotId, SEATED_STATES, LIVE_STATES, now()],
  )
  if (!row) throw new Error('no slot')
  return row
}

/** What holds at any moment at which nobody is in the middle of something, whether or not the minute has tidied up. */
const expectSound = async (slot: SlotAddress): Promise<void> => {
  const { capacity, booked, seated, waiting, isOpen, isOver, isTwice } = await slotNow(slot)
  expect(booked).toBe(seated)
  expect(booked).toBeLessThanOrEqual(capacity)
  expect(isTwice).toBe(false)
  // A seat never stands empty while somebody waits for it; in a slot that is closed nobody waits.
  if (waiting > 0) expect([isOpen, isOver ? capacity : booked]).toEqual([true, capacity])
}

const now = () => scheduling.clock.now()
const within = <Result>(work: Parameters<typeof inTransaction<Result>>[3]) =>
  inTransaction(scheduling.db, now(), PLAIN_WRITE, work)
const askingOf = (index: number) => {
  const { personId } = at(residents, index)
  return { id: uuidv7(), subjectId: personId, personId, actorId: personId }
}

interface Known {
  id: string
  person: number
}

/** What anybody may do with a slot and the bookings of it that are known; answers the booking that was made. */
const ACTS = {
  book: async (slot, { choice }) => {
    const one = askingOf(choice)
    await within((trx) => takeSeat(scheduling, trx, slot, one, { isHeld: false, now: now() }))
    return { id: one.id, person: choice }
  },
  wait: async (slot, { choice }) => {
    const one = askingOf(choice)
    const reason = at(WAITLIST_REASONS, choice)
    await within((trx) => joinWaitlist(scheduling, trx, slot, one, { reason, now: now() }))
    return { id: one.id, person: choice }
  },
  hold: (slot, { choice }) => heldIn(holdThemselves(slot, choice), choice),
  holdAtCounter: (slot, { choice }) => heldIn(holdAtCounter(slot, choice), choice),
  extend: (_slot, { known }) => over('extendHold', known),
  release: (_slot, { known }) => over('releaseHold', known),
  accept: (_slot, { known }) => over('acceptOffer', known),
  acceptAtCounter: (_slot, { known }) => over('acceptOffer', known, { isAtCounter: true }),
  decline: (_slot, { known }) => over('declineOffer', known),
  leave: (_slot, { known }) => over('leaveWaitlist', known),
  confirm: (_slot, { known }) => move('confirm', known),
  cancel: (_slot, { known }) => move('cancel', known),
  checkIn: (_slot, { known }) => move('check_in', known),
  undoCheckIn: (_slot, { known }) => move('undo_check_in', known),
  capacity: (slot, { choice }) =>
    within((trx) => changeCapacity(scheduling, trx, slot, (choice % 6) + 1, now())).then(nothing),
  close: (slot) =>
    within((trx) => closeSlot(scheduling, trx, slot, { actorId: at(counter, 0).personId, now: now() })).then(nothing),
  reopen: (slot) => within((trx) => reopenSlot(trx, slot)).then(nothing),
  cut: () => server.sql(CUT_SOMEBODY).then(nothing),
} satisfies Record<
  string,
  (slot: SlotAddress, act: { choice: number; known: Known | undefined }) => Promise<Known | undefined>
>

const nothing = (): undefined => undefined

const heldIn = async (asked: ReturnType<typeof holdThemselves>, person: number): Promise<Known | undefined> => {
  const { status, body } = answered(await asked)
  return status === 201 ? { id: String(Object(body).id), person } : undefined
}

const over = async (
  operation: 'extendHold' | 'releaseHold' | 'acceptOffer' | 'declineOffer' | 'leaveWaitlist',
  known: Known | undefined,
  { isAtCounter = false } = {},
): Promise<undefined> => {
  if (!known) return
  const call = { params: { communityId: 'raosai', bookingId: known.id } }
  const resident = at(residents, known.person)
  answered(
    isAtCounter
      ? await at(counter, known.person).attempt(operation, call, actingFor(resident))
      : await resident.attempt(operation, call),
  )
}

/** Whatever the server could not do is a mistake, unless somebody cut its connection. */
const answered = (answer: Answer): Answer => {
  if (answer.status >= 500 && !isCutting) throw new Error(answer.text)
  return answer
}

const move = async (
  name: Parameters<typeof makeBookingMove>[3]['move'],
  known: Known | undefined,
): Promise<undefined> => {
  if (!known) return
  const by = { move: name, actorId: at(residents, known.person).personId, now: now() }
  await within((trx) => makeBookingMove(scheduling, trx, { communityId: 'raosai', id: known.id }, by))
}

/** Cuts one connection that is in the middle of a transaction, as a process does that is killed. */
const CUT_SOMEBODY = `
  select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid() and state in ('idle in transaction', 'active')
    and query ilike '%slot%' limit 1`

/** Half of what happens is what a waitlist lives by; the other half is anything. */
const USUAL = ['book', 'wait', 'cancel', 'decline'] as const

const isAct = (name: string): name is keyof typeof ACTS => name in ACTS
const anAct = fc.record({
  kind: fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom(...Object.keys(ACTS).filter(isAct)) },
    { weight: 1, arbitrary: fc.constantFrom(...USUAL) },
  ),
  choice: fc.nat({ max: PEOPLE - 1 }),
})
/** Minutes that pass before a moment: mostly none, sometimes until holds or offers end, or the slot is over. */
const passing = fc.constantFrom(0, 0, 0, 1, 11, 121, 24 * 60, 30 * 60)
const moments = fc.array(fc.record({ passing, acts: fc.array(anAct, { minLength: 1, maxLength: 8 }) }), {
  minLength: 1,
  maxLength: 8,
})

/** Where it begins: whoever gives up a seat gives it to somebody. */
const fullWithTwoWaiting = async (slot: SlotAddress, capacity: number): Promise<Known[]> => {
  const known: Known[] = []
  for (let choice = 0; choice < capacity + 2; choice += 1) {
    known.push(await (choice < capacity ? ACTS.book : ACTS.wait)(slot, { choice, known: undefined }))
  }
  return known
}

/** A refusal is an answer; a connection that was cut is none, and whatever it had done is undone. Nothing else may happen. */
const expectRefusal = (error: unknown): void => {
  const isLost = isCutting && error instanceof Error && /terminat|not queryable|ECONNRESET|EPIPE/i.test(error.message)
  if (!(error instanceof AppError) && !isLost) throw error
}

const tidyUp = () => server.app.doWhatIsDue()

test('whatever residents, the counter, the house and the clock do at the same moment, and whichever connection breaks, no seat is lost, none is too many and none stands empty', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 4 }), moments, async (capacity, happening) => {
      server.clock.set(START)
      isCutting = false
      await server.sql('truncate booking_event, booking, slot cascade')
      const slot = await service.addSlot(capacity, LUNCH_TIMES)
      const known = await fullWithTwoWaiting(slot, capacity)
      for (const { passing: passed, acts } of happening) {
        server.clock.advance({ hours: passed / 60 })
        isCutting ||= acts.some(({ kind }) => kind === 'cut')
        await Promise.all(
          acts.map(({ kind, choice }) =>
            ACTS[kind](slot, { choice, known: known[choice % Math.max(known.length, 1)] }).then(
              (made) => made && known.push(made),
              expectRefusal,
            ),
          ),
        )
        await expectSound(slot)
        // The first to find a connection that was cut fails; the next minute tidies up.
        await (isCutting ? tidyUp().catch(tidyUp) : tidyUp())
        await expectSound(slot)
        const { isOver, waiting } = await slotNow(slot)
        expect(isOver ? waiting : 0).toBe(0)
      }
      const there = await server.sql<{ id: string }>('select id from booking where slot_id = $1', [slot.slotId])
      const ids = new Set(there.map(({ id }) => id))
      expect(known.filter(({ id }) => !ids.has(id))).toEqual([])
      expect(server.logged()).not.toContain('deadlock detected')
    }),
    { numRuns: 60 },
  )
}, 180_000)
