import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { DANCE, dateOf, RAOSAI, signUp, WEEKEND_SCHOOL } from '../../test/activities.ts'
import { aFamily, aGuardian, saveChild } from '../../test/childcare.ts'
import type { Client } from '../../test/client.ts'
import { addPerson, personIdOf } from '../../test/factories.ts'
import { born, claim, worksAt } from '../../test/facts.ts'
import { actingFor, giveTo } from '../../test/grants.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.set(START)
  await server.sql('delete from activity_sign_up')
  await server.sql('truncate booking_event, booking cascade')
  await server.sql('update slot set booked = 0, is_open = true')
})

const SATURDAY = '2026-11-28'
/** Half past nine on that Saturday. */
const BEFORE_LESSON = '2026-11-28T01:30:00.000Z'
/** Born so that the child is six on the Saturday. */
const PUPIL = '2020-11'

const dance = (on = '2026-11-24') => dateOf(server, DANCE, on)
const lesson = (on = SATURDAY) => dateOf(server, WEEKEND_SCHOOL, on)
const aResident = async (): Promise<Client> => server.signIn(await addPerson(server, 'resident', RAOSAI))
const aPupil = (bornIn = PUPIL) => aFamily(server, { bornIn, nickname: '示范学生' })
const codeOf = async (attempt: Promise<{ code: string | undefined; status: number }>) => {
  const { code, status } = await attempt
  return code ?? status
}
const trySignUp = (client: Client, date: Awaited<ReturnType<typeof dance>>, body: object = {}) =>
  codeOf(client.attempt('signUpForActivity', { ...date, body }))
const tables = () =>
  server.sql(
    `select (select jsonb_agg(booking order by id) from booking) as bookings,
       (select jsonb_agg(row order by id) from activity_sign_up row) as rows,
       (select sum(booked)::int from slot) as booked, (select count(*)::int from slot_batch) as batches`,
  )

