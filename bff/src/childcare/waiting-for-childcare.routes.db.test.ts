import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  aBooking,
  aFamily,
  aGuardian,
  bookOne,
  onBooking,
  RAOSAI,
  saveChild,
  TUESDAY,
  tryToBook,
  waitFor,
} from '../../test/childcare.ts'
import { claim } from '../../test/facts.ts'
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

const codeOf = async (attempt: Promise<{ code: string | undefined; status: number }>) => {
  const { code, status } = await attempt
  return code ?? status
}
/** Months of birth of children of two groups on the Tuesday. */
const BORN = { infant: '2026-04', two: '2024-05' }

describe('a held seat and the waitlist', () => {
  const slotIdOf = async (groupId: string) => {
    const [slot] = await server.sql<{ id: string }>(
      "select id from slot where resource_id = $1 and kind = 'full_day' and service_on = $2",
      [groupId, TUESDAY],
    )
    return slot?.id ?? ''
  }

  const holdFor = async ({ guardian, child }: Awaited<ReturnType<typeof aFamily>>, headers = {}) => {
    const slotId = await slotIdOf('raosai-childcare-toddlers')
    return guardian.attempt('holdSlot', { params: { ...RAOSAI, slotId }, body: { childId: child.id } }, headers)
  }

  test('booking takes the seat that is held, and after ten minutes any that is free', async () => {
    const family = await aFamily(server)
    const { body } = await holdFor(family)
    expect(body).toMatchObject({ state: 'held', title: '全天', forWhom: { childName: '示范宝宝' }, code: null })
    const held = String(Object(body).id)
    expect((await bookOne(family, { note: '午睡要抱着' })).id).toBe(held)
    await family.guardian.call('cancelChildcareBooking', onBooking(held))
    const again = String(Object((await holdFor(family)).body).id)
    server.clock.advance({ hours: 1 })
    expect((await bookOne(family)).id).not.toBe(again)
  })

  test('a seat is held for a child of one’s own that is of the right age, and for nobody else', async () => {
    const slotId = await slotIdOf('raosai-childcare-twos')
    const { guardian, child } = await aFamily(server)
    const hold = (body: object) => codeOf(guardian.attempt('holdSlot', { params: { ...RAOSAI, slotId }, body }))
    expect(await hold({})).toBe('unknown_child')
    expect(await hold({ childId: (await aFamily(server, { bornIn: BORN.two })).child.id })).toBe('unknown_child')
    expect(await hold({ childId: child.id })).toBe('age_outside_band')
  })

  test('what is kept of a repeated hold does not name the child', async () => {
    const headers = { 'Idempotency-Key': uuidv7() }
    const family = await aFamily(server)
    const [first, again] = [await holdFor(family, headers), await holdFor(family, headers)]
    expect(again.text).toBe(first.text)
    const [row] = await server.sql('select result::text as result from idempotency_key where key = $1', [
      headers['Idempotency-Key'],
    ])
    expect(row).toEqual({ result: JSON.stringify({ id: Object(first.body).id }).replace(':', ': ') })
  })

  test('all bookings of a family stand in one list, each child by its name', async () => {
    const family = await aFamily(server)
    const { id } = await bookOne(family)
    const { items } = await family.guardian.call('listMyBookings', { query: {} })
    expect(items).toMatchObject([
      {
        id,
        service: 'childcare',
        title: '全天',
        placeName: '绕赛社区托育点（示范）',
        summary: '托小班',
        forWhom: { isYou: true, childName: '示范宝宝' },
        queue: { id: 'raosai-childcare' },
        canCancel: true,
      },
    ])
  })

  test('who cannot come otherwise waits before who asked earlier; a freed place is offered and taken', async () => {
    const seated = [await aFamily(server, { bornIn: BORN.infant }), await aFamily(server, { bornIn: BORN.infant })]
    const bookings = await Promise.all(seated.map((family) => bookOne(family)))
    const [first, second] = [
      await aFamily(server, { bornIn: BORN.infant }),
      await aFamily(server, { bornIn: BORN.infant }),
    ]
    await claim(second.guardian, { kind: 'limited_mobility', value: { needsVisit: true } })
    const [one] = (await waitFor(first)).bookings
    const [two] = (await waitFor(second)).bookings
    expect([one?.state, one?.waitlist?.position, one?.pickUpCode]).toEqual(['waitlisted', 1, null])
    expect(two?.waitlist).toEqual({ position: 1, reason: '行动不便或持残疾人证的排在前面' })
    const later = await first.guardian.call('getChildcareBooking', onBooking(one?.id ?? ''))
    expect(later.waitlist).toEqual({ position: 2, reason: '住在本社区的，按报名先后' })

    await seated[0]?.guardian.call('cancelChildcareBooking', onBooking(bookings[0]?.id ?? ''))
    expect(await second.guardian.call('getChildcareBooking', onBooking(two?.id ?? ''))).toMatchObject({
      state: 'offered',
      expiresAt: '2026-11-23T04:00:00.000Z',
    })
    expect((await bookOne(second)).id).toBe(two?.id)

    await seated[1]?.guardian.call('cancelChildcareBooking', onBooking(bookings[1]?.id ?? ''))
    const declined = await first.guardian.call('cancelChildcareBooking', onBooking(one?.id ?? ''))
    expect(declined.state).toBe('cancelled')
  })

  test('who answers an offer too late finds that it has gone on to whoever waits', async () => {
    const seated = [await aFamily(server, { bornIn: BORN.infant }), await aFamily(server, { bornIn: BORN.infant })]
    const [kept] = await Promise.all(seated.map((family) => bookOne(family)))
    const waiting = await aFamily(server, { bornIn: BORN.infant })
    await waitFor(waiting)
    const next = await aFamily(server, { bornIn: BORN.infant })
    await waitFor(next)
    await seated[0]?.guardian.call('cancelChildcareBooking', onBooking(kept?.id ?? ''))
    server.clock.advance({ hours: 3 })
    expect(await codeOf(tryToBook(waiting.guardian, [waiting.child.id]))).toBe('slot_full')
  })

  test('siblings wait together where there is a place for one of them alone, and each is offered a place in turn', async () => {
    const first = await aFamily(server, { bornIn: BORN.infant })
    const seated = await bookOne(first)
    const { guardian, child } = await aFamily(server, { bornIn: BORN.infant })
    const twin = await saveChild(guardian, { bornIn: BORN.infant, nickname: '示范小宝' })
    const both = aBooking([child.id, twin.id])
    const refused = await guardian.attempt('bookChildcare', both)
    expect([refused.code, refused.fields[0]?.field]).toEqual(['siblings_not_together', 'childIds.1'])
    const joined = await guardian.attempt('joinChildcareWaitlist', both)
    const states = async () =>
      (await guardian.call('listMyBookings', { query: {} })).items.map(({ state }) => state).toSorted()
    expect(joined.status).toBe(201)
    expect(await states()).toEqual(['waitlisted', 'waitlisted'])
    await server.app.doWhatIsDue()
    expect(await states()).toEqual(['offered', 'waitlisted'])
    await first.guardian.call('cancelChildcareBooking', onBooking(seated.id))
    expect(await states()).toEqual(['offered', 'offered'])
    expect(await codeOf(guardian.attempt('bookChildcare', both))).toBe(201)
  })

  test('siblings wait together where one finds its group full', async () => {
    for (const _place of [1, 2]) await bookOne(await aFamily(server, { bornIn: BORN.infant }))
    const { guardian, child } = await aFamily(server)
    const baby = await saveChild(guardian, { bornIn: BORN.infant })
    const joined = await guardian.attempt('joinChildcareWaitlist', aBooking([child.id, baby.id]))
    expect(joined.status).toBe(201)
  })

  test('nobody waits where there is a place', async () => {
    const { guardian, child } = await aFamily(server)
    expect(await codeOf(guardian.attempt('joinChildcareWaitlist', aBooking([child.id])))).toBe('slot_has_seats')
  })
})

