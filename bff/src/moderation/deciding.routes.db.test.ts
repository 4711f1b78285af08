import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { addPerson, make, type Raosai, type Receipt, report, signInRaosai } from '../../test/factories.ts'
import {
  allThatNeighboursRead,
  aWord,
  decide,
  heldFor,
  heldOf,
  issueAt,
  RAOSAI,
  REFUSE,
  reportPublicly,
  SHOW,
} from '../../test/moderation.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let people: Raosai

beforeAll(async () => {
  server = await startTestServer({ HOLD_PUBLIC_CONTENT: '1', NODE_ENV: 'production' })
  people = await signInRaosai(server)
})
afterAll(() => server.stop())

const theOne = async (receipt: Receipt, view: 'waiting' | 'decided' = 'waiting') => {
  const [held] = await heldOf(people.staff, receipt, view)
  if (!held) throw new Error('nothing of it is held')
  return held
}
const readBy = async (client: typeof people.resident, receipt: Receipt) => client.call('getIssue', issueAt(receipt))

test('what was not written in WeChat waits for a person, and its reporter reads that', async () => {
  const word = aWord()
  const receipt = await reportPublicly(people.resident, `楼道灯不亮，${word}。`)
  expect(await theOne(receipt)).toMatchObject({
    kind: 'issue_words',
    words: `楼道灯不亮，${word}。`,
    why: 'not_from_wechat',
    photo: null,
    decision: null,
  })
  expect(await readBy(people.resident, receipt)).toMatchObject({ publicState: 'waiting', refusalReason: null })
  expect(await readBy(people.worker, receipt)).toMatchObject({ publicState: 'waiting' })
  expect(await allThatNeighboursRead(people.neighbour, receipt)).not.toContain(word)
})

test('once it is let through a neighbour reads it and may say 我也一样', async () => {
  const word = aWord()
  const receipt = await reportPublicly(people.resident, `巷口积水，${word}。`)
  expect((await people.neighbour.attempt('endorseIssue', issueAt(receipt))).status).toBe(404)
  expect((await decide(people.staff, await theOne(receipt), SHOW)).status).toBe(200)
  expect(await allThatNeighboursRead(people.neighbour, receipt)).toContain(word)
  expect(await readBy(people.neighbour, receipt)).toMatchObject({ publicState: 'shown', isEndorsed: true })
  expect(await heldOf(people.staff, receipt)).toEqual([])
})

test('the item itself waits for nobody: it is in its queue and can be worked on', async () => {
  const receipt = await reportPublicly(people.resident, aWord())
  await make(people.worker, receipt, 'claim')
  await make(people.worker, receipt, 'resolve')
  expect(await readBy(people.resident, receipt)).toMatchObject({ state: 'resolved', publicState: 'waiting' })
})

test('a private report is neither held nor refused, whatever it says', async () => {
  const receipt = await report(people.resident, { description: aWord() })
  expect(await heldOf(people.staff, receipt)).toEqual([])
  expect(await readBy(people.resident, receipt)).toMatchObject({ publicState: 'private' })
})

test('Tibetan is for somebody who reads it', async () => {
  const receipt = await reportPublicly(people.resident, 'གློག་སྒྲོན་མི་འདུག')
  expect(await theOne(receipt)).toMatchObject({ why: 'tibetan' })
})

test('what the counter wrote for somebody waits too', async () => {
  const word = aWord()
  const { receipt } = await people.staff.call('fileIssueForResident', {
    params: RAOSAI,
    body: {
      resident: { name: '来电人（示范）' },
      source: 'phone',
      serviceCode: 'garbage',
      description: word,
      placeId: 'raosai-dongzisu-lane-3-no-7',
      visibility: 'public',
    },
  })
  expect(await theOne(receipt)).toMatchObject({ words: word, why: 'not_from_wechat' })
  expect(await allThatNeighboursRead(people.neighbour, receipt)).not.toContain(word)
})

