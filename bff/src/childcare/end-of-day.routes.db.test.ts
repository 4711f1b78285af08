import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  aFamily,
  bookOne,
  CENTRE,
  childrenOn,
  onBooking,
  RAOSAI,
  rosterOf,
  signInWorker,
  TUESDAY,
  tryToBook,
  waitFor,
} from '../../test/childcare.ts'
import { arrive, codeOf, EVENING, fetchedBy, LATE, MORNING, noticesOf, onTheDay } from '../../test/childcare-day.ts'
import type { Client } from '../../test/client.ts'
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

describe('a day on which the centre stays closed', () => {
  const close = (worker: Client, on = TUESDAY, headers = {}) =>
    worker.attempt('closeChildcareDay', { params: { ...RAOSAI, centreId: CENTRE }, body: { on } }, headers)

  test('every family that comes or waits is told, once, and nothing can be booked any more', async () => {
    const seated = [await aFamily(server, { bornIn: '2026-04' }), await aFamily(server, { bornIn: '2026-04' })]
    for (const family of seated) await bookOne(family)
    const waiting = await aFamily(server, { bornIn: '2026-04' })
    await waitFor(waiting)
    const worker = await signInWorker(server)
    expect(await rosterOf(worker)).toMatchObject({ canClose: true, toTell: 3 })
    const headers = { 'Idempotency-Key': uuidv7() }
    expect((await close(worker, TUESDAY, headers)).body).toEqual({ told: 3 })
    expect((await close(worker, TUESDAY, headers)).body).toEqual({ told: 3 })
    expect(await codeOf(close(worker))).toBe('slot_closed')
    for (const { guardian } of [...seated, waiting]) {
      await vi.waitFor(async () => {
        const { items } = await guardian.call('listInbox', { query: { limit: 50 } })
        expect(items.filter(({ kind }) => kind === 'slot_cancelled')).toHaveLength(1)
      })
    }
    const [counts] = await server.sql("select count(*)::int as open from booking where state <> 'cancelled'")
    expect(counts).toEqual({ open: 0 })
    expect(await codeOf(tryToBook(waiting.guardian, [waiting.child.id]))).toBe('slot_closed')
    expect(await rosterOf(worker)).toMatchObject({ canClose: false, toTell: 0 })
  })

  test('a child that is there already stays, and is fetched', async () => {
    const day = await onTheDay(server)
    await arrive(day)
    expect((await close(day.worker)).body).toEqual({ told: 0 })
    expect((await fetchedBy(day, {})).status).toBe(200)
  })

  test.each([
    ['2026-11-22', 'date_in_past'],
    ['2026-11-28', 'slot_closed'],
    ['2026-12-07', 'date_too_far'],
  ])('%s: %s', async (on, code) => {
    expect(await codeOf(close(await signInWorker(server), on))).toBe(code)
  })

  test('nobody closes the centre of another community', async () => {
    expect(await codeOf(close(await signInWorker(server, 'ejietang')))).toBe('not_found')
  })
})

