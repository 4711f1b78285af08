import fc from 'fast-check'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPerson } from '../../test/factories.ts'
import { type RandomRows, withoutContentRules } from '../../test/random-rows.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import { mergePeople } from './merge-people.service.ts'
import { MERGE_RULES } from './merge-rules.ts'
import { PERSON_COLUMNS } from './person-columns.ts'
import { sealContact } from './sealed-contact.ts'

let server: TestServer
let rows: RandomRows

beforeAll(async () => {
  server = await startTestServer()
  rows = await withoutContentRules(server)
})
afterAll(() => server.stop())

/** These are one for each person, so that of two rows one stays. */
const ONE_EACH = ['calendar_feed', 'display_preference', 'person_contact', 'staff_totp']
const OWN = Object.entries(PERSON_COLUMNS).filter(([, kind]) => kind === 'own')

const newPerson = () => addPerson(server, 'resident', { communityId: 'raosai' }, { isDemo: false })
const merge = (fromId: string, toId: string) => {
  const { context } = server.app
  const now = context.clock.now()
  return inTransaction(context.db, now, PLAIN_WRITE, (trx) => mergePeople(context, trx, { fromId, toId }, now))
}
const count = async (name: string, personId: string): Promise<number> => {
  const [table = '', column = ''] = name.split('.')
  const [row] = await server.sql<{ count: string }>(`select count(*) from ${table} where ${column} = $1`, [personId])
  return Number(row?.count)
}

test('every column whose rows are somebody’s own says what becomes of them', () => {
  expect(Object.keys(MERGE_RULES).toSorted()).toEqual(OWN.map(([name]) => name).toSorted())
})

test('whatever two people have, after they have become one nothing is lost and nothing is left behind', async () => {
  const some = fc.integer({ min: 0, max: 2 })
  const amounts = fc.array(fc.tuple(some, some), { minLength: OWN.length, maxLength: OWN.length })
  await fc.assert(
    fc.asyncProperty(amounts, async (plan) => {
      const [fromId, toId] = [await newPerson(), await newPerson()]
      const expected: Record<string, number> = {}
      for (const [index, [name]] of OWN.entries()) {
        const [table = '', column = ''] = name.split('.')
        const most = ONE_EACH.includes(table) ? 1 : 2
        const [froms, tos] = (plan[index] ?? [0, 0]).map((amount) => Math.min(amount, most))
        // What has a sealed name in it is written as it is sealed.
        if (table === 'person_contact') continue
        for (let row = 0; row < (froms ?? 0); row += 1) await rows.insert(table, column, fromId)
        for (let row = 0; row < (tos ?? 0); row += 1) await rows.insert(table, column, toId)
      }
      for (const [name] of OWN) {
        const [table = ''] = name.split('.')
        const total = (await count(name, fromId)) + (await count(name, toId))
        expected[name] = ONE_EACH.includes(table) ? Math.min(total, 1) : total
      }
      // Both are residents of one community: of the two the one that stays counts.
      expected['role_assignment.person_id'] = (expected['role_assignment.person_id'] ?? 0) - 1
      await merge(fromId, toId)
      const moved: Record<string, number> = {}
      for (const [name] of OWN) {
        moved[name] = await count(name, toId)
        expect([name, await count(name, fromId)]).toEqual([name, 0])
      }
      expect(moved).toEqual(expected)
    }),
    { numRuns: 12 },
  )
}, 120_000)

test('traces of what somebody did stay as they were written', async () => {
  const [fromId, toId] = [await newPerson(), await newPerson()]
  const traces = Object.entries(PERSON_COLUMNS).filter(
    ([name, kind]) => kind === 'trace' && name !== 'person.merged_into',
  )
  for (const [name] of traces) {
    const [table = '', column = ''] = name.split('.')
    await rows.insert(table, column, fromId)
  }
  await merge(fromId, toId)
  for (const [name] of traces) expect([name, await count(name, fromId)]).toEqual([name, 1])
})

test('whoever had become one with the absorbed account is one with the other now', async () => {
  const [first, second, third] = [await newPerson(), await newPerson(), await newPerson()]
  await merge(first, second)
  await merge(second, third)
  const people = await server.sql('select merged_into from person where id = any($1)', [[first, second]])
  expect(people).toEqual([{ merged_into: third }, { merged_into: third }])
})

test('a name and a number open for the account that stays, and for no other', async () => {
  const { sealer } = server.app.context
  const [fromId, toId] = [await newPerson(), await newPerson()]
  const sealed = sealContact(sealer, fromId, { name: '示范名字', phone: '08910009999' })
  await server.sql(
    `insert into person_contact (person_id, sealed_name, sealed_phone, name_hash, phone_hash, has_account, channel, created_at)
     values ($1, $2, $3, $4, $5, true, 'inbox', now())`,
    [fromId, sealed.sealed_name, sealed.sealed_phone, sealed.name_hash, sealed.phone_hash],
  )
  await merge(fromId, toId)
  const [row] = await server.sql<{ sealed_name: string; sealed_phone: string }>(
    'select sealed_name, sealed_phone from person_contact where person_id = $1',
    [toId],
  )
  expect(sealer.open(row?.sealed_name ?? '', `person_contact:${toId}:name`)).toBe('示范名字')
  expect(sealer.open(row?.sealed_phone ?? '', `person_contact:${toId}:phone`)).toBe('08910009999')
})

