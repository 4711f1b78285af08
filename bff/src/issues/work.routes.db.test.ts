import { Work } from '@little-bench/shared/issues/work.contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { itemIn, make, personIdOf, type Raosai, type Receipt, report, signInRaosai } from '../../test/factories.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'
import { worksOf } from '../../test/situations.ts'
import { callOf, uploadPhoto, uploadVoiceNote } from '../../test/uploads.ts'

let server: TestServer
let people: Raosai

beforeAll(async () => {
  server = await startTestServer()
  people = await signInRaosai(server)
})
afterAll(() => server.stop())

const RECORD = { version: 0, costFen: 15_000_000, fundSource: '惠民资金', decidedOn: '2026-11-20' }
const PUBLIC = { visibility: 'public' } as const
const issueOf = ({ id }: Pick<Receipt, 'id'>) => ({ communityId: 'raosai', issueId: id })
const worksFor = async (client: Client, receipt: Pick<Receipt, 'id'>) =>
  (await client.call('listWorks', { params: issueOf(receipt) })).items
const save = (client: Client, receipt: Receipt, changes: object = {}, workItemId: string = receipt.workItemId) =>
  client.attempt('saveWork', { params: { ...issueOf(receipt), workItemId }, body: { ...RECORD, ...changes } })
const codeOf = async (answer: ReturnType<typeof save>) => (await answer).code ?? (await answer).status

test('what a work costs, who pays and when it was decided is there for its reporter and for the staff in charge', async () => {
  const receipt = await itemIn(people, 'accepted')
  expect((await save(people.worker, receipt)).status).toBe(200)
  const recorded = {
    state: 'accepted',
    placeName: '东孜苏3巷7号（米吉林大院）',
    ...RECORD,
    version: 1,
    before: [],
    after: [],
  }
  expect(await worksFor(people.resident, receipt)).toMatchObject([{ ...recorded, canEdit: false }])
  expect(await worksFor(people.leader, receipt)).toMatchObject([{ ...recorded, canEdit: true }])
})

test('a neighbour sees it when the issue is public, without the number of the item, and otherwise finds nothing', async () => {
  const [open, closed] = [await itemIn(people, 'accepted', PUBLIC), await itemIn(people, 'accepted')]
  for (const receipt of [open, closed]) await save(people.worker, receipt)
  for (const client of [people.neighbour, people.elsewhere, server.anonymous]) {
    expect(await worksFor(client, open)).toMatchObject([{ costFen: 15_000_000, workItemId: null, canEdit: false }])
    expect((await client.attempt('listWorks', { params: issueOf(closed) })).code).toBe('not_found')
  }
})

test('as long as nothing is recorded there is a row for staff in charge to fill, and nothing for residents', async () => {
  const receipt = await report(people.resident, PUBLIC)
  expect(await worksFor(people.worker, receipt)).toMatchObject([{ costFen: null, version: 0, canEdit: true }])
  for (const client of [people.resident, people.neighbour]) expect(await worksFor(client, receipt)).toEqual([])
  await make(people.resident, receipt, 'withdraw')
  expect((await people.neighbour.attempt('listWorks', { params: issueOf(receipt) })).code).toBe('not_found')
})

test('two courtyards are two works, each with its place, its state and its money', async () => {
  const receipt = await itemIn(people, 'accepted', PUBLIC)
  const parts = [{ title: '铺三巷的路' }, { title: '修小广场的台阶', placeId: 'raosai-small-square' }]
  await make(people.worker, receipt, 'split', { parts })
  const [first, second] = await worksOf(people, receipt)
  if (!first || !second) throw new Error('two works were made')
  await make(people.worker, first, 'claim')
  await save(people.worker, receipt, { costFen: 9_000_000 }, first.workItemId)
  expect(await worksFor(people.neighbour, receipt)).toMatchObject([
    { title: '铺三巷的路', placeName: '东孜苏3巷7号（米吉林大院）', state: 'accepted', costFen: 9_000_000 },
    { title: '修小广场的台阶', placeName: '小广场（示范）', state: 'queued', costFen: null },
  ])
})

