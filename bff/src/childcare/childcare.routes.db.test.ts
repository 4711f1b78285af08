import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  aBooking,
  aFamily,
  aGuardian,
  type Booked,
  book,
  bookingTables,
  bookOne,
  CENTRE,
  RAOSAI,
  saveChild,
  TUESDAY,
  tryToBook,
} from '../../test/childcare.ts'
import type { Client } from '../../test/client.ts'
import { addPerson, personIdOf } from '../../test/factories.ts'
import { claim, worksAt } from '../../test/facts.ts'
import { actingFor, giveTo, sitTogether } from '../../test/grants.ts'
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

const slotsFor = (client: Client, query: object = {}) =>
  client.call('listChildcareSlots', { params: RAOSAI, query: { on: TUESDAY, ...query } })
const codeOf = async (attempt: Promise<{ code: string | undefined; status: number }>) => {
  const { code, status } = await attempt
  return code ?? status
}
/** Months of birth of one child in each band on the Tuesday. */
const BORN = { infant: '2026-04', toddler: '2025-05', two: '2024-05', tooOld: '2023-11', tooYoung: '2026-06' }

describe('places', () => {
  test('everybody reads the centres, their groups with hard caps, their rules and the order of the waitlist', async () => {
    const { items } = await server.anonymous.call('listChildcareCentres', { params: RAOSAI })
    expect(items).toMatchObject([
      {
        id: CENTRE,
        isDemo: true,
        rules: ['住在本社区，或者在附近上班的家庭'],
        groups: [
          { bandId: 'infant', fromMonths: 6, belowMonths: 12, carers: 1, seats: 3 },
          { bandId: 'toddler', fromMonths: 12, belowMonths: 24, carers: 2, seats: 10 },
          { bandId: 'two_year_old', fromMonths: 24, belowMonths: 36, carers: 1, seats: 7 },
        ],
      },
    ])
    expect(items[0]?.waitlistOrder[0]).toBe('行动不便或持残疾人证的排在前面')
    const elsewhere = await server.anonymous.call('listChildcareCentres', { params: { communityId: 'nizhuolin' } })
    expect(elsewhere.items).toEqual([])
  })

  test('whoever has children sees where each fits on the day, and what it has there', async () => {
    const { guardian, child } = await aFamily(server)
    const baby = await saveChild(guardian, { bornIn: BORN.infant })
    const booking = await bookOne({ guardian, child })
    const { items } = await slotsFor(guardian, { forMyChildren: 'yes' })
    const fullDays = items.filter(({ session }) => session === 'full_day')
    expect(fullDays.map(({ bandId, children, seatsLeft }) => ({ bandId, children, seatsLeft }))).toEqual([
      { bandId: 'infant', children: [{ childId: baby.id, bookingId: null, state: null }], seatsLeft: 2 },
      { bandId: 'toddler', children: [{ childId: child.id, bookingId: booking.id, state: 'booked' }], seatsLeft: 5 },
    ])
    const seenByAll = (await slotsFor(server.anonymous)).items
    expect(seenByAll.every(({ children }) => children.length === 0)).toBe(true)
    expect(seenByAll.some(({ bandId }) => bandId === 'two_year_old')).toBe(true)
    const nobodys = server.anonymous.attempt('listChildcareSlots', { params: RAOSAI, query: { forMyChildren: 'yes' } })
    expect(await codeOf(nobodys)).toBe('unauthenticated')
  })
})