test('what a request of that moment still wrote for the absorbed account is fetched', async () => {
  const [fromId, toId] = [await newPerson(), await newPerson()]
  await merge(fromId, toId)
  await rows.insert('issue', 'reporter_id', fromId)
  const [job] = await server.sql<{ data: object; name: string }>(
    "select name, data from pgboss.job where name = 'move-rows-of-merged' and data->>'fromId' = $1",
    [fromId],
  )
  expect(job?.data).toEqual({ fromId, toId })
  await server.sql("update pgboss.job set start_after = now() where name = 'move-rows-of-merged'")
  await expect.poll(() => count('issue.reporter_id', toId), { timeout: 10_000 }).toBe(1)
})

test('each agreement to a WeChat message is good for one message, whichever account gave it', async () => {
  const [fromId, toId] = [await newPerson(), await newPerson()]
  for (const [personId, credits] of [
    [fromId, 2],
    [toId, 1],
  ]) {
    await server.sql(
      "insert into subscribe_credit (person_id, template_id, credits, is_refused) values ($1, 'example-template', $2, false)",
      [personId, credits],
    )
  }
  await merge(fromId, toId)
  expect(
    await server.sql('select person_id, credits from subscribe_credit where template_id = $1', ['example-template']),
  ).toEqual([{ person_id: toId, credits: 3 }])
})

test('of two calls that wait one is made, with what was to be said in both', async () => {
  const [fromId, toId] = [await newPerson(), await newPerson()]
  const now = server.app.context.clock.now().toISOString()
  for (const personId of [fromId, toId]) {
    const callId = uuidv7()
    await server.sql(
      "insert into call (community_id, id, person_id, due_on, created_at) values ('raosai', $1, $2, '2026-11-23', $3)",
      [callId, personId, now],
    )
    await server.sql(
      `insert into call_line (community_id, call_id, id, kind, details, is_confidential, job_id, at)
       values ('raosai', $1, $2, 'coercion_check', '{}', true, $3, $4)`,
      [callId, uuidv7(), uuidv7(), now],
    )
  }
  await merge(fromId, toId)
  const lines = await server.sql(
    `select call.id from call join call_line line on line.call_id = call.id where call.person_id = $1 and closed_at is null`,
    [toId],
  )
  expect(lines).toHaveLength(2)
  expect(new Set(lines.map(({ id }) => id)).size).toBe(1)
})

test.each([
  [
    'two seats at one time',
    'booking',
    { slot_id: uuidv7(), state: 'booked', during: '[2026-11-24 04:00Z,2026-11-24 05:00Z)' },
  ],
  ['two standing orders for one meal', 'standing_order', { canteen_id: 'one', sitting: 'lunch' }],
  ['two open visits', 'home_visit', { state: 'requested' }],
] as const)('%s contradict each other: nothing changes', async (_what, table, values) => {
  const [fromId, toId] = [await newPerson(), await newPerson()]
  for (const personId of [fromId, toId]) {
    const subject = table === 'booking' ? { subject_id: personId } : {}
    await rows.insert(table, 'person_id', personId, { community_id: 'raosai', ...values, ...subject })
  }
  await rows.insert('issue', 'reporter_id', fromId)
  await expect(merge(fromId, toId)).rejects.toThrow('accounts_not_mergeable')
  expect(await count('issue.reporter_id', fromId)).toBe(1)
})

test('two who have a grant from each other, or stand on both sides of one case, are two people', async () => {
  const [one, other, third, fourth] = [await newPerson(), await newPerson(), await newPerson(), await newPerson()]
  await rows.insert('proxy_grant', 'agent_id', one, { principal_id: other })
  await rows.allowNoSelfGrant()
  await expect(merge(one, other)).rejects.toThrow('accounts_not_mergeable')
  const caseId = uuidv7()
  await rows.insert('case_party', 'person_id', third, { community_id: 'raosai', case_id: caseId, side: 'applicant' })
  await rows.insert('case_party', 'person_id', fourth, { community_id: 'raosai', case_id: caseId, side: 'respondent' })
  await expect(merge(third, fourth)).rejects.toThrow('accounts_not_mergeable')
})

test('what both endorsed, and what the one had said and the other endorsed, is endorsed by one person and counted so', async () => {
  const [fromId, toId, neighbourId] = [await newPerson(), await newPerson(), await newPerson()]
  const [own, others] = [uuidv7(), uuidv7()]
  await rows.insert('issue', 'reporter_id', fromId, { community_id: 'raosai', id: own, endorsements: 2 })
  await rows.insert('issue', 'reporter_id', neighbourId, { community_id: 'raosai', id: others, endorsements: 2 })
  for (const [issueId, personId] of [
    [own, toId],
    [own, neighbourId],
    [others, toId],
    [others, fromId],
  ] as const) {
    await rows.insert('issue_endorsement', 'person_id', personId, { community_id: 'raosai', issue_id: issueId })
  }
  await merge(fromId, toId)
  const issues = await server.sql('select id, endorsements from issue where id = any($1) order by id', [[own, others]])
  expect(issues).toEqual([own, others].toSorted().map((id) => ({ id, endorsements: 1 })))
})