test('what was recorded of the whole stays when it is split', async () => {
  const receipt = await itemIn(people, 'accepted')
  await save(people.worker, receipt)
  await make(people.worker, receipt, 'split')
  expect((await worksFor(people.resident, receipt)).map(({ costFen }) => costFen)).toEqual([15_000_000, null, null])
})

test('staff who only have a part see and fill that part alone', async () => {
  const receipt = await itemIn(people, 'accepted')
  const parts = [{ title: '铺路' }, { title: '修台阶', placeId: 'raosai-small-square' }]
  await make(people.worker, receipt, 'split', { parts })
  const [first, second] = await worksOf(people, receipt)
  const other = await server.signIn(personIdOf(server, 'grid_worker', { gridCellId: 'raosai-3' }))
  expect(await worksFor(other, receipt)).toMatchObject([{ title: '修台阶', canEdit: true }])
  expect(await codeOf(save(other, receipt, {}, second?.workItemId))).toBe(200)
  expect(await codeOf(save(other, receipt, {}, first?.workItemId))).toBe('not_found')
})

test('nobody but the unit that has it records anything', async () => {
  const receipt = await itemIn(people, 'accepted', PUBLIC)
  for (const client of [people.resident, people.neighbour, people.otherWorker, people.elsewhere]) {
    expect(await codeOf(save(client, receipt))).toBe('not_found')
  }
  expect(await codeOf(save(server.anonymous, receipt))).toBe('unauthenticated')
  await make(people.worker, receipt, 'invite', { queueIds: ['power-supply'] })
  const invited = await server.signIn(personIdOf(server, 'department_staff', { unitId: 'power-supply' }))
  expect(await codeOf(save(invited, receipt))).toBe('work_not_possible')
  expect(await worksFor(people.resident, receipt)).toEqual([])
})

test('somebody whom the item is about neither sees nor records anything', async () => {
  const receipt = await itemIn(people, 'accepted')
  await save(people.leader, receipt)
  const excluded = 'update work_item set excluded_staff_ids = array[$1::uuid] where id = $2'
  await server.sql(excluded, [people.worker.personId, receipt.workItemId])
  expect(await codeOf(save(people.worker, receipt, { version: 1 }))).toBe('not_found')
  expect((await people.worker.attempt('listWorks', { params: issueOf(receipt) })).code).toBe('not_found')
})

test('of two people who save at once one is told, and every record is kept', async () => {
  const receipt = await itemIn(people, 'accepted')
  const answers = await Promise.all([
    codeOf(save(people.worker, receipt, { costFen: 100 })),
    codeOf(save(people.leader, receipt, { costFen: 200 })),
  ])
  expect(answers.map(String).toSorted()).toEqual(['200', 'stale_version'])
  expect(await codeOf(save(people.worker, receipt, { version: 1, costFen: 300 }))).toBe(200)
  expect(await codeOf(save(people.worker, receipt, { version: 7 }))).toBe('stale_version')
  const kept = await server.sql('select version from issue_work where work_item_id = $1 order by version', [
    receipt.workItemId,
  ])
  expect(kept).toEqual([{ version: 1 }, { version: 2 }])
})

test('the same save sent twice is one record', async () => {
  const receipt = await itemIn(people, 'accepted')
  const params = { ...issueOf(receipt), workItemId: receipt.workItemId }
  const send = () => people.worker.attempt('saveWork', { params, body: RECORD }, { 'Idempotency-Key': 'work-once' })
  expect((await send()).text).toBe((await send()).text)
})