test('a refusal tells its reporter why, and no neighbour that it is there', async () => {
  const word = aWord()
  const receipt = await reportPublicly(people.resident, word)
  await decide(people.staff, await theOne(receipt), REFUSE)
  expect(await readBy(people.resident, receipt)).toMatchObject({
    publicState: 'refused',
    refusalReason: expect.stringContaining('写了是谁'),
  })
  expect(await allThatNeighboursRead(people.neighbour, receipt)).not.toContain(word)
  await vi.waitFor(async () => {
    const { items } = await people.resident.call('listInbox', { query: { limit: 50 } })
    const told = items.find(({ kind, workItemId }) => kind === 'not_shown' && workItemId === receipt.workItemId)
    expect(told?.text).toContain(`没有公开给邻居：`)
    expect(told?.text).toContain('写了是谁。事情照办')
    expect(told?.text).not.toContain(word)
  })
})

test('a decision can be changed, and each one stays written down', async () => {
  const word = aWord()
  const receipt = await reportPublicly(people.resident, word)
  await decide(people.staff, await theOne(receipt), SHOW)
  server.clock.advance({ hours: 1 })
  const shown = await theOne(receipt, 'decided')
  expect(shown.decision).toMatchObject({ isShown: true, reason: null })
  expect((await decide(people.staff, shown, REFUSE)).status).toBe(200)
  expect(await allThatNeighboursRead(people.neighbour, receipt)).not.toContain(word)
  server.clock.advance({ hours: 1 })
  expect((await decide(people.staff, await theOne(receipt, 'decided'), SHOW)).status).toBe(200)
  expect(await allThatNeighboursRead(people.neighbour, receipt)).toContain(word)
  expect(await readBy(people.resident, receipt)).toMatchObject({ publicState: 'shown', refusalReason: null })
  const lines = await server.sql(
    `select actor_id, details ->> 'decision' as decision from audit_line
     where action = 'content_decided' and details ->> 'heldContentId' = $1 order by id`,
    [shown.id],
  )
  const by = { actor_id: people.staff.personId }
  expect(lines).toEqual([
    { ...by, decision: 'shown' },
    { ...by, decision: 'refused' },
    { ...by, decision: 'shown' },
  ])
})

test('of two who decide at once one is told that somebody was faster, and the first decision stands', async () => {
  const receipt = await reportPublicly(people.resident, aWord())
  const other = await server.signIn(await addPerson(server, 'community_staff', RAOSAI))
  const held = await theOne(receipt)
  const answers = await Promise.all([decide(people.staff, held, SHOW), decide(other, held, REFUSE)])
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  expect(answers.find(({ status }) => status === 409)?.code).toBe('held_content_decided')
  const { publicState } = await readBy(people.resident, receipt)
  expect(publicState).toBe(answers[0]?.status === 200 ? 'shown' : 'refused')
})

test('the same decision sent again is answered again and tells nobody twice', async () => {
  const receipt = await reportPublicly(people.resident, aWord())
  const held = await theOne(receipt)
  const key = { 'Idempotency-Key': `decide-${held.id}` }
  const [first, second] = [await decide(people.staff, held, REFUSE, key), await decide(people.staff, held, REFUSE, key)]
  expect([first.status, second.status]).toEqual([200, 200])
  expect(second.body).toEqual(first.body)
  await vi.waitFor(async () => {
    const { items } = await people.resident.call('listInbox', { query: { limit: 50 } })
    const told = items.filter(({ kind, workItemId }) => kind === 'not_shown' && workItemId === receipt.workItemId)
    expect(told).toHaveLength(1)
  })
})

test('a refusal needs a reason, and showing has none', async () => {
  const held = await theOne(await reportPublicly(people.resident, aWord()))
  const params = { ...RAOSAI, heldContentId: held.id }
  for (const body of [
    { isShown: false, seenDecisionAt: null },
    { isShown: true, reason: 'other', seenDecisionAt: null },
  ]) {
    const answer = await people.staff.attempt('decideHeldContent', { params, body })
    expect([answer.status, answer.fields[0]?.field]).toEqual([422, 'reason'])
  }
})

