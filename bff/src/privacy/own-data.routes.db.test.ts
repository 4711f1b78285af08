import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { assist } from '../../test/counter.ts'
import { type Raosai, report, signInRaosai } from '../../test/factories.ts'
import { born, claim, decide, worksAt } from '../../test/facts.ts'
import { actingFor } from '../../test/grants.ts'
import { cardsOf, request } from '../../test/mediation.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let people: Raosai

beforeAll(async () => {
  server = await startTestServer()
  people = await signInRaosai(server)
})
afterAll(() => server.stop())

interface Section {
  name: string
  fields: Record<string, string>
  rows: Record<string, string>[]
}
const exported = async (client: Client, headers = {}) => {
  const answer = await client.attempt('exportMyData', {}, headers)
  expect(answer.status).toBe(200)
  const { sections } = answer.body as { sections: Section[] } // What this test is about.
  return { text: answer.text, section: (name: string) => sections.find((section) => section.name === name) }
}

test('somebody gets what they wrote, in words, and nothing that somebody else did', async () => {
  await claim(people.resident, born('1951-03-02'))
  await claim(people.neighbour, worksAt('邻居的工作地点'))
  await report(people.resident, { description: '我写的那句话。' })
  await report(people.neighbour, { description: '邻居写的那句话。' })
  const { text, section } = await exported(people.resident)
  expect(section('说过的事')?.rows.map((row) => row['description'])).toContain('我写的那句话。')
  expect(section('说过的事')?.fields['description']).toBe('说了什么')
  expect(section('资料')?.rows).toEqual([expect.objectContaining({ kind: '出生日期', sealed_value: '1951年3月2日' })])
  expect(text).not.toMatch(/邻居写的|邻居的工作地点/)
  for (const other of [people.neighbour, people.staff, people.worker]) expect(text).not.toContain(other.personId)
})

test('staff who live here too get what is theirs, and nothing that they wrote to others', async () => {
  await server.sql("insert into role_assignment (person_id, role, community_id) values ($1, 'resident', 'raosai')", [
    people.worker.personId,
  ])
  const receipt = await report(people.neighbour)
  const address = { params: { communityId: 'raosai', workItemId: receipt.workItemId } }
  await people.worker.call('addNote', { ...address, body: { body: '同事之间的话。' } })
  await people.worker.call('addReply', { ...address, body: { body: '回给邻居的话。' } })
  expect((await exported(people.worker)).text).not.toMatch(/同事之间的话|回给邻居的话/)
  const { text } = await exported(people.neighbour)
  expect([text.includes('回给邻居的话'), text.includes('同事之间的话')]).toEqual([true, false])
})

test('whoever looked at what is known of somebody stands there by name', async () => {
  const { id } = await claim(people.neighbour, worksAt('邻居现在的工作地点'))
  await decide(people.staff, people.neighbour.personId, {
    decision: 'verify',
    factId: id,
    evidence: 'employment_letter',
  })
  await people.staff.call('listFactsToVerify', { params: { communityId: 'raosai' }, query: { limit: 50 } })
  await claim(people.neighbour, born('1960-01-01'))
  await people.staff.call('listFactsToVerify', { params: { communityId: 'raosai' }, query: { limit: 50 } })
  const { section } = await exported(people.neighbour)
  const [staff] = await server.sql<{ name: string }>('select name from person where id = $1', [people.staff.personId])
  expect(section('谁看过您的资料')?.rows[0]).toMatchObject({ reader_id: staff?.name, what: '资料' })
})

test('the counter that hands it over leaves a line, which is in the next one', async () => {
  await assist(people.staff, people.resident.personId)
  await exported(people.staff, actingFor(people.resident))
  const { section } = await exported(people.resident)
  expect(section('谁看过您的资料')?.rows.map((row) => row['what'])).toContain('整份资料')
})

test('the counter reads nothing in it that nobody may read for somebody', async () => {
  await report(people.neighbour, { description: '可以替我办的事。' })
  const alone = await report(people.neighbour, { description: '只有我能看的事。' })
  await server.sql('update work_item set is_delegable = false where id = $1', [alone.workItemId])
  await request(people.neighbour, (await cardsOf(server)).slice(0, 2))
  await assist(people.staff, people.neighbour.personId)
  const own = await exported(people.neighbour)
  const beside = await exported(people.staff, actingFor(people.neighbour))
  for (const word of ['可以替我办的事', '只有我能看的事', '晚上的声音太大', alone.receiptNumber])
    expect(own.text).toContain(word)
  expect(own.section('您申请的调解')?.rows).toHaveLength(1)
  expect(beside.text).toContain('可以替我办的事')
  for (const word of ['只有我能看的事', alone.receiptNumber]) expect(beside.text).not.toContain(word)
  for (const name of ['您申请的调解', '您在调解里的一方', '消息', '照片和录音'])
    expect(beside.section(name)).toBeUndefined()
  expect(beside.text).not.toContain('晚上的声音太大')
})

test('it can be printed', async () => {
  const answer = await people.resident.attempt('exportMyData', { query: { format: 'pdf' } })
  expect([answer.status, answer.headers.get('content-type'), answer.text.slice(0, 5)]).toEqual([
    200,
    'application/pdf',
    '%PDF-',
  ])
})

test('what is only said on the telephone stands in no file: whoever presses somebody may hold their phone', async () => {
  const { personId } = people.resident
  await server.sql(
    `insert into call (community_id, id, person_id, due_on, created_at) values ('raosai', $1, $2, '2026-11-23', now())`,
    ['0199f000-0000-7000-8000-00000000ca11', personId],
  )
  await server.sql(
    `insert into call_line (community_id, id, call_id, kind, details, is_confidential, job_id, at)
     values ('raosai', $1, $2, 'coercion_check', '{}', true, $1, now())`,
    ['0199f000-0000-7000-8000-00000000ca12', '0199f000-0000-7000-8000-00000000ca11'],
  )
  const { section } = await exported(people.resident)
  expect([section('要打的电话'), section('电话里要说的')]).toEqual([undefined, undefined])
})

test('whoever was invited to one case without an account gets no file', async () => {
  expect((await server.anonymous.attempt('exportMyData')).code).toBe('unauthenticated')
})
