import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressOf } from '../../test/client.ts'
import { type Raosai, report, signInRaosai } from '../../test/factories.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'

/** More than two pages of what is read at once. */
const COPIES = 1_100

let server: TestServer
let people: Raosai
/** Every number, in the order in which the items came in. */
let numbers: string[]

beforeAll(async () => {
  server = await startTestServer()
  people = await signInRaosai(server)
  const { workItemId } = await report(people.resident)
  await server.sql(COPY, [workItemId, COPIES])
  const rows = await server.sql<{ receipt_number: string }>('select receipt_number from work_item order by id')
  numbers = rows.map((row) => row.receipt_number)
}, 60_000)
afterAll(() => server.stop())

/** The same item again and again, each under a number of its own and with its first event. */
const COPY = `
  with copies as (
    select jsonb_populate_record(item, jsonb_build_object(
      'id', uuidv7(), 'receipt_number', item.receipt_number || '-' || lpad(n::text, 5, '0')
    )) as copy
    from work_item as item, generate_series(1, $2) as n where item.id = $1
  ), inserted as (
    insert into work_item select (copy).* from copies returning id
  )
  insert into work_item_event select (copy).* from (
    select jsonb_populate_record(event, jsonb_build_object('id', uuidv7(), 'work_item_id', inserted.id)) as copy
    from work_item_event as event, inserted where event.work_item_id = $1) as events`

const download = (format: string) =>
  fetch(
    server.url +
      addressOf('exportLedger', {
        params: { communityId: 'raosai' },
        query: { from: '2026-11-01', to: '2026-11-30', format },
      }),
    { headers: { Authorization: `Bearer ${people.staff.token ?? ''}` } },
  )

test('a ledger of many pages has every item once, in the order in which they came in, and one header', async () => {
  const lines = (await (await download('csv')).text()).trimEnd().split('\r\n')
  const [header, ...rows] = lines
  expect(header).toContain('编号,事项')
  expect(rows.map((row) => row.split(',')[0])).toEqual(numbers)
  expect(numbers).toHaveLength(COPIES + 1)
})

test('the workbook has the same items, each with its cells', async () => {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(await (await download('xlsx')).arrayBuffer())
  const sheet = workbook.getWorksheet('台账')
  if (!sheet) throw new Error('no sheet')
  expect(sheet.rowCount).toBe(numbers.length + 1)
  const rows = sheet.getRows(2, numbers.length) ?? []
  expect(rows.map((row) => row.getCell(1).value)).toEqual(numbers)
  const submitted = new Date('2026-11-23T10:00:00.000Z')
  expect(rows.every((row) => row.getCell(9).value?.valueOf() === submitted.valueOf())).toBe(true)
})