describe('signing up', () => {
  test('everybody reads the dates of the coming days; who has signed up sees that too', async () => {
    const resident = await aResident()
    const booking = await signUp(resident, await dance())
    const { items } = await resident.call('listActivities', { params: RAOSAI, query: { days: 7 } })
    expect(items.map(({ activityId, on, seatsLeft }) => [activityId, on, seatsLeft])).toEqual([
      [DANCE, '2026-11-24', 29],
      [DANCE, '2026-11-26', 30],
      [WEEKEND_SCHOOL, SATURDAY, 15],
    ])
    expect(items[0]?.yours).toEqual([{ bookingId: booking.params.bookingId, childId: null, state: 'booked' }])
    const seenByAll = await server.anonymous.call('listActivities', { params: RAOSAI })
    expect(seenByAll.items.every(({ yours }) => yours.length === 0)).toBe(true)
  })

  test('a date is one item of the community, whoever signs up', async () => {
    const [first, second] = [await aResident(), await aResident()]
    await signUp(first, await dance())
    await signUp(second, await dance())
    const items = await server.sql("select queue_id, requester_id from work_item where service_code = 'activity_date'")
    expect(items).toEqual([{ queue_id: 'raosai-community', requester_id: null }])
  })

  test('a guardian signs a child up with a consent that is kept', async () => {
    const { guardian, child } = await aPupil()
    const body = { childId: child.id, consents: true }
    const answer = await guardian.call('signUpForActivity', { ...(await lesson()), body })
    expect(answer).toMatchObject({ childId: child.id, childName: '示范学生', queue: { id: 'raosai-community' } })
    const rows = await server.sql('select child_id, consent_version from activity_sign_up')
    expect(rows).toEqual([{ child_id: child.id, consent_version: '2026-11-28' }])
  })

  test.each([
    ['consent_missing', {}],
    ['consent_missing', { consents: false }],
  ])('%s: a child with %o is signed up for nothing', async (code, body) => {
    const { guardian, child } = await aPupil()
    const before = await tables()
    expect(await trySignUp(guardian, await lesson(), { childId: child.id, ...body })).toBe(code)
    expect(await tables()).toEqual(before)
  })

  test.each([
    ['2020-12', 'activity_not_for_you'],
    ['2020-11', 201],
    ['2013-12', 201],
    ['2013-11', 'activity_not_for_you'],
  ])('a child born in %s is on the day of the lesson: %s', async (bornIn, code) => {
    const { guardian, child } = await aPupil(bornIn)
    expect(await trySignUp(guardian, await lesson(), { childId: child.id, consents: true })).toBe(code)
  })

  test('nobody signs up a child of somebody else, nor themselves for a lesson of children, nor a child for a dance', async () => {
    const { guardian, child } = await aPupil()
    const other = await aResident()
    const consents = { consents: true }
    expect(await trySignUp(other, await lesson(), { childId: child.id, ...consents })).toBe('unknown_child')
    expect(await trySignUp(other, await lesson(), consents)).toBe('unknown_child')
    expect(await trySignUp(other, await lesson(), { childId: uuidv7(), ...consents })).toBe('unknown_child')
    expect(await trySignUp(guardian, await dance(), { childId: child.id, ...consents })).toBe('activity_not_for_you')
  })

  test('whoever has said that they are fifteen does not come to a course for grown-ups', async () => {
    const young = await aResident()
    await claim(young, born('2011-06-01'))
    expect(await trySignUp(young, await dance())).toBe('activity_not_for_you')
  })

  test('who lives elsewhere comes when they work nearby', async () => {
    const outsider = await server.signIn(await addPerson(server, 'resident', { communityId: 'cisongtang' }))
    expect(await trySignUp(outsider, await dance())).toBe('other_community')
    await claim(outsider, worksAt('示范单位'))
    expect(await trySignUp(outsider, await dance())).toBe(201)
  })

  test('closed, past the cut-off, past, twice, at the same time as another, and nowhere: each says so', async () => {
    const resident = await aResident()
    await signUp(resident, await dance())
    expect(await trySignUp(resident, await dance())).toBe('already_booked')
    const other = await dance('2026-11-26')
    await server.sql('update slot set is_open = false where id = $1', [other.params.slotId])
    expect(await trySignUp(resident, other)).toBe('slot_closed')
    server.clock.set('2026-11-24T04:00:00.000Z')
    expect(await trySignUp(await aResident(), await dance())).toBe('past_cutoff')
    server.clock.set('2026-11-25T04:00:00.000Z')
    expect(await trySignUp(await aResident(), await dance())).toBe('date_in_past')
    expect(await trySignUp(resident, { params: { ...RAOSAI, slotId: uuidv7() } })).toBe('not_found')
  })

  test('of forty at once thirty get a place', async () => {
    const people = await Promise.all(Array.from({ length: 40 }, aResident))
    const date = await dance()
    const codes = await Promise.all(people.map((person) => trySignUp(person, date)))
    expect(codes.filter((code) => code === 201)).toHaveLength(30)
    expect(codes.filter((code) => code === 'slot_full')).toHaveLength(10)
  })

  test('a full lesson has a waitlist; a place that is given up is offered and taken', async () => {
    const date = await lesson()
    await server.sql('update slot set capacity = 1 where id = $1', [date.params.slotId])
    const [first, second] = [await aPupil(), await aPupil()]
    const waiting = { ...date, body: { childId: second.child.id, consents: true } }
    expect(await codeOf(second.guardian.attempt('joinActivityWaitlist', waiting))).toBe('slot_has_seats')
    const booking = await signUp(first.guardian, date, { childId: first.child.id, consents: true })
    const joined = await second.guardian.attempt('joinActivityWaitlist', waiting)
    expect(joined.body).toMatchObject({ state: 'waitlisted', waitlist: { position: 1 } })
    await first.guardian.call('cancelActivitySignUp', booking)
    await vi.waitFor(async () => {
      const { items } = await second.guardian.call('listInbox', { query: {} })
      expect(items.map(({ text }) => text)).toContain(
        '有空位了：周末课堂（示范） 2026-11-28。给您留到11月23日 12:00，请打开「我的预约」答一下要不要。',
      )
    })
    const taken = await second.guardian.attempt('signUpForActivity', waiting)
    expect(taken.body).toMatchObject({ id: Object(joined.body).id, state: 'booked' })
    await server.sql('update slot set capacity = 15 where id = $1', [date.params.slotId])
  })

  test('an offered place is not taken by a proxy who may only file, and a repeated sign-up is answered after the day', async () => {
    const [resident, agent] = [await aResident(), await aResident()]
    const date = await dance()
    const headers = { 'Idempotency-Key': uuidv7() }
    const signedUp = await resident.attempt('signUpForActivity', { ...date, body: {} }, headers)
    const bookingId = String(Object(signedUp.body).id)
    const setState = (state: string, expiresAt: string | null) =>
      server.sql('update booking set state = $2, expires_at = $3 where id = $1', [bookingId, state, expiresAt])
    await setState('offered', '2026-11-23T04:00:00.000Z')
    await giveTo(agent, resident, { scopes: [{ service: 'activities', powers: ['read', 'file'] }] })
    const taking = agent.attempt('signUpForActivity', { ...date, body: {} }, actingFor(resident))
    expect(await codeOf(taking)).toBe('proxy_power_missing')
    await setState('booked', null)
    server.clock.set('2026-11-24T16:00:00.000Z')
    const again = await resident.attempt('signUpForActivity', { ...date, body: {} }, headers)
    expect([again.status, Object(again.body).id]).toEqual([201, bookingId])
  })

  test('a place is given up until the cut-off, once, and by nobody else', async () => {
    const resident = await aResident()
    const booking = await signUp(resident, await dance())
    const neighbour = await aResident()
    expect(await codeOf(neighbour.attempt('cancelActivitySignUp', booking))).toBe('not_found')
    expect((await resident.attempt('cancelActivitySignUp', booking)).body).toMatchObject({ state: 'cancelled' })
    expect(await codeOf(resident.attempt('cancelActivitySignUp', booking))).toBe('booking_changed')
    const again = await signUp(resident, await dance())
    server.clock.set('2026-11-24T04:00:00.000Z')
    expect(await codeOf(resident.attempt('cancelActivitySignUp', again))).toBe('past_cutoff')
  })
})

