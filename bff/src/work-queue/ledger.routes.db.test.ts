import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressOf, answerOf, type Client } from '../../test/client.ts'
import { keepSignedIn } from '../../test/desk.ts'
import { addressOfItem, itemIn, make, personIdOf, type Raosai, report, signInRaosai } from '../../test/factories.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let people: Raosai
let subdistrict: Client

beforeAll(async () => {
  server = await startTestServer()
  people = await signInRaosai(server)
  subdistrict = await server.signIn(personIdOf(server, 'subdistrict_staff', { unitId: 'bakuo-subdistrict' }))
  await keepSignedIn(server)
})
afterAll(() => server.stop())

const MARKER = '只有当事人写过的话'
const WHOLE_MONTH = { from: '2026-11-01', to: '2026-11-30' }

const download = (client: Client, query: object = {}, communityId = 'raosai') =>
  fetch(
    server.url + addressOf('exportLedger', { params: { communityId }, query: { ...WHOLE_MONTH, ...query } }),
    client.token === undefined ? {} : { headers: { Authorization: `Bearer ${client.token}` } },
  )
const csvOf = async (client: Client, query: object = {}, communityId = 'raosai'): Promise<string> => {
  const answer = await download(client, { ...query, format: 'csv' }, communityId)
  if (answer.status !== 200) throw new Error(await answer.text())
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer())
}
const auditLines = () =>
  server.sql<{ actor_id: string; details: unknown }>(
    "select actor_id, details from audit_line where action = 'ledger_exported' order by id",
  )

test('the ledger says of an item where it is, what was promised and what came of it, and no word or name of anybody', async () => {
  const receipt = await itemIn(people, 'resolved', { description: MARKER })
  await people.staff.attempt('addNote', { params: addressOfItem(receipt), body: { body: MARKER } })
  await people.resident.call('rateWorkItem', {
    params: addressOfItem(receipt),
    body: { solved: true, satisfaction: 5, comment: MARKER },
  })
  const csv = await csvOf(people.staff)
  expect(csv.startsWith('\uFEFF编号,事项,类别,网格,来源队列,现队列,状态,结果,提交时间,')).toBe(true)
  const line = csv.split('\r\n').find((each) => each.startsWith(receipt.receiptNumber))
  expect(line).toContain('绕赛社区第一网格')
  expect(line).toContain('2026-11-23 10:00')
  expect(line).toContain('已办结')
  expect(line).toMatch(/,按时,.*,按时,.*,按时,0,0,已解决,5$/)
  expect(csv).not.toContain(MARKER)
  expect(csv).not.toContain('示范一')
  expect(csv).not.toContain('网格员')
})

test('the workbook has the same cells, a header that stays and instants as dates', async () => {
  const answer = await download(people.staff)
  expect(answer.headers.get('content-type')).toContain('spreadsheetml')
  expect(answer.headers.get('content-disposition')).toContain('ledger-raosai-2026-11-01-2026-11-30.xlsx')
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(await answer.arrayBuffer())
  const sheet = workbook.getWorksheet('台账')
  if (!sheet) throw new Error('no sheet')
  expect(sheet.views).toMatchObject([{ state: 'frozen', ySplit: 1 }])
  expect(sheet.getColumn(2).width).toBe(40)
  expect(sheet.getCell('A1').value).toBe('编号')
  const submitted = sheet.getCell('I2')
  expect(submitted.value).toEqual(new Date('2026-11-23T10:00:00.000Z'))
  expect(submitted.numFmt).toBe('yyyy-mm-dd hh:mm')
})

test('a title that could hold words of a person, or says more than a confidential category, stays out', async () => {
  const whole = await itemIn(people, 'accepted')
  await make(people.worker, whole, 'split', { parts: [{ title: MARKER }, { title: `${MARKER}二` }] })
  const confidential = await report(people.resident)
  await server.sql("update work_item set confidentiality = 'confidential', title = $2 where id = $1", [
    confidential.workItemId,
    MARKER,
  ])
  const csv = await csvOf(people.staff)
  expect(csv).not.toContain(MARKER)
  expect(csv).toContain(`${whole.receiptNumber}-1`)
  expect(csv).toContain('（分办）')
})

