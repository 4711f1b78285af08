import { RETENTION } from '@little-bench/shared/privacy/retention'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { keepSignedIn, untilDelivered } from '../../test/desk.ts'
import { everythingKept } from '../../test/everything-kept.ts'
import { itemIn, type Raosai, type Receipt, signInRaosai } from '../../test/factories.ts'
import { order, sittingOn } from '../../test/meals.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'
import { WORDS_GONE } from '../issues/personal-data.ts'
import { composeInventory } from '../personal-inventory.ts'
import { NOBODY_ID } from '../platform/db/personal-data.ts'
import { listDue } from './expire.service.ts'

const INVENTORY = composeInventory(() => Promise.resolve())

let server: TestServer
let people: Raosai
let closed: Receipt
let open: Receipt

beforeAll(async () => {
  server = await startTestServer()
  people = await signInRaosai(server)
  open = await itemIn(people, 'accepted', { description: '还在办的那一件。' })
  closed = await itemIn(people, 'closed', { description: '早就办完的那一件。' })
  await server.sql('update issue set lat = 29.655, lng = 91.135')
  await order(people.resident, await sittingOn(people.resident))
  await people.resident.call('withdrawConsent', { params: { purpose: 'position' } })
  await server.sql('update issue set lat = 29.655, lng = 91.135')
  await people.resident.call('giveConsent', { body: { purpose: 'account', version: '2026-11-28' } })
  await people.resident.call('requestDeletion', { params: { communityId: 'raosai' }, body: { about: 'bookings' } })
  await untilDelivered(server)
  await keepSignedIn(server)
})
beforeEach(() => server.clock.set(START))
afterAll(() => server.stop())

const issueOf = async ({ id }: Receipt) => {
  const [issue] = await server.sql<{ description: string; lat: number | null; reporter_id: string }>(
    'select description, lat, reporter_id from issue where id = $1',
    [id],
  )
  return issue
}
/** A night so many days after the first. */
const nightAfter = async (days: number) => {
  server.clock.set(START)
  server.clock.advance({ days })
  await server.app.forgetWhatHasExpired()
}
const rowsIn = async (table: string): Promise<number> => (await server.sql(`select 1 from ${table}`)).length

test('counting what is due changes nothing', async () => {
  server.clock.advance({ days: 2_000 })
  const before = await everythingKept(server)
  const due = await listDue(server.app.context.db, INVENTORY, server.clock.now())
  expect(due.find(({ table, rule }) => table === 'issue' && rule === 'item')).toMatchObject({ does: 'forget', due: 1 })
  expect(due.find(({ table }) => table === 'inbox_message')?.due).toBeGreaterThan(0)
  expect(await everythingKept(server)).toEqual(before)
})

test('a position goes when its rule says so, not a day before, and only where all is over', async () => {
  await nightAfter(RETENTION.position.days - 1)
  expect((await issueOf(closed))?.lat).not.toBeNull()
  await nightAfter(RETENTION.position.days + 1)
  expect([(await issueOf(closed))?.lat, (await issueOf(open))?.lat]).toEqual([null, 29.655])
  expect((await issueOf(closed))?.description).toBe('早就办完的那一件。')
})

test('messages and meals go after a year', async () => {
  await nightAfter(RETENTION.message.days - 2)
  expect([await rowsIn('inbox_message'), await rowsIn('meal_order')]).toEqual([expect.any(Number), 1])
  expect(await rowsIn('inbox_message')).toBeGreaterThan(0)
  await nightAfter(RETENTION.booking.days + 3)
  expect([await rowsIn('inbox_message'), await rowsIn('meal_order')]).toEqual([0, 0])
})

test('what is over forgets whose it was after three years; what is open never does', async () => {
  await nightAfter(RETENTION.item.days + 1)
  expect(await issueOf(closed)).toMatchObject({ description: WORDS_GONE, reporter_id: NOBODY_ID })
  expect(await issueOf(open)).toMatchObject({
    description: '还在办的那一件。',
    reporter_id: people.resident.personId,
  })
  const [item] = await server.sql<{ requester_id: string }>('select requester_id from work_item where id = $1', [
    closed.workItemId,
  ])
  expect(item?.requester_id).toBe(NOBODY_ID)
  const words = await server.sql(
    "select 1 from work_item_words where work_item_id = $1 and subject || said || heard <> ''",
    [closed.workItemId],
  )
  expect(words).toEqual([])
})

test('a consent in force and a request that is not answered stay for ever', async () => {
  await nightAfter(4_000)
  expect(await server.sql('select purpose from consent order by purpose')).toEqual([{ purpose: 'account' }])
  expect(await rowsIn('privacy_request')).toBe(1)
})

test('when a night is over nothing is due any more', async () => {
  await nightAfter(4_000)
  const due = await listDue(server.app.context.db, INVENTORY, server.clock.now())
  expect(due.filter((rows) => rows.due > 0)).toEqual([])
})