describe('who comes', () => {
  const staffOf = (communityId: string) => server.signIn(personIdOf(server, 'community_staff', { communityId }))
  const onTheDay = async () => {
    const family = await aPupil()
    const booking = await signUp(family.guardian, await lesson(), { childId: family.child.id, consents: true })
    server.clock.set(BEFORE_LESSON)
    return { ...family, booking, staff: await staffOf('raosai') }
  }

  test('staff tick children off, which leaves a line that the guardian sees', async () => {
    const { staff, booking, guardian, child } = await onTheDay()
    const before = await staff.call('getActivityRoster', await lesson())
    expect(before).toMatchObject({ workItem: { state: 'queued' }, people: [{ state: 'booked', name: '示范学生' }] })
    expect(before.people[0]?.guardianName).not.toBeNull()
    const came = await staff.attempt('checkInActivity', { ...booking, body: {} })
    expect(came.body).toMatchObject({ people: [{ state: 'served' }] })
    expect(await codeOf(staff.attempt('checkInActivity', { ...booking, body: {} }))).toBe('booking_changed')
    const undone = await staff.attempt('undoActivityCheckIn', booking)
    expect(undone.body).toMatchObject({ people: [{ state: 'booked' }] })
    const reads = await guardian.call('listChildReads', { params: { ...RAOSAI, childId: child.id } })
    expect(reads.items.map(({ reason, on }) => [reason, on])).toEqual([
      ['activity_roster', SATURDAY],
      ['activity_roster', SATURDAY],
      ['activity_roster', SATURDAY],
    ])
  })

  test.each([
    ['2026-11-26T02:00:00.000Z', 'date_too_far'],
    ['2026-11-27T02:00:00.000Z', 200],
    ['2026-12-05T02:00:00.000Z', 200],
    ['2026-12-06T02:00:00.000Z', 'date_too_far'],
  ])('the list of a Saturday is read at %s: %s', async (now, expected) => {
    const date = await lesson()
    server.clock.set(now)
    expect(await codeOf((await staffOf('raosai')).attempt('getActivityRoster', date))).toBe(expected)
  })

  test.each([
    ['community_staff', { communityId: 'ejietang' }, 'not_found'],
    ['childcare_worker', RAOSAI, 'forbidden'],
    ['kitchen', RAOSAI, 'forbidden'],
    ['grid_worker', { gridCellId: 'raosai-1' }, 'forbidden'],
    ['resident', RAOSAI, 'forbidden'],
  ] as const)('%s of %o reads of nobody and ticks nobody off', async (role, scope, code) => {
    const { booking, child } = await onTheDay()
    const other = await server.signIn(personIdOf(server, role, scope))
    expect(await codeOf(other.attempt('getActivityRoster', await lesson()))).toBe(code)
    expect(await codeOf(other.attempt('checkInActivity', { ...booking, body: {} }))).toBe(code)
    expect(await codeOf(other.attempt('undoActivityCheckIn', booking))).toBe(code)
    expect(await server.sql('select 1 from child_read where child_id = $1', [child.id])).toEqual([])
  })

  test('a date that does not take place is cancelled once, and who has signed up is told', async () => {
    const { guardian, child } = await aPupil()
    const date = await lesson()
    await signUp(guardian, date, { childId: child.id, consents: true })
    const staff = await staffOf('raosai')
    expect(await codeOf((await staffOf('ejietang')).attempt('cancelActivityDate', date))).toBe('not_found')
    expect((await staff.attempt('cancelActivityDate', date)).body).toEqual({ told: 1 })
    expect(await codeOf(staff.attempt('cancelActivityDate', date))).toBe('slot_closed')
    await vi.waitFor(async () => {
      const { items } = await guardian.call('listInbox', { query: {} })
      expect(items.map(({ text }) => text)).toContain(
        '取消了：周末课堂（示范） 2026-11-28。那天不开，您不用来，也不用付钱。',
      )
    })
    server.clock.set(BEFORE_LESSON)
    const roster = await (await staffOf('raosai')).call('getActivityRoster', date)
    expect(roster).toMatchObject({ canCancel: false, toTell: 0, people: [] })
    server.clock.set('2026-11-28T10:00:00.000Z')
    expect(await codeOf((await staffOf('raosai')).attempt('cancelActivityDate', date))).toBe('date_in_past')
  })

  test('who cancelled is not ticked off, and nobody is before the day', async () => {
    const { guardian } = await aPupil()
    const child = await saveChild(guardian, { bornIn: PUPIL })
    const booking = await signUp(guardian, await lesson(), { childId: child.id, consents: true })
    server.clock.set('2026-11-27T02:00:00.000Z')
    const staff = await staffOf('raosai')
    expect(await codeOf(staff.attempt('checkInActivity', { ...booking, body: {} }))).toBe('day_not_come')
    await guardian.attempt('cancelActivitySignUp', booking)
    expect(await codeOf(staff.attempt('checkInActivity', { ...booking, body: {} }))).toBe('booking_not_live')
  })

  test('a booking of childcare is no sign-up', async () => {
    const { guardian, child } = await aFamily(server)
    const answer = await guardian.attempt('bookChildcare', {
      params: RAOSAI,
      body: { childIds: [child.id], centreId: 'raosai-childcare', on: '2026-11-24', session: 'morning' },
    })
    const bookingId = String(Object(answer.body).bookings[0].id)
    const address = { params: { ...RAOSAI, bookingId } }
    expect(await codeOf(guardian.attempt('cancelActivitySignUp', address))).toBe('not_found')
    expect(await codeOf((await staffOf('raosai')).attempt('checkInActivity', { ...address, body: {} }))).toBe(
      'not_found',
    )
    expect(await codeOf((await aGuardian(server)).attempt('getChildcareBooking', address))).toBe('not_found')
  })
})
