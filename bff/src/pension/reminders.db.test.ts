import { addDays } from '@little-bench/shared/kernel/time'
import type { ProofRule } from '@little-bench/shared/pension/windows'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { callList } from '../../test/counter.ts'
import { addPerson, personIdOf } from '../../test/factories.ts'
import { giveTo } from '../../test/grants.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import type { Engine } from '../work-queue/index.ts'
import { communityWithPension } from './pension-community.ts'
import { remindOfProofs } from './remind.service.ts'
import { writeDone } from './write-done.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())
/** A day of spring in Lhasa, at ten in the morning. */
const at = (day: string, clock = '10:00') => server.clock.set(new Date(`${day}T${clock}:00.000+08:00`).toISOString())
beforeEach(async () => {
  await server.sql('delete from proof_reminder')
  await server.sql('delete from proof_of_life_done')
  await server.sql('delete from proof_of_life')
  at('2026-03-02')
})

const newResident = async (communityId = 'raosai'): Promise<Client> =>
  server.signIn(await addPerson(server, 'resident', { communityId }))
const enrolled = async (communityId = 'raosai'): Promise<Client> => {
  const resident = await newResident(communityId)
  await resident.call('saveProofOfLifeWay', {
    params: { communityId },
    body: { canUseApp: true, hasHelper: false, needsVisit: false },
  })
  return resident
}
const run = async (engine: Engine = server.app.scheduling): Promise<void> =>
  remindOfProofs(engine, server.clock.now(), silent)
const silent = { error: (..._words: unknown[]) => undefined } as unknown as Parameters<typeof remindOfProofs>[2]
const runOn = async (day: string, clock?: string): Promise<void> => {
  at(day, clock)
  await run()
}
const done = ({ personId }: Pick<Client, 'personId'>, on: string, communityId = 'raosai') =>
  inTransaction(server.app.context.db, server.clock.now(), PLAIN_WRITE, async (trx) => {
    const words = { on, evidence: 'app_says_so', recordedBy: personId, recordedAs: 'person' } as const
    const community = communityWithPension(server.app.context, communityId)
    await writeDone(server.app.scheduling, trx, community, { personId, ...words }, server.clock.now())
    return {}
  })
/** Somebody waits until somebody else opens it. */
const gate = () => {
  let open = (): void => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open: () => open() }
}
const reminders = async ({ personId }: Client): Promise<string[]> => {
  const rows = await server.sql<{ day: string; due_on: string; days_before: number }>(
    `select reminded_on::text as day, due_on::text, days_before from proof_reminder
     where person_id = $1 order by reminded_on, days_before desc`,
    [personId],
  )
  return rows.map(({ day, due_on: dueOn, days_before: before }) => `${day}: ${before} before ${dueOn}`)
}
const told = async (personId: string): Promise<string[]> => {
  const client = await server.signIn(personId)
  const { items } = await client.call('listInbox', { query: { limit: 50 } })
  return items.filter(({ kind }) => kind === 'proof_due').map(({ text }) => text)
}
const everyDay = async (from: string, days: number): Promise<void> => {
  for (let day = 0; day < days; day++) await runOn(addDays(from, day))
}

test('through a year of windows somebody who does nothing is told six times, and of the right day', async () => {
  const elder = await enrolled()
  await everyDay('2026-05-25', 40)
  await everyDay('2026-11-25', 40)
  expect(await reminders(elder)).toEqual([
    '2026-05-31: 30 before 2026-06-30',
    '2026-06-16: 14 before 2026-06-30',
    '2026-06-27: 3 before 2026-06-30',
    '2026-12-01: 30 before 2026-12-31',
    '2026-12-17: 14 before 2026-12-31',
    '2026-12-28: 3 before 2026-12-31',
  ])
})

