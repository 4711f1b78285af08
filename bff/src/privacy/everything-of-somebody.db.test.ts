import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { createLeakItems, type LeakItems } from '../../test/leak-matrix-items.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'
import { composeInventory } from '../personal-inventory.ts'
import { listRowsOf } from './personal-row.repository.ts'

const INVENTORY = composeInventory(() => Promise.resolve())

let server: TestServer
let items: LeakItems
let reporter: Client

beforeAll(async () => {
  server = await startTestServer()
  items = await createLeakItems(server)
  reporter = await items.people.as('reporter')
})
afterAll(() => server.stop())

interface Section {
  name: string
  rows: Record<string, string>[]
}
const sectionsOf = async (client: Client): Promise<Section[]> => {
  const answer = await client.attempt('exportMyData')
  const { sections } = answer.body as { sections: Section[] } // What this test is about.
  return sections
}

test('every row of everything that somebody has is in their file', async () => {
  const sections = await sectionsOf(reporter)
  const seen: string[] = []
  for (const data of INVENTORY) {
    const { total } = await listRowsOf(
      server.app.context.db,
      data,
      { personId: reporter.personId, isBesideStaff: false },
      1_000,
    )
    const isSaid = Object.values(data.columns).some(({ kind }) => kind !== 'left_out')
    if (!isSaid || total === 0) continue
    seen.push(data.table)
    const section = sections.find(({ name }) => name === data.name.zh)
    // Signing in to ask is a session more, and nothing else.
    expect([data.table, section?.rows.length]).toEqual([data.table, total])
  }
  expect(seen.length).toBeGreaterThan(20)
})

test('what one side says in a case the other does not get, nor whom somebody trusts', async () => {
  const mine = JSON.stringify(await sectionsOf(reporter))
  const theirs = JSON.stringify(await sectionsOf(await items.people.as('respondent')))
  const { items: planted } = { items: items.planting.all }
  for (const word of planted.flatMap(({ words }) => words.staff))
    expect([mine.includes(word), theirs.includes(word)]).toEqual([false, false])
  for (const word of planted.flatMap(({ words }) => words.requester))
    expect([word, theirs.includes(word)]).toEqual([word, false])
})