test('nobody but the staff of the community reads or decides, and they not what is about them', async () => {
  const receipt = await reportPublicly(people.resident, aWord())
  const held = await theOne(receipt)
  for (const client of [people.resident, people.neighbour, people.worker, people.leader]) {
    expect((await decide(client, held, SHOW)).status).toBe(403)
    expect((await client.attempt('listHeldContent', { params: RAOSAI })).status).toBe(403)
  }
  expect((await decide(people.elsewhere, held, SHOW)).status).toBe(404)
  expect((await people.elsewhere.attempt('listHeldContent', { params: RAOSAI })).status).toBe(404)
  expect((await decide(server.anonymous, held, SHOW)).status).toBe(401)
  await server.sql('update work_item set excluded_staff_ids = array[$1::uuid] where id = $2', [
    people.staff.personId,
    receipt.workItemId,
  ])
  expect(await heldOf(people.staff, receipt)).toEqual([])
  expect((await decide(people.staff, held, SHOW)).status).toBe(404)
})

test('staff who live here do not decide about what they reported themselves', async () => {
  const id = await addPerson(server, 'community_staff', RAOSAI)
  await server.sql("insert into role_assignment (person_id, role, community_id) values ($1, 'resident', 'raosai')", [
    id,
  ])
  const author = await server.signIn(id)
  const receipt = await reportPublicly(author, aWord())
  expect(await heldOf(author, receipt)).toEqual([])
  expect((await decide(author, await theOne(receipt), SHOW)).status).toBe(404)
})

test('words that were changed wait anew, and the former ones can no longer be decided', async () => {
  const [before, after] = [aWord(), aWord()]
  const receipt = await reportPublicly(people.resident, before)
  const held = await theOne(receipt)
  await people.resident.call('redactIssue', { ...issueAt(receipt), body: { description: after } })
  expect((await decide(people.staff, held, SHOW)).status).toBe(404)
  expect(await heldOf(people.staff, receipt)).toMatchObject([{ words: after }])
  expect(await allThatNeighboursRead(people.neighbour, receipt)).not.toContain(after)
})

test('after a refusal what was hidden waits again, and can be let through', async () => {
  const receipt = await reportPublicly(people.resident, `找示范先生，${aWord()}`)
  await decide(people.staff, await theOne(receipt), REFUSE)
  const word = aWord()
  await people.resident.call('redactIssue', { ...issueAt(receipt), body: { description: `找＊＊＊，${word}` } })
  expect(await readBy(people.resident, receipt)).toMatchObject({ publicState: 'waiting', refusalReason: null })
  await decide(people.staff, await theOne(receipt), SHOW)
  expect(await allThatNeighboursRead(people.neighbour, receipt)).toContain(word)
})

test('what was withdrawn needs no decision any more', async () => {
  const receipt = await reportPublicly(people.resident, aWord())
  const held = await theOne(receipt)
  await make(people.resident, receipt, 'withdraw')
  expect(await heldOf(people.staff, receipt)).toEqual([])
  expect((await decide(people.staff, held, SHOW)).status).toBe(404)
  await people.resident.call('redactIssue', { ...issueAt(receipt), body: { description: aWord() } })
  expect(await heldOf(people.staff, receipt)).toEqual([])
})

test('the oldest comes first, page by page, with how many there are', async () => {
  const all = await heldFor(people.staff)
  const first = await people.staff.call('listHeldContent', { params: RAOSAI, query: { limit: 2 } })
  expect([first.items.length, first.waiting]).toEqual([2, all.length])
  const second = await people.staff.call('listHeldContent', {
    params: RAOSAI,
    query: { limit: 2, cursor: first.nextCursor ?? '' },
  })
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(all.slice(0, 4).map(({ id }) => id))
})
