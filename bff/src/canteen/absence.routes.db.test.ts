import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { personIdOf } from '../../test/factories.ts'
import { actingFor, giveTo, sitTogether } from '../../test/grants.ts'
import { addEater, CANTEEN, kitchenOf, type MealOrder, order, orderOf, RAOSAI, sittingOn } from '../../test/meals.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
beforeEach(() => server.clock.set(START))
afterAll(() => server.stop())

const COMMUNITY = { params: RAOSAI }
const DAYS = ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'] as const
const agree = (client: Client, checker: 'family' | 'grid_worker') =>
  client.call('saveAbsenceCheck', { ...COMMUNITY, body: { isOn: true, checker, consents: true } })

/** Orders a lunch on each of these days and comes only on those of `comes`. */
const goThrough = async (
  eater: Client,
  days: readonly string[],
  comes: readonly string[] = [],
): Promise<MealOrder[]> => {
  const ordered = new Map<string, MealOrder>()
  for (const on of days) ordered.set(on, await order(eater, await sittingOn(eater, 'lunch', on)))
  for (const on of days) {
    server.clock.set(`${on}T04:00:00.000Z`)
    const made = ordered.get(on)
    if (made && comes.includes(on)) await comeFor(made)
    server.clock.set(`${on}T09:00:00.000Z`)
    await server.app.doWhatIsDue()
  }
  return [...ordered.values()]
}
const comeFor = async ({ id, slotId }: MealOrder): Promise<void> => {
  const body = { way: 'name' as const, slotId, orderId: id }
  await (await kitchenOf(server)).call('checkInMeal', { params: CANTEEN, body })
}
const toldOf = async ({ personId }: Client): Promise<string[]> => {
  const { items } = await (await server.signIn(personId)).call('listInbox', { query: {} })
  return items.filter(({ kind }) => kind === 'absence_check').map(({ text }) => text)
}
const itemsOf = ({ personId }: Client) =>
  server.sql(
    "select title, queue_id, confidentiality from work_item where requester_id = $1 and service_code = 'absence_check'",
    [personId],
  )
const familyOf = async (eater: Client): Promise<Client> => {
  const daughter = await addEater(server)
  await giveTo(daughter, eater, { scopes: [{ service: 'canteen', powers: ['read'] }] })
  return daughter
}

test('without consent nobody learns that somebody did not come', async () => {
  const eater = await addEater(server)
  const daughter = await familyOf(eater)
  await goThrough(eater, DAYS)
  expect(await toldOf(daughter)).toEqual([])
  expect(await itemsOf(eater)).toEqual([])
})

test('twice in a row, and the family that may look is told; not once, and not for each further meal', async () => {
  const eater = await addEater(server)
  const [daughter, stranger] = [await familyOf(eater), await addEater(server)]
  expect(await agree(eater, 'family')).toMatchObject({ isOn: true, checker: 'family', hasFamily: true })
  await goThrough(eater, DAYS.slice(0, 1))
  expect(await toldOf(daughter)).toEqual([])
  server.clock.set(START)
  const again = await server.signIn(eater.personId)
  await goThrough(again, DAYS.slice(1, 3))
  await expect.poll(() => toldOf(daughter)).toHaveLength(1)
  expect(await toldOf(stranger)).toEqual([])
  const [told] = await toldOf(daughter)
  expect(told).toMatch(/^\S+连着两次订了餐没有来取/)
})

test('a check-in that is taken back after the meal was missed asks nobody a second time', async () => {
  const eater = await addEater(server)
  const daughter = await familyOf(eater)
  await agree(eater, 'family')
  const missed = (await goThrough(eater, DAYS.slice(0, 2))).at(-1)
  if (!missed) throw new Error('no meal')
  await expect.poll(() => toldOf(daughter)).toHaveLength(1)
  await comeFor(missed)
  await (await kitchenOf(server)).call('undoMealCheckIn', orderOf(missed))
  await server.app.doWhatIsDue()
  expect(await server.sql('select state from booking where id = $1', [missed.id])).toEqual([{ state: 'no_show' }])
  const notices = await server.sql("select id from inbox_message where kind = 'absence_check' and person_id = $1", [
    daughter.personId,
  ])
  expect(notices).toHaveLength(1)
})

test('whoever comes in between is not asked after', async () => {
  const eater = await addEater(server)
  const daughter = await familyOf(eater)
  await agree(eater, 'family')
  await goThrough(eater, DAYS.slice(0, 3), [DAYS[1]])
  expect(await toldOf(daughter)).toEqual([])
})

test('the grid worker gets an item that only says what it is, in the cell where they live', async () => {
  const eater = await addEater(server)
  await agree(eater, 'grid_worker')
  await goThrough(eater, DAYS.slice(0, 2))
  await expect
    .poll(() => itemsOf(eater))
    .toEqual([{ title: '订餐未到，上门看看', queue_id: 'raosai-grid-1', confidentiality: 'confidential' }])
})

test('a consent that was taken back counts for nothing, and is gone', async () => {
  const eater = await addEater(server)
  await agree(eater, 'grid_worker')
  const off = await eater.call('saveAbsenceCheck', { ...COMMUNITY, body: { isOn: false } })
  expect(off).toMatchObject({ isOn: false, checker: null, consentedAt: null })
  expect(await server.sql('select person_id from absence_check where person_id = $1', [eater.personId])).toEqual([])
  await goThrough(eater, DAYS.slice(0, 2))
  expect(await itemsOf(eater)).toEqual([])
})

test('nobody agrees for somebody else, but the counter writes down what the person says beside it', async () => {
  const [eater, staff] = [await addEater(server), await server.signIn(personIdOf(server, 'community_staff', RAOSAI))]
  const daughter = await familyOf(eater)
  const body = { isOn: true, checker: 'family', consents: true }
  const byProxy = await daughter.attempt('saveAbsenceCheck', { ...COMMUNITY, body }, actingFor(eater))
  expect(byProxy.code).toBe('not_delegable')
  const unsaid = await eater.attempt('saveAbsenceCheck', { ...COMMUNITY, body: { ...body, consents: false } })
  expect(unsaid.code).toBe('consent_missing')
  await sitTogether(server, staff, eater)
  expect((await staff.attempt('saveAbsenceCheck', { ...COMMUNITY, body }, actingFor(eater))).status).toBe(200)
  const [kept] = await server.sql('select consented_with from absence_check where person_id = $1', [eater.personId])
  expect(kept).toEqual({ consented_with: staff.personId })
})