describe('booking', () => {
  test('a place is booked with its code and its queue, and the day is one item for all families', async () => {
    const booking = await bookOne(await aFamily(server))
    expect(booking).toMatchObject({
      state: 'booked',
      groupName: '托小班',
      childName: '示范宝宝',
      queue: { id: 'raosai-childcare' },
      canCancel: true,
      canReportAbsence: false,
    })
    expect(booking.pickUpCode).toMatch(/^\d{6}$/)
    const other = await bookOne(await aFamily(server))
    expect(other.pickUpCode).not.toBe(booking.pickUpCode)
    const items = await server.sql("select requester_id, state from work_item where service_code = 'childcare_day'")
    expect(items).toEqual([{ requester_id: null, state: 'queued' }])
  })

  test('siblings are booked in one step, each in the group of its age, with one code', async () => {
    const { guardian, child } = await aFamily(server)
    const baby = await saveChild(guardian, { bornIn: BORN.infant, nickname: '示范小宝' })
    const { bookings } = await book(guardian, [child.id, baby.id])
    expect(bookings.map(({ childName, groupName }) => [childName, groupName])).toEqual([
      ['示范宝宝', '托小班'],
      ['示范小宝', '乳儿班'],
    ])
    expect(new Set(bookings.map(({ pickUpCode }) => pickUpCode)).size).toBe(1)
  })

  test('of siblings of whom one is too old nobody is booked, and it is said which', async () => {
    const { guardian, child } = await aFamily(server)
    const old = await saveChild(guardian, { bornIn: BORN.tooOld })
    const before = await bookingTables(server)
    const answer = await tryToBook(guardian, [child.id, old.id])
    expect([answer.status, answer.code]).toEqual([409, 'siblings_not_together'])
    expect(answer.fields).toEqual([{ field: 'childIds.1', message: expect.stringContaining('年龄') }])
    expect(await bookingTables(server)).toEqual(before)
  })

  test('of siblings of whom one finds its group full nobody is booked; the other alone is', async () => {
    for (const _place of [1, 2]) await bookOne(await aFamily(server, { bornIn: BORN.infant }))
    const { guardian, child } = await aFamily(server)
    const baby = await saveChild(guardian, { bornIn: BORN.infant })
    const before = await bookingTables(server)
    const answer = await tryToBook(guardian, [child.id, baby.id])
    expect(answer.code).toBe('siblings_not_together')
    expect(answer.fields).toEqual([{ field: 'childIds.1', message: expect.stringContaining('约满') }])
    expect(await bookingTables(server)).toEqual(before)
    expect(await codeOf(tryToBook(guardian, [baby.id]))).toBe('slot_full')
    expect(await codeOf(tryToBook(guardian, [child.id]))).toBe(201)
  })

  test('of siblings of whom one is booked already nobody is booked twice', async () => {
    const { guardian, child } = await aFamily(server)
    const baby = await saveChild(guardian, { bornIn: BORN.infant })
    await book(guardian, [baby.id])
    const before = await bookingTables(server)
    const answer = await tryToBook(guardian, [child.id, baby.id])
    expect([answer.code, answer.fields[0]?.field]).toEqual(['siblings_not_together', 'childIds.1'])
    expect(await bookingTables(server)).toEqual(before)
  })

  test.each([
    ['date_in_past', { on: '2026-11-22' }],
    ['date_too_far', { on: '2026-12-07' }],
    ['slot_closed', { on: '2026-11-28' }],
    ['slot_closed', { session: 'morning', born: BORN.infant }],
    ['past_cutoff', { on: '2026-11-23' }],
    ['age_outside_band', { born: BORN.tooYoung }],
    ['age_outside_band', { born: BORN.tooOld }],
    ['not_found', { centreId: 'ejietang-xiaohexuan' }],
    ['validation_failed', { session: 'night' }],
    ['validation_failed', { on: '2026-02-30' }],
    ['validation_failed', { note: '话'.repeat(61) }],
    ['validation_failed', { childIds: [] }],
    ['unknown_child', { childIds: [uuidv7()] }],
  ])(
    '%s: %o is refused and leaves nothing',
    async (code, { born, ...changes }: Record<string, unknown> & { born?: string }) => {
      const { guardian, child } = await aFamily(server, born === undefined ? {} : { bornIn: born })
      const before = await bookingTables(server)
      expect(await codeOf(tryToBook(guardian, [child.id], changes))).toBe(code)
      expect(await bookingTables(server)).toEqual(before)
    },
  )

  test('nobody books for a child of somebody else', async () => {
    const { child } = await aFamily(server)
    expect(await codeOf(tryToBook(await aGuardian(server), [child.id]))).toBe('unknown_child')
  })

  test('a child is in one session at a time, and in each once', async () => {
    const { guardian, child } = await aFamily(server)
    await book(guardian, [child.id], { session: 'morning' })
    expect(await codeOf(tryToBook(guardian, [child.id], { session: 'morning' }))).toBe('already_booked')
    expect(await codeOf(tryToBook(guardian, [child.id], { session: 'full_day' }))).toBe('booking_overlaps')
    expect(await codeOf(tryToBook(guardian, [child.id], { session: 'afternoon' }))).toBe(201)
  })

  test('the same request sent twice books once and answers the same', async () => {
    const { guardian, child } = await aFamily(server)
    const headers = { 'Idempotency-Key': uuidv7() }
    const answers = [
      await guardian.attempt('bookChildcare', aBooking([child.id]), headers),
      await guardian.attempt('bookChildcare', aBooking([child.id]), headers),
    ]
    expect(answers[1]?.text).toBe(answers[0]?.text)
    const [row] = await server.sql('select result::text as result from idempotency_key where key = $1', [
      headers['Idempotency-Key'],
    ])
    expect(JSON.stringify(row)).not.toContain('示范宝宝')
  })

  test('a request that is sent again after the day is answered as before', async () => {
    const { guardian, child } = await aFamily(server)
    const headers = { 'Idempotency-Key': uuidv7() }
    await guardian.attempt('bookChildcare', aBooking([child.id]), headers)
    server.clock.set('2026-11-24T16:00:00.000Z')
    const again = await guardian.attempt('bookChildcare', aBooking([child.id]), headers)
    expect([again.status, Object(again.body).bookings?.length]).toEqual([201, 1])
  })

  test.each([
    ['2026-06', '2026-11-30', 'age_outside_band'],
    ['2026-06', '2026-12-01', '乳儿班'],
    ['2025-12', '2026-11-30', '乳儿班'],
    ['2025-12', '2026-12-01', '托小班'],
    ['2024-12', '2026-11-30', '托小班'],
    ['2024-12', '2026-12-01', '托大班'],
    ['2023-12', '2026-11-30', '托大班'],
    ['2023-12', '2026-12-01', 'age_outside_band'],
  ])('a child born in %s is on %s in: %s', async (bornIn, on, expected) => {
    const { guardian, child } = await aFamily(server, { bornIn })
    const answer = await tryToBook(guardian, [child.id], { on })
    // The status was that of the contract, whose own test checks the shape.
    expect(answer.code ?? (answer.body as Booked).bookings[0]?.groupName).toBe(expected)
  })
})