test('the ledger reaches as far as the queues of whoever asks, and never what they are kept from', async () => {
  const [excluded, barred, passedUp] = [
    await report(people.resident),
    await report(people.resident),
    await report(people.resident),
  ]
  await server.sql('update work_item set excluded_staff_ids = array[$2::uuid] where id = $1', [
    excluded.workItemId,
    people.staff.personId,
  ])
  await server.sql(
    "update work_item set queue_id = 'bakuo-subdistrict', participating_queue_ids = array['raosai-community'], barred_queue_ids = array['raosai-community', 'raosai-grid-1'] where id = $1",
    [barred.workItemId],
  )
  await server.sql("update work_item set supervising_queue_ids = array['bakuo-subdistrict'] where id = $1", [
    passedUp.workItemId,
  ])
  const [community, above] = [await csvOf(people.staff), await csvOf(subdistrict)]
  expect(community).not.toContain(excluded.receiptNumber)
  expect(community).not.toContain(barred.receiptNumber)
  expect(community).toContain(passedUp.receiptNumber)
  expect(above).toContain(passedUp.receiptNumber)
  expect(above).toContain(barred.receiptNumber)
  expect(above).not.toContain(excluded.receiptNumber)
})

test('only the days that were asked for are in it, by the clock of Lhasa', async () => {
  server.clock.set('2026-11-24T15:59:59.000Z')
  const last = await report(people.resident)
  server.clock.set('2026-11-24T16:00:00.000Z')
  const next = await report(people.resident)
  const csv = await csvOf(people.staff, { from: '2026-11-24', to: '2026-11-24' })
  expect(csv).toContain(last.receiptNumber)
  expect(csv).not.toContain(next.receiptNumber)
})

test('a range that ends before it begins or is longer than a year is refused', async () => {
  const codeOf = async (query: object) => (await answerOf(await download(people.staff, query))).code
  expect(await codeOf({ from: '2026-11-02', to: '2026-11-01' })).toBe('ledger_range_invalid')
  expect(await codeOf({ from: '2025-11-01', to: '2026-11-02' })).toBe('ledger_range_invalid')
  expect((await download(people.staff, { from: '2025-11-01', to: '2026-11-01' })).status).toBe(200)
})

test('every export is kept with who asked for which days', async () => {
  await server.sql('delete from audit_line')
  await csvOf(people.staff)
  expect(await auditLines()).toEqual([{ actor_id: people.staff.personId, details: { ...WHOLE_MONTH, format: 'csv' } }])
})

test('what cannot be kept in the audit log is not exported', async () => {
  await server.sql('alter table audit_line rename to audit_line_away')
  const answer = await download(people.staff, { format: 'csv' })
  await server.sql('alter table audit_line_away rename to audit_line')
  expect(answer.status).toBe(500)
  expect(await answer.text()).not.toContain('编号')
})

test('a reader who breaks off leaves no connection behind', async () => {
  const before = await openTransactions()
  const answer = await download(people.staff)
  await answer.body?.cancel()
  await expect.poll(openTransactions).toBe(before)
})

const openTransactions = async (): Promise<number> =>
  (
    await server.sql(
      "select pid from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'",
    )
  ).length

test('nobody exports a ledger without the permission or of a community whose items they never work on', async () => {
  const codeOf = async (client: Client) => (await answerOf(await download(client))).code
  expect(await codeOf(people.worker)).toBe('forbidden')
  expect(await codeOf(people.resident)).toBe('forbidden')
  expect(await codeOf(server.anonymous)).toBe('unauthenticated')
  expect(await codeOf(people.elsewhere)).toBe('not_found')
})
