import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  aFamily,
  bookOne,
  CENTRE,
  childrenOn,
  onBooking,
  RAOSAI,
  rosterOf,
  saveChild,
  signInWorker,
  TUESDAY,
  waitFor,
} from '../../test/childcare.ts'
import { arrive, codeOf, fetchedBy, MORNING, noticesOf, onTheDay } from '../../test/childcare-day.ts'
import { personIdOf } from '../../test/factories.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.set(START)
  await server.sql('delete from childcare_booking')
  await server.sql('truncate booking_event, booking cascade')
  await server.sql('update slot set booked = 0, is_open = true')
})

const linesOf = (childId: string) =>
  server.sql<{ reason: string }>('select reason, service_on, reader_id from child_read where child_id = $1', [childId])

describe('what is read', () => {
  test('only booked children, with what they need and who fetches them on the day itself', async () => {
    const { worker, child } = await onTheDay(server)
    await aFamily(server, { nickname: '示范没约的' })
    const roster = await rosterOf(worker)
    expect(roster).toMatchObject({ centreId: CENTRE, on: TUESDAY, workItem: { state: 'queued' } })
    const [seen, ...others] = roster.groups.flatMap(({ children }) => children)
    expect(others).toEqual([])
    expect(seen).toMatchObject({
      nickname: child.nickname,
      ageMonths: 18,
      allergies: '花生',
      note: '午睡要抱着',
      pickUps: [
        { id: null, relation: null },
        { id: child.pickUps[0]?.id, name: '示范奶奶', relation: 'grandparent', phone: '08910000789' },
      ],
    })
  })

  test('the day before: what they need, and nobody’s number; other days: that they come, and no more', async () => {
    const family = await aFamily(server)
    await bookOne(family)
    await bookOne(family, { on: '2026-11-25' })
    const worker = await signInWorker(server)
    expect(await childrenOn(worker)).toMatchObject([{ allergies: '花生', pickUps: [] }])
    expect(await childrenOn(worker, '2026-11-25')).toMatchObject([
      { nickname: '示范宝宝', allergies: null, note: null, pickUps: [] },
    ])
    server.clock.set('2026-11-27T02:00:00.000Z')
    const later = await signInWorker(server)
    expect(await childrenOn(later)).toMatchObject([{ allergies: null, note: null, pickUps: [], pickedUpBy: null }])
  })

  test('who waits for a place is nobody’s to read of', async () => {
    for (const _place of [1, 2]) await bookOne(await aFamily(server, { bornIn: '2026-04' }))
    const waiting = await aFamily(server, { bornIn: '2026-04', nickname: '示范候补' })
    await waitFor(waiting)
    const names = (await childrenOn(await signInWorker(server))).map(({ nickname }) => nickname)
    expect(names).toEqual(['示范宝宝', '示范宝宝'])
    expect(await linesOf(waiting.child.id)).toEqual([])
  })

  test('each child that is read leaves a line, every time, which its guardian sees', async () => {
    const { worker, guardian, child, booking } = await onTheDay(server)
    await rosterOf(worker)
    await rosterOf(worker)
    await arrive({ worker, booking })
    const line = { service_on: TUESDAY, reader_id: worker.personId }
    const lines = await linesOf(child.id)
    expect(lines.map(({ reason }) => reason)).toEqual(['day_roster', 'day_roster', 'handover'])
    expect(lines[0]).toMatchObject({ reader_id: line.reader_id })
    const { items } = await guardian.call('listChildReads', { params: { ...RAOSAI, childId: child.id } })
    expect(items.map(({ reason, on }) => [reason, on])).toEqual([
      ['handover', TUESDAY],
      ['day_roster', TUESDAY],
      ['day_roster', TUESDAY],
    ])
  })

  test.each([
    ['2026-11-15', 'date_in_past'],
    ['2026-11-16', 200],
    ['2026-11-30', 200],
    ['2026-12-01', 'date_too_far'],
  ])('on a Monday a worker reads of %s: %s', async (on, expected) => {
    const worker = await signInWorker(server)
    const answer = worker.attempt('getDayRoster', { params: { ...RAOSAI, centreId: CENTRE }, query: { on } })
    expect(await codeOf(answer)).toBe(expected)
  })
})