describe('who may come', () => {
  const withFact = async (...facts: Parameters<typeof claim>[1][]) => {
    const guardian = await server.signIn(await addPerson(server, 'resident', { communityId: 'cisongtang' }))
    for (const fact of facts) await claim(guardian, fact)
    return { guardian, child: await saveChild(guardian) }
  }
  const home = (communityId: string, placeId: string) =>
    ({ kind: 'residence', value: { communityId, placeId } }) as const

  test('a family that lives elsewhere and works nearby is admitted', async () => {
    const { guardian, child } = await withFact(home('ejietang', 'ejietang-courtyard-1'), worksAt('示范单位'))
    expect(await codeOf(tryToBook(guardian, [child.id]))).toBe(201)
  })

  test('one that lives elsewhere and works elsewhere is sent to its own community', async () => {
    const { guardian, child } = await withFact(home('ejietang', 'ejietang-courtyard-1'))
    expect(await codeOf(tryToBook(guardian, [child.id]))).toBe('other_community')
  })

  test('a family that is registered here is admitted, also while it has not said where it lives', async () => {
    const guardian = await server.signIn(await addPerson(server, 'resident', RAOSAI))
    expect(await codeOf(tryToBook(guardian, [(await saveChild(guardian)).id]))).toBe(201)
  })

  test('one that has said neither is told what to fill in', async () => {
    const { guardian, child } = await withFact()
    expect(await codeOf(tryToBook(guardian, [child.id]))).toBe('childcare_not_eligible')
  })
})

