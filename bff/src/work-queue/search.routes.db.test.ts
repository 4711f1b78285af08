import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import {
  addPerson,
  addressOfItem,
  make,
  type Named,
  personIdOf,
  type Raosai,
  report,
  signInRaosai,
} from '../../test/factories.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'
import { uploadVoiceNote } from '../../test/uploads.ts'

let server: TestServer
let people: Raosai
let subdistrict: Client

beforeAll(async () => {
  server = await startTestServer()
  people = await signInRaosai(server)
  subdistrict = await server.signIn(personIdOf(server, 'subdistrict_staff', { unitId: 'bakuo-subdistrict' }))
})
afterAll(() => server.stop())

const search = async (text: string, client = people.staff, limit = 50) =>
  client.call('searchItems', { query: { text, limit } })
const found = async (text: string, client = people.staff) => (await search(text, client)).items.map(({ id }) => id)
const say = (description: string, changes = {}) => report(people.resident, { description, ...changes })

test.each([
  ['巷口的下水道堵了。', '下水道'],
  ['巷口有积水。', '积水'],
  ['巷口结冰了。', '冰'],
  ['ཆུ་ཡུར་འགག་འདུག', 'ཆུ་ཡུར'],
  ['གློག་སྒྲོན་མི་འདུག', 'གློག'],
  ['门牌是Ａ－１２号。', 'a-12'],
  ['打折100%的传单。', '100%'],
])('%s is found by %s', async (description, text) => {
  const receipt = await say(description)
  expect(await found(text)).toContain(receipt.workItemId)
})

test('a number is found, in whatever width it is typed', async () => {
  const { receiptNumber, workItemId } = await say('编号。')
  const wide = receiptNumber.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
  for (const text of [receiptNumber, receiptNumber.toLowerCase(), wide]) expect(await found(text)).toEqual([workItemId])
})

test('each word must be there, wherever it was written', async () => {
  const receipt = await say('院子里的石榴树倒了。')
  await people.worker.call('addNote', { params: addressOfItem(receipt), body: { body: '要借油锯。' } })
  expect(await found('石榴树 油锯')).toEqual([receipt.workItemId])
  expect(await found('石榴树 吊车')).toEqual([])
})

test('what is typed is no pattern', async () => {
  const receipt = await say('百分之百。')
  for (const text of ['%%', '百%百', '百_之', '百\\']) expect(await found(text)).not.toContain(receipt.workItemId)
})

const refusedFor = async (text: string) => {
  const answer = await people.staff.attempt('searchItems', { query: { text } })
  return [answer.code, answer.fields?.map(({ field, message }) => [field, message.slice(0, 6)])]
}

test('six words, or letters that stand everywhere, are refused with what to do', async () => {
  expect(await refusedFor('一 二 三 四 五 六')).toEqual(['validation_failed', [['text', '词太多了，最']]])
  for (const text of ['a', '3', '%', 'a 7']) {
    expect(await refusedFor(text)).toEqual(['validation_failed', [['text', '请写具体一点']]])
  }
  const receipt = await say('3号楼的门铃。')
  expect(await found('3 门铃')).toEqual([receipt.workItemId])
})

test('a search that takes too long is stopped, and the next one is not', async () => {
  const receipt = await say('慢慢找的蜡梅。')
  await server.app.context.db.transaction().execute(async (trx) => {
    await sql`lock table work_item_words in access exclusive mode`.execute(trx)
    expect(await refusedFor('蜡梅')).toEqual(['validation_failed', [['text', '请写具体一点']]])
  })
  expect(await found('蜡梅')).toEqual([receipt.workItemId])
})

test('the excerpt shows the words around what was found', async () => {
  const receipt = await say('从前有一座桥，桥边有一只石狮子，昨天倒了。')
  const { items } = await search('石狮子')
  expect(items).toMatchObject([{ id: receipt.workItemId, excerpt: '从前有一座桥，桥边有一只石狮子，昨天倒了。' }])
})

test('a new title is found, and the former one no more', async () => {
  const receipt = await say('换类别。', { serviceCode: 'other' })
  await make(people.staff, receipt, 'recategorise', { serviceCode: 'roof_leak' })
  const { items } = await search(receipt.receiptNumber)
  const [title = ''] = (items[0]?.title ?? '').split(' · ')
  expect(await found(`${title} 换类别`)).toEqual([receipt.workItemId])
})