describe('the end of the day', () => {
  const items = () =>
    server.sql(
      "select id, title, state, priority, requester_id, queue_id, confidentiality from work_item where service_code = 'child_not_picked_up'",
    )
  beforeEach(() =>
    server.sql("update work_item set service_code = 'childcare_day' where service_code = 'child_not_picked_up'"),
  )

  test('who came never counts as missed; who did not, does, and still arrives when a tablet comes back', async () => {
    const [came, missed] = [await bookOne(await aFamily(server)), await bookOne(await aFamily(server))]
    server.clock.set(MORNING)
    const worker = await signInWorker(server)
    await arrive({ worker, booking: came })
    server.clock.set('2026-11-24T11:00:00.000Z')
    await server.app.doWhatIsDue()
    const states = () => childrenOn(worker).then((children) => children.map(({ state }) => state).toSorted())
    expect(await states()).toEqual(['no_show', 'served'])
    await arrive({ worker, booking: missed }, { at: MORNING })
    expect(await states()).toEqual(['served', 'served'])
  })

  test('a child that nobody has fetched half an hour after the end is an item of its own, once, and the family is told', async () => {
    const day = await onTheDay(server)
    await arrive(day)
    server.clock.set('2026-11-24T09:59:00.000Z')
    await server.app.doWhatIsDue()
    expect(await items()).toEqual([])
    server.clock.set(LATE)
    await server.app.doWhatIsDue()
    await server.app.doWhatIsDue()
    expect(await items()).toMatchObject([
      {
        title: '孩子无人接',
        priority: 3,
        requester_id: day.guardian.personId,
        queue_id: 'raosai-childcare',
        confidentiality: 'confidential',
      },
    ])
    expect((await noticesOf(day, 2)).at(-1)).toContain('还没有人接')
    const listed = await day.worker.call('listQueueItems', {
      params: { queueId: 'raosai-childcare' },
      query: { view: 'open', limit: 50 },
    })
    expect(listed.items.some(({ serviceCode }) => serviceCode === 'child_not_picked_up')).toBe(true)
  })

  test('whoever should have fetched the child cannot call the alarm off', async () => {
    const day = await onTheDay(server)
    await arrive(day)
    server.clock.set(LATE)
    await server.app.doWhatIsDue()
    const [item] = await server.sql<{ id: string; version: number }>(
      "select id, version from work_item where service_code = 'child_not_picked_up'",
    )
    const withdrawing = day.guardian.attempt('moveWorkItem', {
      params: { ...RAOSAI, workItemId: item?.id ?? '' },
      body: { move: 'withdraw', version: item?.version ?? 0 },
    })
    expect(await codeOf(withdrawing)).toBe('move_not_allowed')
    expect(await items()).toMatchObject([{ state: 'queued' }])
  })

  test('of a child of the morning nobody waits for the afternoon that its family has called off', async () => {
    const family = await aFamily(server)
    const morning = await bookOne(family, { session: 'morning' })
    const afternoon = await bookOne(family, { session: 'afternoon' })
    server.clock.set(MORNING)
    const worker = await signInWorker(server)
    await arrive({ worker, booking: morning })
    server.clock.set('2026-11-24T05:30:00.000Z')
    await server.app.doWhatIsDue()
    expect(await items()).toEqual([])
    await family.guardian.attempt('reportAbsence', onBooking(afternoon.id, { reason: 'family' }))
    await server.app.doWhatIsDue()
    expect(await items()).toHaveLength(1)
  })

  test('a child that never came to the afternoon is missed there half an hour after it began', async () => {
    const family = await aFamily(server)
    const morning = await bookOne(family, { session: 'morning' })
    await bookOne(family, { session: 'afternoon' })
    server.clock.set(MORNING)
    await arrive({ worker: await signInWorker(server), booking: morning })
    server.clock.set('2026-11-24T07:00:00.000Z')
    await server.app.doWhatIsDue()
    expect(await items()).toHaveLength(1)
  })

  test('two processes that look at the same moment make one item', async () => {
    const day = await onTheDay(server)
    await arrive(day)
    server.clock.set(LATE)
    await Promise.all([server.app.doWhatIsDue(), server.app.doWhatIsDue()])
    expect(await items()).toHaveLength(1)
  })

  test('nobody is alarmed for a child that was fetched, or that stays for the afternoon', async () => {
    const fetched = await onTheDay(server)
    await arrive(fetched)
    await fetchedBy(fetched, {})
    server.clock.set(START)
    const family = await aFamily(server)
    const morning = await bookOne(family, { session: 'morning' })
    const afternoon = await bookOne(family, { session: 'afternoon' })
    server.clock.set(MORNING)
    const worker: Client = await signInWorker(server)
    await arrive({ worker, booking: morning })
    server.clock.set('2026-11-24T06:00:00.000Z')
    await arrive({ worker, booking: afternoon })
    server.clock.set(EVENING)
    await server.app.doWhatIsDue()
    expect(await items()).toEqual([])
  })
})
