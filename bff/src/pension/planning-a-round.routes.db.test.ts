import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Client } from '../../test/client.ts'
import { addPerson, personIdOf } from '../../test/factories.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'
import {
  anElder,
  type Card,
  cardOf,
  MONDAY,
  ON_TUESDAY,
  onVisit,
  PLACE,
  plan,
  plannedFor,
  RAOSAI,
  record,
  request,
  roundsOf,
  signInToVisits,
  stateOf,
  TUESDAY,
  tryPlan,
  type Visits,
  versionOf,
  visitsIn,
  WEDNESDAY,
} from '../../test/visits.ts'

let server: TestServer
let people: Visits
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.set(START)
  await server.sql('truncate home_visit, home_visit_event, home_visit_outcome, visit_round cascade')
  people = await signInToVisits(server)
})

const askFor = async (changes: Parameters<typeof request>[1] = {}): Promise<{ elder: Client; card: Card }> => {
  const elder = await anElder(server)
  await request(elder, changes)
  return { elder, card: await cardOf(elder) }
}
const planned = async (...args: Parameters<typeof tryPlan>) => {
  const { code, status } = await tryPlan(...args)
  return code ?? status
}
const waiting = async () => (await people.planner.call('listHomeVisits', { params: RAOSAI })).items
const toldOf = (client: Client, count: number): Promise<string[]> =>
  vi.waitFor(
    async () => {
      const { items } = await client.call('listInbox', { query: { limit: 50 } })
      const told = items.filter(({ kind }) => kind.startsWith('visit_')).map(({ text }) => text)
      if (told.length < count) throw new Error(`${told.length} of ${count} notices`)
      return told.toReversed()
    },
    { timeout: 10_000, interval: 100 },
  )

test('who waits is listed by when they asked: where, and not why; with everybody who can go there', async () => {
  const { card } = await askFor()
  server.clock.advance({ hours: 1 })
  await askFor({ placeId: 'raosai-small-square' as never, needsInterpreter: true })
  const { items, visitors } = await people.planner.call('listHomeVisits', { params: RAOSAI })
  expect(items).toMatchObject([
    {
      id: card.id,
      state: 'requested',
      placeName: '东孜苏3巷7号（米吉林大院）',
      dueOn: '2026-12-31',
      needsInterpreter: false,
    },
    { needsInterpreter: true },
  ])
  expect(visitors.map(({ id }) => id)).toEqual(
    expect.arrayContaining([people.visitor.personId, people.otherVisitor.personId, people.planner.personId]),
  )
  expect(visitors.map(({ id }) => id)).not.toContain(personIdOf(server, 'kitchen', RAOSAI))
})

test('a round is one piece of work, and each elder is told once and has a code of their own', async () => {
  const [one, other] = [await askFor(), await askFor()]
  const round = await plan(server, people.planner, { visitor: people.visitor }, [one.card, other.card])
  expect(round).toMatchObject({ on: TUESDAY, capacity: 8, workItem: { state: 'queued' } })
  const again = await plan(server, people.planner, { visitor: people.visitor }, [one.card, other.card])
  expect(again.workItem).toEqual(round.workItem)
  expect(await waiting()).toEqual([])
  const cards = [await cardOf(one.elder), await cardOf(other.elder)]
  expect(cards[0]).toMatchObject({ state: 'planned', on: TUESDAY, from: 600, until: 720 })
  expect(cards[0]?.code).not.toBe(cards[1]?.code)
  const text = '有人上门给示范老人办认证：11月24日，10:00到12:00。打开看上门卡，来人要说得出卡上的暗号。'
  expect(await toldOf(one.elder, 1)).toEqual([text])
})

test('the card shows who comes: name, role and photo', async () => {
  const { card } = await plannedFor(server, people)
  expect(card.visitor).toMatchObject({ name: '绕赛社区上门服务人员（示范）', role: '上门服务人员' })
  expect(card.visitor?.photoUrl).toMatch(/^data:image\/png;base64,/)
})

test('who works there no more is nobody to open to', async () => {
  const visitor = { personId: await addPerson(server, 'visiting_worker', { ...RAOSAI, gridCellId: 'raosai-1' }) }
  const { elder, card } = await askFor()
  await plan(server, people.planner, { visitor }, [card])
  await server.sql('delete from role_assignment where person_id = $1', [visitor.personId])
  expect((await cardOf(elder)).visitor).toBeNull()
})

test('the work of a round names nobody who is visited, and is in the queue of the visits', async () => {
  const { card } = await plannedFor(server, people)
  const [item] = await server.sql<{ title: string; queue_id: string; requester_id: string | null }>(
    'select title, queue_id, requester_id from work_item item join visit_round round on round.work_item_id = item.id',
  )
  expect(item).toMatchObject({ queue_id: 'raosai-pension', requester_id: null })
  expect(item?.title).toBe('上门认证：2026-11-24 绕赛社区上门服务人员（示范）')
  expect(await stateOf(server, card)).toBe('planned')
})

