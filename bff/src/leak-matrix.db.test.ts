import { apiEndpoints } from '@little-bench/shared/api'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Answer, addressOf, type Client, type Loose, type OperationName } from '../test/client.ts'
import { PUPIL_WORDS, pupilWordsFor } from '../test/leak-matrix-activity-rows.ts'
import { bookingWordsFor } from '../test/leak-matrix-booking-rows.ts'
import { CHILD_WORDS, childWordsFor } from '../test/leak-matrix-childcare-rows.ts'
import { fileWordsFor } from '../test/leak-matrix-files-rows.ts'
import { createLeakItems, type LeakItems } from '../test/leak-matrix-items.ts'
import { mealWordsFor } from '../test/leak-matrix-meals.ts'
import { caseWords, caseWordsFor, readsApplicantName } from '../test/leak-matrix-mediation.ts'
import { profileWordsFor } from '../test/leak-matrix-profile-rows.ts'
import { createRows, DESK_WORDS, deskWordsFor, type Row } from '../test/leak-matrix-rows.ts'
import { visitWordsFor } from '../test/leak-matrix-visits.ts'
import { allWords, FULL_NAME, knownTo } from '../test/planted.ts'
import { startTestServer, type TestServer } from '../test/server.ts'

let server: TestServer
let items: LeakItems
let rows: Record<OperationName, Row | readonly Row[]>

beforeAll(async () => {
  // As in production, where answers are sent as the handlers made them, without the contract cutting anything off.
  server = await startTestServer({ NODE_ENV: 'production' })
  items = await createLeakItems(server)
  rows = createRows(server, items)
  await vi.waitFor(
    async () => {
      const inbox = await (await items.people.as('reporter')).call('listInbox', { query: { limit: 50 } })
      if (inbox.items.filter(({ kind }) => kind === 'receipt').length < 7) throw new Error('the receipts are under way')
    },
    { timeout: 10_000, interval: 100 },
  )
})
afterAll(() => server.stop())

const isOperation = (name: string): name is OperationName => name in apiEndpoints
const words = (): string[] => [
  ...allWords(items.planting.all),
  ...DESK_WORDS,
  ...items.profile.words,
  ...items.booking.words,
  ...items.meals.words,
  ...CHILD_WORDS,
  ...PUPIL_WORDS,
  ...items.files.words,
  ...caseWords(items.cases),
  ...items.visits.words,
]

/** All that came over the wire; a workbook is unpacked first. */
const answerTo = async (caller: Client, operation: OperationName, input: Loose): Promise<Answer> => {
  const answer = await caller.attempt(operation, input)
  if (input.query?.['format'] !== 'xlsx' || answer.status !== 200) return answer
  const response = await fetch(server.url + addressOf(operation, input), {
    headers: { Authorization: `Bearer ${caller.token}` },
  })
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(await response.arrayBuffer())
  return { ...answer, text: JSON.stringify(workbook.model) }
}

test('every operation of the OpenAPI document has a row', async () => {
  const { text } = await server.send('/api/openapi.json')
  const operations = [...text.matchAll(/"operationId":"(\w+)"/g)].map(([, name]) => name ?? '')
  expect(operations.toSorted()).toEqual(Object.keys(rows).toSorted())
})

describe.each(Object.keys(apiEndpoints).filter(isOperation))('%s', (operation) => {
  test('answers each person what they may know and nothing else', async () => {
    for (const { input, sees } of [rows[operation]].flat()) {
      for (const [name, signIn] of Object.entries(items.people.callers)) {
        const caller = await signIn()
        const answer = await answerTo(caller, operation, await input(caller, name))
        const whole = answer.text + JSON.stringify([...answer.headers])
        const seen = words().filter((word) => whole.includes(word))
        const marks = sees?.(name)
        const missing = marks?.filter((mark) => !seen.includes(mark)) ?? []
        const known = [
          ...(marks ?? []),
          ...caseWordsFor(name, items.cases),
          ...knownTo(name, items.planting.all),
          ...deskWordsFor(name, items.shared),
          ...profileWordsFor(name, items.profile),
          ...fileWordsFor(name, items.files),
          ...bookingWordsFor(name, items.booking, operation),
          ...mealWordsFor(name, items.meals, operation),
          ...childWordsFor(name),
          ...pupilWordsFor(name),
          ...visitWordsFor(name, items.visits, operation),
        ]
        const leaked = marks === undefined ? seen : seen.filter((word) => !known.includes(word))
        expect({ name, missing, leaked }).toEqual({ name, missing: [], leaked: [] })
        // A refusal shows nothing either: whoever is permitted must really have been answered.
        expect([name, marks === undefined || answer.status < 300]).toEqual([name, true])
        const isOwnName = (operation === 'getMe' || operation === 'exportMyData') && name === 'reporter'
        const isNamed = answer.text.includes(FULL_NAME) && !readsApplicantName(name, operation)
        expect([name, isNamed]).toEqual([name, isOwnName])
      }
    }
  }, 60_000)
})

test.each(['/metrics', '/healthz', '/readyz', '/api/openapi.json'])('%s says nothing about anybody', async (path) => {
  const answer = await server.send(path)
  expect(answer.status).toBe(200)
  expect(words().filter((word) => answer.text.includes(word))).toEqual([])
})
