import { MAX_CHILDREN } from '@little-bench/shared/people/child.contract'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  aChild,
  aGuardian,
  bookOne,
  childrenOn,
  RAOSAI,
  saveChild,
  signInWorker,
  TUESDAY,
} from '../../test/childcare.ts'
import type { Client } from '../../test/client.ts'
import { everythingStored } from '../../test/counter.ts'
import { personIdOf } from '../../test/factories.ts'
import { actingFor, giveTo, sitTogether } from '../../test/grants.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let guardian: Client

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.set(START)
  guardian = await aGuardian(server)
})

const listed = async (client = guardian) => (await client.call('listChildren', { params: RAOSAI })).items
const address = (childId: string) => ({ params: { ...RAOSAI, childId } })
const trySave = async (changes: object) =>
  (await guardian.attempt('saveChild', { params: RAOSAI, body: { ...aChild(), ...changes } })).code

test('a child is written down, sealed, and read by its guardian alone', async () => {
  const saved = await saveChild(guardian, { nickname: '示范名字甲', allergies: '示范过敏乙' })
  expect(saved).toMatchObject({ bornIn: '2025-05', ageMonths: 18, consentedAt: START })
  expect(await listed()).toEqual([saved])
  expect(await listed(await aGuardian(server))).toEqual([])
  const stored = await everythingStored(server)
  const words = ['示范名字甲', '示范过敏乙', '示范奶奶', '08910000789']
  expect(words.filter((word) => stored.includes(word))).toEqual([])
  expect(server.logged()).not.toContain('示范名字甲')
})

test('a correction takes the place of what was written, and who is left out may not fetch the child any more', async () => {
  const { id, pickUps } = await saveChild(guardian)
  const [grandmother] = pickUps
  const uncle = { name: '示范舅舅', relation: 'relative' as const }
  const changed = await saveChild(guardian, {
    childId: id,
    allergies: '',
    pickUps: [{ ...uncle }, { id: grandmother?.id, name: '示范奶奶（左手边）', relation: 'grandparent' }],
  })
  expect(changed).toMatchObject({ id, allergies: null })
  expect(changed.pickUps.find(({ name }) => name === '示范奶奶（左手边）')?.id).toBe(grandmother?.id)
  const last = await saveChild(guardian, { childId: id, pickUps: [] })
  expect(last.pickUps).toEqual([])
  expect(await listed()).toHaveLength(1)
})

test('the id of somebody on another list makes somebody new, and changes nobody there', async () => {
  const theirs = await saveChild(await aGuardian(server))
  const [foreign] = theirs.pickUps
  const own = await saveChild(guardian, { pickUps: [{ id: foreign?.id, name: '示范外人', relation: 'friend' }] })
  expect(own.pickUps[0]?.id).not.toBe(foreign?.id)
})

test.each([
  ['consent_missing', { consents: false }],
  ['fact_value_impossible', { bornIn: '2026-12' }],
  ['fact_value_impossible', { bornIn: '2010-11' }],
  ['validation_failed', { bornIn: '2025-13' }],
  ['validation_failed', { bornIn: '2025-05-03' }],
  ['validation_failed', { nickname: ' ' }],
  ['validation_failed', { nickname: '名'.repeat(21) }],
  ['validation_failed', { pickUps: Array.from({ length: 7 }, () => ({ name: '示范', relation: 'friend' })) }],
  ['unknown_child', { childId: uuidv7() }],
])('%s: %o is refused and nothing is kept', async (code, changes) => {
  expect(await trySave(changes)).toBe(code)
  expect(await listed()).toEqual([])
})

test('nobody changes or removes a child of somebody else, nor reads who read of it', async () => {
  const { id } = await saveChild(await aGuardian(server))
  expect(await trySave({ childId: id })).toBe('unknown_child')
  expect((await guardian.attempt('removeChild', address(id))).code).toBe('not_found')
  expect((await guardian.attempt('listChildReads', address(id))).code).toBe('not_found')
})

test('a guardian has eight children at most, however fast they are written down', async () => {
  const codes = await Promise.all(Array.from({ length: MAX_CHILDREN + 3 }, () => trySave({})))
  expect(codes.filter((code) => code === undefined)).toHaveLength(MAX_CHILDREN)
  expect(codes.filter((code) => code === 'too_many_children')).toHaveLength(3)
  expect(await listed()).toHaveLength(MAX_CHILDREN)
})