test('courtyards are shown in the order in which somebody comes', async () => {
  const [late, early] = [await askFor(), await askFor({ placeId: 'raosai-small-square' as never })]
  const round = await plan(server, people.planner, { visitor: people.visitor }, [
    { id: late.card.id, from: 840, until: 900 },
    { id: early.card.id, from: 600, until: 660 },
  ])
  expect(visitsIn([round]).map(({ id }) => id)).toEqual([early.card.id, late.card.id])
})

describe('what is refused changes nothing', () => {
  test.each([
    ['a day that has passed', { on: '2026-11-22' }, {}, 'date_in_past'],
    ['before the hours', {}, { from: 500, until: 600 }, 'slot_closed'],
    ['after the hours', {}, { from: 1020, until: 1440 }, 'slot_closed'],
    ['an hour of today that is over', { on: MONDAY }, { from: 570, until: 600 }, 'slot_closed'],
    ['an older version', {}, { version: 99 }, 'visit_changed'],
  ])('%s', async (_what, key, stop, code) => {
    const { card } = await askFor()
    expect(await planned(server, people.planner, { visitor: people.visitor, ...key }, [{ id: card.id, ...stop }])).toBe(
      code,
    )
    expect(await stateOf(server, card)).toBe('requested')
    expect(await roundsOf(people.planner)).toEqual([])
  })

  test('a day that does not suit the elder', async () => {
    const { elder, card } = await askFor()
    await elder.call('rescheduleVisit', { params: onVisit(card), body: { notOn: [TUESDAY] } })
    expect(await planned(server, people.planner, { visitor: people.visitor }, [card])).toBe('slot_closed')
    expect(await planned(server, people.planner, { on: WEDNESDAY, visitor: people.visitor }, [card])).toBe(200)
  })

  test('more than a visitor can make in a day', async () => {
    const cards = await Promise.all(Array.from({ length: 9 }, async () => (await askFor()).card))
    expect(await planned(server, people.planner, { visitor: people.visitor }, cards)).toBe('round_full')
    expect(await planned(server, people.planner, { visitor: people.visitor }, cards.slice(1))).toBe(200)
    expect(await waiting()).toHaveLength(1)
  })

  test('somebody twice, and nobody at all', async () => {
    const { card } = await askFor()
    expect(await planned(server, people.planner, { visitor: people.visitor }, [card, card])).toBe('visit_changed')
    const nobody = { id: '0199f000-0000-7000-8000-0000000000ff', version: 1 }
    expect(await planned(server, people.planner, { visitor: people.visitor }, [nobody])).toBe('visit_changed')
  })

  test('somebody who does not go to people’s doors here', async () => {
    const { card } = await askFor()
    const elsewhere = { personId: personIdOf(server, 'grid_worker', { gridCellId: 'cisongtang-1' }) }
    const kitchen = { personId: personIdOf(server, 'kitchen', RAOSAI) }
    const left = { personId: await addPerson(server, 'visiting_worker', { ...RAOSAI, gridCellId: 'raosai-1' }) }
    await server.sql('delete from role_assignment where person_id = $1', [left.personId])
    for (const visitor of [elsewhere, kitchen, left, { personId: '0199f000-0000-7000-8000-0000000000ff' }]) {
      expect(await planned(server, people.planner, { visitor }, [card])).toBe('unknown_staff')
    }
  })

  test('by whoever does not plan here', async () => {
    const { card } = await askFor()
    for (const caller of [people.visitor, people.otherVisitor]) {
      expect(await planned(server, caller, { visitor: people.visitor }, [card])).toBe('forbidden')
      expect((await caller.attempt('listHomeVisits', { params: RAOSAI })).code).toBe('forbidden')
    }
    expect(await planned(server, people.elsewhere, { visitor: people.visitor }, [card])).toBe('not_found')
    expect((await people.elsewhere.attempt('listHomeVisits', { params: RAOSAI })).code).toBe('not_found')
    expect((await people.elsewhere.attempt('listVisitRounds', { params: RAOSAI })).code).toBe('not_found')
  })
})