test('sent again an hour later it still shows its photos', async () => {
  const receipt = await itemIn(people, 'accepted')
  const photo = await uploadPhoto(people.worker)
  const params = { ...issueOf(receipt), workItemId: receipt.workItemId }
  const send = async (): Promise<Work> => {
    const body = { ...RECORD, beforeIds: [photo.id] }
    const answer = await people.worker.attempt('saveWork', { params, body }, { 'Idempotency-Key': 'work-later' })
    return Work.parse(answer.body)
  }
  const first = await send()
  server.clock.advance({ hours: 1 })
  const again = await send()
  expect([again.version, idsOf(again.before)]).toEqual([first.version, idsOf(first.before)])
  const [before, after] = [first.before[0]?.url, again.before[0]?.url]
  if (before === undefined || after === undefined) throw new Error('the photo is shown')
  expect((await people.worker.attempt('getFile', callOf(before))).code).toBe('file_link_expired')
  expect((await people.worker.attempt('getFile', callOf(after))).status).toBe(200)
})

test('nothing is recorded of what was taken back, or of another issue’s item', async () => {
  const [receipt, other] = [await itemIn(people, 'accepted'), await itemIn(people, 'accepted')]
  expect(await codeOf(save(people.worker, receipt, {}, other.workItemId))).toBe('not_found')
  const withdrawn = await report(people.resident)
  await make(people.resident, withdrawn, 'withdraw')
  expect(await codeOf(save(people.worker, withdrawn))).toBe('work_not_possible')
})

const idsOf = (photos: readonly { id: string }[] | undefined) => photos?.map(({ id }) => id)

test('photos of before and after stand beside it in their order, and one that is taken out is kept with its record', async () => {
  const receipt = await itemIn(people, 'accepted')
  const [first, second, after] = await Promise.all([1, 2, 3].map(() => uploadPhoto(people.worker)))
  if (!first || !second || !after) throw new Error('three photos were sent')
  await save(people.worker, receipt, { beforeIds: [second.id, first.id], afterIds: [after.id] })
  const [work] = await worksFor(people.resident, receipt)
  expect([idsOf(work?.before), idsOf(work?.after)]).toEqual([[second.id, first.id], [after.id]])
  const third = await uploadPhoto(people.leader)
  await save(people.leader, receipt, { version: 1, beforeIds: [first.id, third.id], afterIds: [] })
  const [changed] = await worksFor(people.resident, receipt)
  expect([idsOf(changed?.before), idsOf(changed?.after)]).toEqual([[first.id, third.id], []])
  const kept = await server.sql('select id from stored_file where id = any($1) and subject_id = $2', [
    [first, second, third, after].map(({ id }) => id),
    receipt.workItemId,
  ])
  expect(kept).toHaveLength(4)
})

test('a photo of an issue that is not public opens for whoever it was shown to alone; of a public one for anybody', async () => {
  const [hidden, open] = [await itemIn(people, 'accepted'), await itemIn(people, 'accepted', PUBLIC)]
  for (const receipt of [hidden, open]) {
    const { id } = await uploadPhoto(people.worker)
    await save(people.worker, receipt, { afterIds: [id] })
  }
  const [own] = await worksFor(people.resident, hidden)
  const address = callOf(own?.after[0]?.url ?? '')
  expect((await people.resident.attempt('getFile', address)).status).toBe(200)
  expect((await people.neighbour.attempt('getFile', address)).status).toBe(404)
  const [seen] = await worksFor(server.anonymous, open)
  expect((await server.anonymous.attempt('getFile', callOf(seen?.after[0]?.url ?? ''))).status).toBe(200)
})

test('only one’s own new photos are hung on it, and nothing is recorded with another', async () => {
  const receipt = await itemIn(people, 'accepted')
  const [theirs, voice] = [await uploadPhoto(people.leader), await uploadVoiceNote(people.worker)]
  for (const id of [theirs.id, voice.id, '0199f000-0000-7000-8000-000000000009']) {
    expect(await codeOf(save(people.worker, receipt, { beforeIds: [id] }))).toBe('unknown_file')
  }
  expect(await worksFor(people.resident, receipt)).toEqual([])
})