describe('giving up', () => {
  test('until the cut-off a booking is cancelled, afterwards the child is reported absent, until the day ends', async () => {
    const family = await aFamily(server)
    const { guardian } = family
    const { id } = await bookOne(family)
    const absent = () => guardian.attempt('reportAbsence', onBooking(id, { reason: 'ill' }))
    expect(await codeOf(absent())).toBe('booking_changed')
    server.clock.set('2026-11-23T10:00:00.000Z')
    expect(await codeOf(guardian.attempt('cancelChildcareBooking', onBooking(id)))).toBe('past_cutoff')
    expect((await absent()).body).toMatchObject({ state: 'booked', absence: 'ill', canReportAbsence: true })
    server.clock.set('2026-11-24T16:00:00.000Z')
    expect(await codeOf(absent())).toBe('date_in_past')
  })

  test('what was cancelled is not cancelled again', async () => {
    const family = await aFamily(server)
    const { id } = await bookOne(family)
    await family.guardian.call('cancelChildcareBooking', onBooking(id))
    expect(await codeOf(family.guardian.attempt('cancelChildcareBooking', onBooking(id)))).toBe('booking_changed')
  })

  test('somebody else’s booking is not there', async () => {
    const { id } = await bookOne(await aFamily(server))
    const neighbour = await aGuardian(server)
    for (const operation of ['getChildcareBooking', 'cancelChildcareBooking', 'reportAbsence'] as const) {
      const body = operation === 'reportAbsence' ? { reason: 'ill' } : undefined
      expect(await codeOf(neighbour.attempt(operation, onBooking(id, body)))).toBe('not_found')
    }
  })
})