describe('a round that is planned anew', () => {
  test('whom it leaves out waits again where they stood, and is told', async () => {
    const [one, other] = [await plannedFor(server, people), await plannedFor(server, people)]
    await plan(server, people.planner, { visitor: people.visitor }, [other.card])
    expect(await waiting()).toMatchObject([{ id: one.card.id, state: 'requested' }])
    expect(await cardOf(one.elder)).toMatchObject({ state: 'requested', code: null, visitor: null })
    expect(await toldOf(one.elder, 2)).toMatchObject([
      expect.stringContaining('有人上门'),
      expect.stringContaining('有变化'),
    ])
    // Nothing has changed for the other.
    expect(await cardOf(other.elder)).toEqual(other.card)
    expect(await toldOf(other.elder, 1)).toHaveLength(1)
  })

  test('another time is another code, and the elder is told', async () => {
    const { elder, card } = await plannedFor(server, people)
    await plan(server, people.planner, { visitor: people.visitor }, [{ id: card.id, from: 840, until: 900 }])
    const moved = await cardOf(elder)
    expect(moved).toMatchObject({ from: 840, until: 900 })
    expect(moved.code).not.toBe(card.code)
    expect((await toldOf(elder, 2))[1]).toContain('14:00到15:00')
  })

  test('a visit is in one round: in that of another visitor it leaves the first, whose work ends', async () => {
    const { elder, card } = await plannedFor(server, people)
    await plan(server, people.planner, { visitor: people.otherVisitor }, [card])
    expect((await cardOf(elder)).visitor?.role).toBe('网格员')
    const rounds = await roundsOf(people.planner)
    expect(rounds.map(({ visitor, workItem }) => [visitor.id, workItem?.state])).toEqual([
      [people.otherVisitor.personId, 'queued'],
    ])
    const left = 'select state from work_item join visit_round on work_item_id = work_item.id where visitor_id = $1'
    expect(await server.sql(left, [people.visitor.personId])).toEqual([{ state: 'closed' }])
    expect(await toldOf(people.visitor, 1)).toHaveLength(1)
  })

  test('an empty one is no work; filled again it is work anew', async () => {
    const { card } = await plannedFor(server, people)
    const [before] = await roundsOf(people.planner)
    const empty = await plan(server, people.planner, { visitor: people.visitor }, [])
    expect(empty).toMatchObject({ courtyards: [], workItem: { state: 'closed' } })
    const again = await plan(server, people.planner, { visitor: people.visitor }, [card])
    expect(again.workItem).toMatchObject({ state: 'queued' })
    expect(again.workItem?.id).not.toBe(before?.workItem?.id)
  })

  test('whom they have been to stays in it, and counts for what a day takes', async () => {
    const { card } = await plannedFor(server, people)
    server.clock.set(ON_TUESDAY)
    people = await signInToVisits(server)
    await record(people.visitor, card, 'done')
    const cards = await Promise.all(Array.from({ length: 8 }, async () => (await askFor()).card))
    expect(await planned(server, people.planner, { visitor: people.visitor }, cards)).toBe('round_full')
    const round = await plan(server, people.planner, { visitor: people.visitor }, [{ id: card.id }, ...cards.slice(1)])
    expect(visitsIn([round]).find(({ id }) => id === card.id)).toMatchObject({ state: 'done' })
    expect(visitsIn([round])).toHaveLength(8)
  })
})

test('what nobody made is planned again once its day has passed', async () => {
  const { card } = await plannedFor(server, people)
  expect(await waiting()).toEqual([])
  server.clock.set('2026-11-25T02:00:00.000Z')
  people = await signInToVisits(server)
  expect(await waiting()).toMatchObject([{ id: card.id, state: 'planned' }])
  await plan(server, people.planner, { on: WEDNESDAY, visitor: people.visitor }, [card])
  expect(await waiting()).toEqual([])
})

describe('at the same moment', () => {
  test('of two who plan one visit for two visitors one does', async () => {
    const { card } = await askFor()
    const version = await versionOf(server, card.id)
    const codes = await Promise.all(
      [people.visitor, people.otherVisitor, people.planner].map((visitor) =>
        planned(server, people.planner, { visitor }, [{ id: card.id, version }]),
      ),
    )
    expect(codes.filter((code) => code === 200)).toHaveLength(1)
    expect(codes.filter((code) => code === 'visit_changed')).toHaveLength(2)
    expect(visitsIn(await roundsOf(people.planner))).toHaveLength(1)
  })

  test('who cancels and who plans: the visit is cancelled, or was planned and then cancelled', async () => {
    for (const _round of Array.from({ length: 6 })) {
      const { elder, card } = await askFor()
      const version = await versionOf(server, card.id)
      const [plannedCode, cancelled] = await Promise.all([
        planned(server, people.planner, { visitor: people.visitor }, [{ id: card.id, version }]),
        elder.attempt('cancelHomeVisit', { params: onVisit(card) }),
      ])
      expect([200, 'visit_changed']).toContain(plannedCode)
      expect(cancelled.status).toBe(200)
      expect(await stateOf(server, card)).toBe('cancelled')
    }
    expect(await roundsOf(people.planner)).not.toMatchObject([{ workItem: { state: 'queued' } }])
  })

  test('the same plan sent twice under one key is one', async () => {
    const { elder, card } = await askFor()
    const params = { ...RAOSAI, on: TUESDAY, visitorId: people.visitor.personId }
    const body = { visits: [{ visitId: card.id, version: 1, from: 600, until: 660 }] }
    const send = () =>
      people.planner.attempt('planVisitRound', { params, body }, { 'Idempotency-Key': 'the-same-round-twice' })
    const [first, second] = [await send(), await send()]
    expect([first.status, second.status]).toEqual([200, 200])
    expect(await toldOf(elder, 1)).toHaveLength(1)
  })
})

test('the courtyard that was named is the one that is shown', async () => {
  const { card } = await askFor()
  const [row] = await server.sql<{ place_id: string }>('select place_id from home_visit where id = $1', [card.id])
  expect(row?.place_id).toBe(PLACE)
})
