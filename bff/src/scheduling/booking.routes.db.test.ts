import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BookedBeside, takeBookingsBeside } from '../../test/booked-service.ts'
import { bookedBy, heldBy, offeredTo, waitingBehind } from '../../test/bookings.ts'
import type { Client } from '../../test/client.ts'
import { addPerson } from '../../test/factories.ts'
import { actingFor, giveTo } from '../../test/grants.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import { makeBookingMove } from './move-booking.service.ts'

const COMMUNITY = { communityId: 'raosai' }
const MEALS = { scopes: [{ service: 'canteen' as const, powers: ['read' as const, 'file' as const] }] }

let server: TestServer
let service: BookedBeside
let [mother, daughter, keeper]: Client[] = []
const world = () => ({ scheduling: server.app.scheduling, service })

beforeAll(async () => {
  server = await startTestServer()
  service = takeBookingsBeside(server.app.scheduling)
})
const newResident = async () => server.signIn(await addPerson(server, 'resident', COMMUNITY))
beforeEach(async () => {
  server.clock.set(START)
  ;[mother, daughter, keeper] = await Promise.all([newResident(), newResident(), newResident()])
})
afterAll(() => server.stop())

const one = (client: Client | undefined): Client => {
  if (!client) throw new Error('nobody signed in')
  return client
}
const codeOf = async (client: Client | undefined, ...call: Parameters<Client['attempt']>) =>
  (await one(client).attempt(...call)).code
const minutes = (count: number) => server.clock.advance({ hours: count / 60 })

describe('a seat that is held', () => {
  test('is kept for ten minutes, longer with each tap, and for half an hour in all', async () => {
    const hold = await heldBy(one(mother), await service.addSlot(1))
    const [booking] = (await one(mother).call('listMyBookings')).items
    expect(booking).toMatchObject({ state: 'held', canExtend: true, canCancel: false, code: null, waitlist: null })
    expect(booking?.expiresAt).toBe('2026-11-23T02:10:00.000Z')
    minutes(9)
    expect((await one(mother).call('extendHold', hold)).expiresAt).toBe('2026-11-23T02:19:00.000Z')
    minutes(9)
    await one(mother).call('extendHold', hold)
    minutes(9)
    const last = await one(mother).call('extendHold', hold)
    expect(last).toMatchObject({ expiresAt: '2026-11-23T02:30:00.000Z', canExtend: false })
    minutes(4)
    expect(await codeOf(mother, 'extendHold', hold)).toBe('hold_expired')
  })

  test('is free for the next when it is given back, and what is booked is not given back so', async () => {
    const slot = await service.addSlot(1)
    const hold = await heldBy(one(mother), slot)
    expect(await codeOf(daughter, 'holdSlot', { params: { ...slot }, body: {} })).toBe('slot_full')
    expect(await one(mother).call('releaseHold', hold)).toMatchObject({ state: 'cancelled' })
    await heldBy(one(daughter), slot)
    const booked = await bookedBy(server.app.scheduling, one(mother).personId, await service.addSlot(1))
    expect(await codeOf(mother, 'releaseHold', booked)).toBe('booking_changed')
  })

  test('is taken once, however often the phone sends it', async () => {
    const slot = await service.addSlot(5)
    const headers = { 'Idempotency-Key': 'the-same-hold-again' }
    const call = { params: { ...slot }, body: {} }
    const answers = await Promise.all([1, 2, 3].map(() => one(mother).attempt('holdSlot', call, headers)))
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect(await codeOf(mother, 'holdSlot', call)).toBe('already_booked')
  })

  test('of a slot that is not there, or of another community, is none', async () => {
    const slot = await service.addSlot(1)
    const missing = { ...slot, slotId: '0199f000-0000-7000-8000-000000000009' }
    expect(await codeOf(mother, 'holdSlot', { params: missing, body: {} })).toBe('not_found')
    expect(await codeOf(mother, 'holdSlot', { params: { ...slot, communityId: 'ejietang' }, body: {} })).toBe(
      'not_found',
    )
  })
})