describe('the wrong person', () => {
  test.each([
    ['community_staff', RAOSAI, 'forbidden'],
    ['grid_worker', { gridCellId: 'raosai-1' }, 'forbidden'],
    ['grid_leader', { gridCellId: 'raosai-1' }, 'forbidden'],
    ['kitchen', RAOSAI, 'forbidden'],
    ['resident', RAOSAI, 'forbidden'],
    ['admin', {}, 'forbidden'],
    ['childcare_worker', { communityId: 'ejietang' }, 'not_found'],
  ] as const)('%s of %o reads of nobody and hands nobody over', async (role, scope, code) => {
    const { booking, child } = await onTheDay(server)
    const other = await server.signIn(personIdOf(server, role, scope))
    const roster = other.attempt('getDayRoster', { params: { ...RAOSAI, centreId: CENTRE }, query: { on: TUESDAY } })
    expect(await codeOf(roster)).toBe(code)
    expect(await codeOf(arrive({ worker: other, booking }))).toBe(code)
    expect(await codeOf(fetchedBy({ worker: other, booking }, {}))).toBe(code)
    expect(await codeOf(other.attempt('undoArrival', onBooking(booking.id)))).toBe(code)
    expect(await codeOf(other.attempt('undoPickUp', onBooking(booking.id)))).toBe(code)
    expect(await linesOf(child.id)).toEqual([])
    expect(await server.sql('select state from booking where id = $1', [booking.id])).toEqual([{ state: 'booked' }])
  })

  test('another community’s address leads nowhere', async () => {
    const { booking } = await onTheDay(server)
    const elsewhere = await signInWorker(server, 'ejietang')
    const answer = elsewhere.attempt('recordArrival', {
      params: { communityId: 'ejietang', bookingId: booking.id },
      body: {},
    })
    expect(await codeOf(answer)).toBe('not_found')
  })
})