describe('somebody else at the table', () => {
  test('a proxy who may only file does not take an offered place, and a note that was written stays', async () => {
    for (const _place of [1, 2]) await bookOne(await aFamily(server, { bornIn: BORN.infant }))
    const { guardian, child } = await aFamily(server, { bornIn: BORN.infant })
    const waiting = aBooking([child.id])
    const joined = await guardian.attempt('joinChildcareWaitlist', {
      ...waiting,
      body: { ...waiting.body, note: '午睡要抱着' },
    })
    const bookingId = String(Object(joined.body).bookings[0].id)
    await server.sql("update booking set state = 'offered', expires_at = $2 where id = $1", [
      bookingId,
      '2026-11-23T04:00:00.000Z',
    ])
    const agent = await aGuardian(server)
    await giveTo(agent, guardian, { scopes: [{ service: 'childcare', powers: ['read', 'file'] }] })
    const taking = agent.attempt('bookChildcare', aBooking([child.id]), actingFor(guardian))
    expect(await codeOf(taking)).toBe('proxy_power_missing')
    expect(await codeOf(guardian.attempt('bookChildcare', aBooking([child.id])))).toBe(201)
    const [row] = await server.sql('select sealed_note is not null as "hasNote" from childcare_booking where id = $1', [
      bookingId,
    ])
    expect(row).toEqual({ hasNote: true })
  })

  test('at the counter a booking is read with a line for each time, and without the code that fetches the child', async () => {
    const family = await aFamily(server)
    const { id } = await bookOne(family)
    const staff = await server.signIn(personIdOf(server, 'community_staff', RAOSAI))
    await sitTogether(server, staff, family.guardian)
    const params = { ...RAOSAI, bookingId: id }
    const seen = await staff.call('getChildcareBooking', { params }, actingFor(family.guardian))
    expect(seen).toMatchObject({ childName: '示范宝宝', pickUpCode: null })
    const { items } = await staff.call('listMyBookings', { query: {} }, actingFor(family.guardian))
    expect(items).toMatchObject([{ forWhom: { childName: '示范宝宝' }, code: null }])
    const reads = await server.sql('select reader_id, what from confidential_read where person_id = $1', [
      family.guardian.personId,
    ])
    const line = { reader_id: staff.personId, what: 'facts' }
    expect(reads).toEqual([line, line])
  })
})

describe('many at once', () => {
  test('of a dozen families exactly as many get a place as there are', async () => {
    const families = await Promise.all(Array.from({ length: 12 }, () => aFamily(server, { bornIn: BORN.infant })))
    const codes = await Promise.all(families.map(({ guardian, child }) => codeOf(tryToBook(guardian, [child.id]))))
    expect(codes.filter((code) => code === 201)).toHaveLength(2)
    expect(codes.filter((code) => code === 'slot_full')).toHaveLength(10)
    const [slot] = await server.sql(
      "select booked, capacity from slot where resource_id = 'raosai-childcare-infants' and kind = 'full_day' and service_on = $1",
      [TUESDAY],
    )
    expect(slot).toEqual({ booked: 2, capacity: 2 })
  })

  test('families with siblings in the same groups wait for each other and never for ever', async () => {
    const families = await Promise.all(
      Array.from({ length: 6 }, async (_unused, index) => {
        const { guardian, child } = await aFamily(server)
        const baby = await saveChild(guardian, { bornIn: BORN.infant })
        return { guardian, ids: index % 2 === 0 ? [child.id, baby.id] : [baby.id, child.id] }
      }),
    )
    const codes = await Promise.all(families.map(({ guardian, ids }) => codeOf(tryToBook(guardian, ids))))
    expect(codes.filter((code) => code === 201)).toHaveLength(2)
    expect(codes.filter((code) => code === 'siblings_not_together')).toHaveLength(4)
    const [counts] = await server.sql("select count(*)::int as seats from booking where state = 'booked'")
    expect(counts).toEqual({ seats: 4 })
  })
})