test('somebody else’s booking is not there, whatever one tries with it', async () => {
  const hold = await heldBy(one(mother), await service.addSlot(1))
  for (const operation of ['extendHold', 'releaseHold', 'acceptOffer', 'declineOffer', 'leaveWaitlist'] as const) {
    expect([operation, await codeOf(daughter, operation, hold)]).toEqual([operation, 'not_found'])
  }
  expect((await one(daughter).call('listMyBookings')).items).toEqual([])
})

describe('who waits', () => {
  test('sees the place and the published reason for it, and leaves when they like', async () => {
    const { waiting } = await waitingBehind(world(), one(mother).personId, one(keeper))
    const [booking] = (await one(mother).call('listMyBookings')).items
    expect(booking).toMatchObject({
      state: 'waitlisted',
      waitlist: { position: 1, reason: '住在本社区的，按报名先后' },
    })
    expect(await one(mother).call('leaveWaitlist', waiting)).toMatchObject({ state: 'cancelled', waitlist: null })
    expect(await codeOf(mother, 'leaveWaitlist', waiting)).toBe('booking_changed')
  })

  test('answers an offer once and in time', async () => {
    const offer = await offeredTo(world(), one(mother).personId, one(keeper))
    expect((await one(mother).call('listMyBookings')).items[0]).toMatchObject({
      state: 'offered',
      canAnswerOffer: true,
    })
    expect(await one(mother).call('acceptOffer', offer)).toMatchObject({ state: 'booked', canCancel: true })
    expect(service.told.at(-1)).toEqual(['accepted', offer.params.bookingId])
    expect(await codeOf(mother, 'acceptOffer', offer)).toBe('booking_changed')
    const late = await offeredTo(world(), one(daughter).personId, one(keeper))
    minutes(121)
    expect(await codeOf(daughter, 'acceptOffer', late)).toBe('offer_expired')
  })

  test('leaves a declined seat to the next', async () => {
    const offer = await offeredTo(world(), one(mother).personId, one(keeper))
    expect(await one(mother).call('declineOffer', offer)).toMatchObject({ state: 'cancelled' })
  })
})

describe('the list of bookings', () => {
  test('has the next one first, and what is over or given up the newest first, page by page', async () => {
    const ids: string[] = []
    for (let count = 0; count < 5; count += 1) {
      ids.push((await bookedBy(server.app.scheduling, one(mother).personId, await service.addSlot(1))).params.bookingId)
    }
    const past = await heldBy(one(mother), await service.addSlot(1))
    await one(mother).call('releaseHold', past)
    const pagesOf = async (when: 'coming' | 'past') => {
      const found: string[] = []
      let cursor: string | undefined
      do {
        const page = await one(mother).call('listMyBookings', { query: { when, limit: 2, ...(cursor && { cursor }) } })
        found.push(...page.items.map(({ id }) => id))
        cursor = page.nextCursor ?? undefined
      } while (cursor)
      return found
    }
    expect(await pagesOf('coming')).toEqual(ids)
    expect(await pagesOf('past')).toEqual([past.params.bookingId])
    server.clock.set('2026-11-29T02:00:00.000Z')
    expect(await pagesOf('coming')).toEqual([])
    expect(await pagesOf('past')).toEqual([past.params.bookingId, ...ids.toReversed()])
    expect(await codeOf(mother, 'listMyBookings', { query: { cursor: 'nonsense' } })).toBe('validation_failed')
  })

  test('has a meal that was eaten among what is over, though its time is not', async () => {
    const { params } = await bookedBy(server.app.scheduling, one(mother).personId, await service.addSlot(1))
    await inTransaction(server.app.scheduling.db, server.clock.now(), PLAIN_WRITE, (trx) =>
      makeBookingMove(
        server.app.scheduling,
        trx,
        { communityId: params.communityId, id: params.bookingId },
        { move: 'check_in', actorId: one(keeper).personId, now: server.clock.now() },
      ),
    )
    expect((await one(mother).call('listMyBookings', { query: { when: 'coming' } })).items).toEqual([])
    expect((await one(mother).call('listMyBookings', { query: { when: 'past' } })).items).toMatchObject([
      { id: params.bookingId, state: 'served' },
    ])
  })

  test('of the family has whom one may look after in that service, says whose it is, and ends with the grant', async () => {
    const { params } = await bookedBy(server.app.scheduling, one(mother).personId, await service.addSlot(1))
    const own = await bookedBy(server.app.scheduling, one(daughter).personId, await service.addSlot(1))
    const family = async () => (await one(daughter).call('listMyBookings', { query: { whose: 'family' } })).items
    const issuesAlone = { scopes: [{ service: 'issues' as const, powers: ['read' as const] }] }
    const other = await giveTo(one(daughter), one(mother), issuesAlone)
    expect((await family()).map(({ id }) => id)).toEqual([own.params.bookingId])
    await one(mother).call('revokeProxyGrant', { params: { grantId: other.id } })
    const grant = await giveTo(one(daughter), one(mother), MEALS)
    const listed = await family()
    expect(listed.map(({ id, forWhom }) => [id, forWhom.isYou])).toEqual([
      [params.bookingId, false],
      [own.params.bookingId, true],
    ])
    // To cancel is more than to look and to book.
    expect(listed.map(({ canCancel }) => canCancel)).toEqual([false, true])
    expect((await one(daughter).call('listMyBookings')).items).toHaveLength(1)
    await one(mother).call('revokeProxyGrant', { params: { grantId: grant.id } })
    expect(await family()).toHaveLength(1)
  })
})