test('what its reporter hid is found no more', async () => {
  const receipt = await say('联系人是示范丁。')
  expect(await found('示范丁')).toEqual([receipt.workItemId])
  await people.resident.call('redactIssue', {
    params: { communityId: 'raosai', issueId: receipt.id },
    body: { description: '联系人。' },
  })
  expect(await found('示范丁')).toEqual([])
})

test('pages go on where they ended, newest first', async () => {
  const receipts = []
  for (let count = 0; count < 5; count++) receipts.push(await say('翻页测试。'))
  const newestFirst = receipts.map(({ workItemId }) => workItemId).toReversed()
  const first = await search('翻页测试', people.staff, 2)
  const second = await people.staff.call('searchItems', {
    query: { text: '翻页测试', limit: 50, ...(first.nextCursor !== null && { cursor: first.nextCursor }) },
  })
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(newestFirst)
  expect(second.nextCursor).toBeNull()
})

test('only whoever may open an item finds it: no colleague next door, no other community, nobody whom it is kept from', async () => {
  const receipt = await say('隔壁的柠檬树。')
  expect(await found('柠檬树', people.worker)).toEqual([receipt.workItemId])
  for (const client of [people.otherWorker, people.elsewhere, subdistrict]) {
    expect(await found('柠檬树', client)).toEqual([])
  }
  await make(people.leader, receipt, 'escalate')
  await make(people.leader, receipt, 'escalate')
  expect(await found('柠檬树', subdistrict)).toEqual([receipt.workItemId])
  await server.sql('update work_item set excluded_staff_ids = array[$1::uuid] where id = $2', [
    people.leader.personId,
    receipt.workItemId,
  ])
  expect(await found('柠檬树', people.leader)).toEqual([])
  expect((await people.resident.attempt('searchItems', { query: { text: '柠檬树' } })).code).toBe('forbidden')
})

test('a complaint is found by the subdistrict, and by nobody of the community or who leads whom it is about', async () => {
  const both = await addPerson(server, 'grid_leader', { communityId: 'raosai', gridCellId: 'raosai-1' })
  await server.sql("insert into role_assignment (person_id, role, unit_id) values ($1, 'subdistrict_staff', $2)", [
    both,
    'bakuo-subdistrict',
  ])
  const receipt = await say('不接电话的那位。', {
    serviceCode: 'complaint_staff',
    aboutStaffIds: [people.worker.personId],
  })
  expect(await found('不接电话', subdistrict)).toEqual([receipt.workItemId])
  for (const client of [people.worker, people.leader, people.staff, await server.signIn(both)]) {
    for (const text of ['不接电话', receipt.receiptNumber]) expect(await found(text, client)).toEqual([])
  }
})

test('whoever does one work of it finds it by what is said in that work, and by nothing that the whole says', async () => {
  const whole = await uploadVoiceNote(people.resident)
  const receipt = await say('整件事说的是蜂窝。', { fileIds: [whole.id] })
  await make(people.worker, receipt, 'claim')
  await make(people.worker, receipt, 'split', {
    parts: [{ title: '看小广场', placeId: 'raosai-small-square' }, { title: '清走' }],
  })
  const third = await server.signIn(personIdOf(server, 'grid_worker', { gridCellId: 'raosai-3' }))
  const transcribe = (client: Client, item: Named, fileId: string, transcript: string) =>
    client.attempt('transcribeVoiceNote', { params: { ...addressOfItem(item), fileId }, body: { transcript } })
  expect((await transcribe(people.worker, receipt, whole.id, '录音里说的是马蜂。')).status).toBe(200)
  const [first] = (await search('看小广场', third)).items
  if (!first) throw new Error('the work is found')
  const work = { workItemId: first.id }
  // Whoever has a part has no part in the voice of the whole, and cannot write over what others heard in it.
  expect((await transcribe(third, work, whole.id, '什么都没说。')).code).toBe('not_found')
  const part = await uploadVoiceNote(third)
  await third.call('addNote', { params: addressOfItem(work), body: { body: '听。', fileIds: [part.id] } })
  expect((await transcribe(third, work, part.id, '梯子不够长。')).status).toBe(200)
  expect(await found('梯子', third)).toEqual([work.workItemId])
  for (const text of ['蜂窝', '马蜂']) expect(await found(text, third)).toEqual([])
  expect(await found('马蜂', people.worker)).toEqual([receipt.workItemId])
})