test('nobody is told after it is done, and everybody again in the next window', async () => {
  const elder = await enrolled()
  await runOn('2026-05-31')
  at('2026-06-10')
  await done(elder, '2026-06-10')
  await everyDay('2026-06-11', 25)
  expect(await reminders(elder)).toEqual(['2026-05-31: 30 before 2026-06-30'])
  await runOn('2026-12-01')
  expect(await reminders(elder)).toHaveLength(2)
})

test('a day of an older window stops nothing of this one', async () => {
  const elder = await enrolled()
  at('2026-11-20')
  await done(elder, '2026-06-30')
  await runOn('2026-12-01')
  expect(await reminders(elder)).toEqual(['2026-12-01: 30 before 2026-12-31'])
})

test('twelve months after the last one, also across a leap day', async () => {
  const elder = await enrolled('ejietang')
  at('2028-03-01')
  await done(elder, '2028-02-29', 'ejietang')
  await everyDay('2029-01-25', 40)
  expect(await reminders(elder)).toEqual([
    '2029-01-29: 30 before 2029-02-28',
    '2029-02-14: 14 before 2029-02-28',
    '2029-02-25: 3 before 2029-02-28',
  ])
})

/** As if somebody had changed `pension.yaml`. */
const withRule = (rule: ProofRule): Engine => {
  const engine = server.app.scheduling
  const config = engine.config()
  const communities = new Map(
    [...config.communities].map(([id, community]) => [
      id,
      community.pension ? { ...community, pension: { ...community.pension, rule } } : community,
    ]),
  )
  return { ...engine, config: () => ({ ...config, communities }) }
}

test('when the windows change, everybody is told of the day that is due now, and of none twice', async () => {
  const elder = await enrolled()
  await runOn('2026-05-31')
  const earlier = withRule({
    kind: 'windows',
    windows: [
      { from: '01-01', to: '06-10' },
      { from: '06-11', to: '12-31' },
    ],
  })
  at('2026-06-01')
  await run(earlier)
  at('2026-06-07')
  await run(earlier)
  // Changed back: what was told of the old day is not told again.
  await run()
  await runOn('2026-06-16')
  expect(await reminders(elder)).toEqual([
    '2026-05-31: 30 before 2026-06-30',
    '2026-06-01: 14 before 2026-06-10',
    '2026-06-07: 3 before 2026-06-10',
    '2026-06-16: 14 before 2026-06-30',
  ])
})

test('from windows to twelve months: what was done counts on, and is due a year later', async () => {
  const elder = await enrolled()
  at('2026-05-20')
  await done(elder, '2026-05-20')
  const yearly = withRule({ kind: 'months', months: 12, opensDaysBefore: 90 })
  for (const day of ['2026-12-01', '2027-04-20', '2027-05-06', '2027-05-17', '2027-05-20']) {
    at(day)
    await run(yearly)
  }
  expect(await reminders(elder)).toEqual([
    '2027-04-20: 30 before 2027-05-20',
    '2027-05-06: 14 before 2027-05-20',
    '2027-05-17: 3 before 2027-05-20',
  ])
})

test('after days without the job somebody is told once, of what is nearest', async () => {
  const elder = await enrolled()
  await runOn('2026-06-28')
  await runOn('2026-06-29')
  expect(await reminders(elder)).toEqual(['2026-06-28: 3 before 2026-06-30'])
})

test('whoever comes to be known later is not told what was to be told before', async () => {
  at('2026-06-20')
  const elder = await enrolled()
  await run()
  expect(await reminders(elder)).toEqual([])
  await runOn('2026-06-27')
  expect(await reminders(elder)).toEqual(['2026-06-27: 3 before 2026-06-30'])
})

test('however often it runs, and in however many processes, each is told once', async () => {
  const elder = await enrolled()
  at('2026-05-31')
  await Promise.all([run(), run(), run()])
  await run()
  expect(await reminders(elder)).toHaveLength(1)
  await expect.poll(() => told(elder.personId), { timeout: 10_000 }).toHaveLength(1)
})