test('a proxy books for somebody in the services of the grant, and answers for them only where they may', async () => {
  await giveTo(one(daughter), one(mother), MEALS)
  const slot = await service.addSlot(1)
  const hold = await one(daughter).attempt('holdSlot', { params: { ...slot }, body: {} }, actingFor(one(mother)))
  expect(hold.status).toBe(201)
  expect((await one(mother).call('listMyBookings')).items).toHaveLength(1)
  const offer = await offeredTo(world(), one(mother).personId, one(keeper))
  expect(await codeOf(daughter, 'acceptOffer', offer, actingFor(one(mother)))).toBe('proxy_power_missing')

  const stranger = await newResident()
  await giveTo(stranger, one(mother), { scopes: [{ service: 'childcare', powers: ['read', 'file', 'manage'] }] })
  const other = { params: { ...(await service.addSlot(1)) }, body: {} }
  expect(await codeOf(stranger, 'holdSlot', other, actingFor(one(mother)))).toBe('proxy_power_missing')
  expect(await codeOf(stranger, 'acceptOffer', offer, actingFor(one(mother)))).toBe('not_found')
  const seen = await stranger.attempt('listMyBookings', {}, actingFor(one(mother)))
  expect(seen.body).toEqual({ items: [], nextCursor: null })
})

describe('the calendar of the coming bookings', () => {
  const read = (path: string) => server.send(path)

  test('stands at a secret address, names nobody, and has only what is booked and to come', async () => {
    const booked = await bookedBy(server.app.scheduling, one(mother).personId, await service.addSlot(1))
    await heldBy(one(mother), await service.addSlot(1))
    const { path } = await one(mother).call('saveMyCalendarFeed')
    const answer = await read(path)
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(answer.text.match(/BEGIN:VEVENT/g)).toHaveLength(1)
    expect(answer.text).toContain(`UID:${booked.params.bookingId}@little-bench`)
    expect(answer.text).toContain('SUMMARY:午餐')
    expect(answer.text).not.toContain('示范人员')
    server.clock.set('2026-11-29T02:00:00.000Z')
    expect((await read(path)).text).not.toContain('VEVENT')
  })

  test('is found no more once it is ended, or another is made; the server keeps no address', async () => {
    const first = await one(mother).call('saveMyCalendarFeed')
    const second = await one(mother).call('saveMyCalendarFeed')
    expect([(await read(first.path)).code, (await read(second.path)).status]).toEqual(['not_found', 200])
    const token = second.path.split('/').at(-1) ?? ''
    const kept = await server.sql<{ token_hash: string }>('select token_hash from calendar_feed')
    expect(kept.filter(({ token_hash: hash }) => hash.includes(token))).toEqual([])
    expect(await one(mother).call('endMyCalendarFeed')).toEqual({ hasEnded: true })
    expect(await one(mother).call('endMyCalendarFeed')).toEqual({ hasEnded: false })
    expect((await read(second.path)).code).toBe('not_found')
    expect((await read('/api/calendar-feeds/this-is-nobody-s-address')).code).toBe('not_found')
  })
})