test('a child that is removed leaves no word, and its record of who read of it goes with it', async () => {
  const child = await saveChild(guardian)
  expect(await guardian.call('removeChild', address(child.id))).toEqual({ hasRemoved: true })
  expect(await listed()).toEqual([])
  const [row] = await server.sql('select sealed_nickname, sealed_born_in, sealed_allergies from child where id = $1', [
    child.id,
  ])
  expect(row).toEqual({ sealed_nickname: null, sealed_born_in: null, sealed_allergies: null })
  const names = await server.sql('select sealed_name, sealed_phone from child_pick_up where child_id = $1', [child.id])
  expect(names).toEqual([{ sealed_name: null, sealed_phone: null }])
  expect((await guardian.attempt('removeChild', address(child.id))).code).toBe('not_found')
})

test('a child with a booking to come stays until that is cancelled, and then takes the note of the booking with it', async () => {
  const child = await saveChild(guardian)
  const booking = await bookOne({ guardian, child }, { note: '午睡要抱着' })
  expect((await guardian.attempt('removeChild', address(child.id))).code).toBe('child_has_bookings')
  await guardian.call('cancelChildcareBooking', { params: { ...RAOSAI, bookingId: booking.id } })
  await guardian.call('removeChild', address(child.id))
  expect(await server.sql('select sealed_note from childcare_booking where id = $1', [booking.id])).toEqual([
    { sealed_note: null },
  ])
})

test('a child that is still at the centre after its time is not removed', async () => {
  const child = await saveChild(guardian)
  const booking = await bookOne({ guardian, child })
  server.clock.set('2026-11-24T01:00:00.000Z')
  const worker = await signInWorker(server)
  await worker.call('recordArrival', { params: { ...RAOSAI, bookingId: booking.id }, body: {} })
  server.clock.set('2026-11-24T13:00:00.000Z')
  expect((await guardian.attempt('removeChild', address(child.id))).code).toBe('child_has_bookings')
})

test('a child whose pick-up nobody wrote down is removed the day after', async () => {
  const child = await saveChild(guardian)
  const booking = await bookOne({ guardian, child })
  server.clock.set('2026-11-24T01:00:00.000Z')
  const worker = await signInWorker(server)
  await worker.call('recordArrival', { params: { ...RAOSAI, bookingId: booking.id }, body: {} })
  server.clock.set('2026-11-24T16:00:00.000Z')
  expect((await guardian.attempt('removeChild', address(child.id))).status).toBe(200)
})

test('the month of birth stays while the child is booked, because its group follows from it; the rest may change', async () => {
  const child = await saveChild(guardian)
  const booking = await bookOne({ guardian, child })
  expect(await trySave({ childId: child.id, bornIn: '2026-04' })).toBe('birth_month_in_use')
  expect(await trySave({ childId: child.id, nickname: '示范大名' })).toBeUndefined()
  await guardian.call('cancelChildcareBooking', { params: { ...RAOSAI, bookingId: booking.id } })
  expect(await trySave({ childId: child.id, bornIn: '2026-04' })).toBeUndefined()
})

test('whoever books and whoever removes at the same moment come one after the other', async () => {
  const child = await saveChild(guardian)
  const [booked, removed] = await Promise.all([
    guardian.attempt('bookChildcare', {
      params: RAOSAI,
      body: { childIds: [child.id], centreId: 'raosai-childcare', on: TUESDAY, session: 'morning' },
    }),
    guardian.attempt('removeChild', address(child.id)),
  ])
  expect([
    [201, 'child_has_bookings'],
    ['unknown_child', 200],
  ]).toContainEqual([booked.code ?? booked.status, removed.code ?? removed.status])
})

test('the guardian reads which staff read of the child, why and for which day', async () => {
  const child = await saveChild(guardian)
  await bookOne({ guardian, child })
  const worker = await signInWorker(server)
  await childrenOn(worker)
  expect((await guardian.call('listChildReads', address(child.id))).items).toEqual([
    { at: START, by: '绕赛社区托育人员（示范）', reason: 'day_roster', on: TUESDAY },
  ])
})

test('a proxy with the power for childcare may write, one without it may not, and the counter leaves a line', async () => {
  const daughter = await aGuardian(server)
  await giveTo(daughter, guardian, { scopes: [{ service: 'childcare', powers: ['read'] }] })
  const { id } = await saveChild(guardian)
  const headers = actingFor(guardian)
  expect((await daughter.call('listChildren', { params: RAOSAI }, headers)).items.map((child) => child.id)).toEqual([
    id,
  ])
  const written = await daughter.attempt('saveChild', { params: RAOSAI, body: aChild() }, headers)
  expect(written.code).toBe('proxy_power_missing')
  const staff = await server.signIn(personIdOf(server, 'community_staff', RAOSAI))
  await sitTogether(server, staff, guardian)
  await staff.call('listChildren', { params: RAOSAI }, headers)
  const reads = await server.sql('select reader_id from confidential_read where person_id = $1', [guardian.personId])
  expect(reads).toEqual([{ reader_id: staff.personId }])
})