test('nobody is told at night: from eight in the morning to half past nine in the evening', async () => {
  const elder = await enrolled()
  await runOn('2026-05-31', '00:00')
  await runOn('2026-05-31', '07:59')
  expect(await reminders(elder)).toEqual([])
  await runOn('2026-05-31', '08:00')
  expect(await reminders(elder)).toHaveLength(1)
  const later = await enrolled()
  await server.sql("update proof_of_life set since = '2026-01-01'")
  await runOn('2026-05-31', '21:30')
  expect(await reminders(later)).toEqual([])
  await runOn('2026-05-31', '21:29')
  expect(await reminders(later)).toHaveLength(1)
})

test('whoever looks after it for them is told too, by name, and nobody else', async () => {
  const [mother, daughter, neighbour] = [await enrolled(), await newResident(), await newResident()]
  await giveTo(daughter, mother, { scopes: [{ service: 'pension', powers: ['read'] }], validUntil: '2026-12-31' })
  await giveTo(neighbour, mother, { scopes: [{ service: 'canteen', powers: ['read'] }], validUntil: '2026-12-31' })
  await runOn('2026-05-31')
  await expect.poll(() => told(daughter.personId), { timeout: 10_000 }).toHaveLength(1)
  expect(await told(mother.personId)).toEqual([expect.stringMatching(/^您的养老认证到6月30日为止/)])
  expect(await told(daughter.personId)).toEqual([expect.stringMatching(/^示范人员的养老认证到6月30日为止/)])
  expect(await told(neighbour.personId)).toEqual([])
})

test('whoever has no app is on the list of whom the counter calls', async () => {
  const elderId = personIdOf(server, 'resident', { communityId: 'raosai' }, 2)
  await server.sql("insert into proof_of_life (community_id, person_id, since) values ('raosai', $1, '2026-01-01')", [
    elderId,
  ])
  await runOn('2026-05-31')
  const staff = await server.signIn(personIdOf(server, 'community_staff', { communityId: 'raosai' }))
  const lines = async () => {
    const calls = [...(await callList(staff)), ...(await callList(staff, 'later'))]
    return calls.flatMap(({ lines: said }) => said.map(({ text }) => text)).filter((text) => text.includes('养老认证'))
  }
  await expect.poll(lines, { timeout: 10_000 }).toEqual([expect.stringMatching(/^您的养老认证到6月30日为止/)])
  // Done before anybody called: there is nothing to call about any more.
  await done(await server.signIn(staff.personId), '2026-05-31')
  expect(await lines()).toHaveLength(1)
  await done({ personId: elderId }, '2026-05-31')
  expect(await lines()).toEqual([])
  expect((await callList(staff, 'done')).map(({ person }) => person.id)).toContain(elderId)
})

test('whoever writes down that it is done while the job runs is not told after that', async () => {
  const elder = await enrolled()
  at('2026-05-31')
  const { db } = server.app.context
  const [written, mayFinish] = [gate(), gate()]
  const writing = inTransaction(db, server.clock.now(), PLAIN_WRITE, async (trx) => {
    const community = communityWithPension(server.app.context, 'raosai')
    const { personId } = elder
    const known = { evidence: 'app_says_so', recordedBy: personId, recordedAs: 'person' } as const
    await writeDone(server.app.scheduling, trx, community, { personId, on: '2026-05-31', ...known }, server.clock.now())
    written.open()
    await mayFinish.opened
    return {}
  })
  await written.opened
  const running = run()
  const waiting = () =>
    server.sql("select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()")
  await expect.poll(waiting, { timeout: 5_000 }).not.toEqual([])
  mayFinish.open()
  await Promise.all([writing, running])
  expect(await reminders(elder)).toEqual([])
})

test('who has moved away is not reminded by the community that they left', async () => {
  const elder = await enrolled()
  await server.sql("update role_assignment set community_id = 'cisongtang' where person_id = $1", [elder.personId])
  await everyDay('2026-05-25', 40)
  expect(await reminders(elder)).toEqual([])
})