describe('arrival and pick-up', () => {
  test('a child arrives and is fetched with the code; the family is told twice, and no notice names the child', async () => {
    const day = await onTheDay(server)
    expect((await arrive(day)).body).toMatchObject({ state: 'served', arrivedAt: MORNING })
    server.clock.set('2026-11-24T09:00:00.000Z')
    const code = ` ${day.booking.pickUpCode?.slice(0, 3)} ${day.booking.pickUpCode?.slice(3)} `
    const grandmother = day.child.pickUps[0]?.id
    const answer = await fetchedBy(day, { pickUpId: grandmother, way: 'code', code })
    expect(answer.body).toMatchObject({ pickedUpBy: '示范奶奶', pickUpWay: 'code' })
    const seen = await day.guardian.call('getChildcareBooking', onBooking(day.booking.id))
    expect(seen).toMatchObject({ state: 'served', pickedUpBy: '示范奶奶', pickedUpAt: '2026-11-24T09:00:00.000Z' })
    const told = await noticesOf(day, 2)
    expect(told).toEqual([
      '孩子到园了，11月24日 9:00：绕赛社区托育点（示范）全天 2026-11-24。',
      '孩子接走了，11月24日 17:00：绕赛社区托育点（示范）全天 2026-11-24。',
    ])
    expect(server.logged()).not.toContain('示范宝宝')
  })

  test('who is not on the list of this child is not given it, whatever code they say', async () => {
    const day = await onTheDay(server)
    const other = await aFamily(server)
    await arrive(day)
    const code = day.booking.pickUpCode
    for (const pickUpId of [uuidv7(), other.child.pickUps[0]?.id]) {
      expect(await codeOf(fetchedBy(day, { pickUpId, way: 'code', code }))).toBe('pick_up_not_listed')
    }
    await saveChild(day.guardian, { childId: day.child.id, pickUps: [] })
    expect(await codeOf(fetchedBy(day, { pickUpId: day.child.pickUps[0]?.id }))).toBe('pick_up_not_listed')
    const [row] = await server.sql('select picked_up_at from childcare_booking where id = $1', [day.booking.id])
    expect(row).toEqual({ picked_up_at: null })
  })

  test('a wrong code, none, or yesterday’s is refused; with a dead phone a paper is looked at', async () => {
    const day = await onTheDay(server)
    await arrive(day)
    for (const code of ['000000x', undefined, '', '999']) {
      expect(await codeOf(fetchedBy(day, { way: 'code', ...(code !== undefined && { code }) }))).toBe(
        'pick_up_code_wrong',
      )
    }
    expect((await fetchedBy(day, { way: 'identity_seen' })).body).toMatchObject({ pickUpWay: 'identity_seen' })
  })

  test('nobody is fetched who has not arrived, nor twice', async () => {
    const day = await onTheDay(server)
    expect(await codeOf(fetchedBy(day, {}))).toBe('not_arrived')
    await arrive(day)
    expect(await codeOf(arrive(day))).toBe('booking_changed')
    const codes = await Promise.all([codeOf(fetchedBy(day, {})), codeOf(fetchedBy(day, {}))])
    expect(codes.toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual([200, 'booking_changed'])
  })

  test('what was the wrong child is taken back, in order', async () => {
    const day = await onTheDay(server)
    const undo = (operation: 'undoArrival' | 'undoPickUp') =>
      codeOf(day.worker.attempt(operation, onBooking(day.booking.id)))
    expect(await undo('undoArrival')).toBe('booking_changed')
    await arrive(day)
    expect(await undo('undoPickUp')).toBe('booking_changed')
    await fetchedBy(day, {})
    expect(await undo('undoArrival')).toBe('booking_changed')
    expect(await undo('undoPickUp')).toBe(200)
    expect(await undo('undoArrival')).toBe(200)
    expect(await childrenOn(day.worker)).toMatchObject([{ state: 'booked', arrivedAt: null, pickedUpAt: null }])
  })

  test('a tablet that was without a network says when it was; no clock puts it later than now or on another day', async () => {
    const day = await onTheDay(server)
    server.clock.set('2026-11-24T06:00:00.000Z')
    expect((await arrive(day, { at: MORNING })).body).toMatchObject({ arrivedAt: MORNING })
    await day.worker.attempt('undoArrival', onBooking(day.booking.id))
    expect((await arrive(day, { at: '2026-11-20T01:00:00.000Z' })).body).toMatchObject({
      arrivedAt: '2026-11-23T16:00:00.000Z',
    })
    expect((await fetchedBy(day, { at: '2026-11-25T01:00:00.000Z' })).body).toMatchObject({
      pickedUpAt: '2026-11-24T06:00:00.000Z',
    })
  })

  test('nobody arrives before the day has come, after a cancellation, or a week later', async () => {
    const family = await aFamily(server)
    const [booking, cancelled] = [await bookOne(family), await bookOne(family, { on: '2026-11-25' })]
    const worker = await signInWorker(server)
    expect(await codeOf(arrive({ worker, booking }))).toBe('day_not_come')
    await family.guardian.call('cancelChildcareBooking', onBooking(cancelled.id))
    expect(await codeOf(arrive({ worker, booking: cancelled }))).toBe('booking_not_live')
    server.clock.set('2026-12-02T01:00:00.000Z')
    expect(await codeOf(arrive({ worker: await signInWorker(server), booking }))).toBe('not_found')
  })

  test('a child that is booked in a group of another age is not ticked off there', async () => {
    const day = await onTheDay(server)
    await server.sql(
      `update booking set slot_id = (select id from slot where resource_id = 'raosai-childcare-infants'
         and kind = 'full_day' and service_on = $2) where id = $1`,
      [day.booking.id, TUESDAY],
    )
    expect(await codeOf(arrive(day))).toBe('age_outside_band')
  })

  test('a child that stayed from the morning into the afternoon is fetched once, and taken back once', async () => {
    const family = await aFamily(server)
    const [morning, afternoon] = [
      await bookOne(family, { session: 'morning' }),
      await bookOne(family, { session: 'afternoon' }),
    ]
    server.clock.set(MORNING)
    const worker = await signInWorker(server)
    await arrive({ worker, booking: morning })
    server.clock.set('2026-11-24T06:00:00.000Z')
    await arrive({ worker, booking: afternoon })
    expect((await fetchedBy({ worker, booking: afternoon }, {})).status).toBe(200)
    const gone = async () => (await childrenOn(worker)).map(({ pickedUpAt }) => pickedUpAt !== null)
    expect(await gone()).toEqual([true, true])
    await worker.call('undoPickUp', onBooking(morning.id))
    expect(await gone()).toEqual([false, false])
  })

  test('a family that was told is told too when it was a mistake', async () => {
    const day = await onTheDay(server)
    await arrive(day)
    await fetchedBy(day, {})
    await day.worker.call('undoPickUp', onBooking(day.booking.id))
    await day.worker.call('undoArrival', onBooking(day.booking.id))
    expect((await noticesOf(day, 4)).slice(2)).toEqual([
      '刚才记错了，孩子还在园里，没有接走：绕赛社区托育点（示范）全天 2026-11-24。',
      '刚才记错了，孩子还没有到园：绕赛社区托育点（示范）全天 2026-11-24。',
    ])
  })

  test('who was said to be absent and comes is here', async () => {
    const day = await onTheDay(server)
    await day.guardian.attempt('reportAbsence', onBooking(day.booking.id, { reason: 'family' }))
    expect(await childrenOn(day.worker)).toMatchObject([{ absence: 'family', state: 'booked' }])
    expect((await arrive(day)).body).toMatchObject({ absence: null, state: 'served' })
  })
})
