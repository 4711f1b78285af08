import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { itemFor, type Raosai, report, signInRaosai } from '../../test/factories.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'

const DATA = fileURLToPath(new URL('../../../config/data', import.meta.url))
let directory: string
let server: TestServer
let people: Raosai

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'live-config-'))
  cpSync(DATA, directory, { recursive: true })
  server = await startTestServer({ CONFIG_DIR: directory })
  people = await signInRaosai(server)
})
beforeEach(async () => {
  cpSync(DATA, directory, { recursive: true })
  await lookTwice()
})
afterAll(async () => {
  await server.stop()
  rmSync(directory, { recursive: true })
})

const lookTwice = async (): Promise<void> => {
  await server.app.lookAtConfig()
  await server.app.lookAtConfig()
}
const edit = (file: string, change: (text: string) => string): void => {
  const path = join(directory, file)
  const before = readFileSync(path, 'utf8')
  const after = change(before)
  if (after === before) throw new Error(`nothing changed in ${file}`)
  writeFileSync(path, after)
}
const problemsLogged = () => server.logged().split('configuration not taken').slice(1)
const hash = () => server.app.context.config().hash

test('another deadline class, calendar and routing rule decide what the next report gets, without a restart', async () => {
  const before = await itemFor(people.leader, await report(people.resident))
  expect(before.queue.id).toBe('raosai-grid-1')
  edit('catalogue.yaml', (text) => text.replace(/(- serviceCode: garbage[\s\S]*?deadlineClass: )\S+/, '$115d'))
  edit('raosai/routing.yaml', (text) =>
    text.replace(
      /before:/,
      'before:\n  - id: garbage-to-community\n    when: { serviceCodes: [garbage] }\n    to: community\n    because: 示范：垃圾先由社区接下。',
    ),
  )
  await lookTwice()
  const after = await itemFor(people.staff, await report(people.resident))
  expect(after.queue.id).toBe('raosai-community')
  expect(after.routedBecause).toBe('示范：垃圾先由社区接下。')
  expect(Date.parse(after.dueAt)).toBeGreaterThan(Date.parse(before.dueAt))
})

test('a deadline class that is given more time while running promises later from then on, and breaks no promise', async () => {
  const receipt = await report(people.resident)
  const before = await itemFor(people.leader, receipt)
  edit('deadline-classes.yaml', (text) => text.replace(/(id: 1wd, .*?workingDays: )1/, '$14'))
  await lookTwice()
  const after = await itemFor(people.leader, await report(people.resident))
  // A Monday with one working day, and with four.
  expect([before.dueAt, after.dueAt]).toEqual(['2026-11-24T10:00:00.000Z', '2026-11-27T10:00:00.000Z'])
  expect((await itemFor(people.leader, receipt)).dueAt).toBe(before.dueAt)
})

test('a deadline class that is missing where a category names it is not taken', async () => {
  const before = hash()
  edit('deadline-classes.yaml', (text) => text.replace(/.*id: 1wd, .*\n/, ''))
  await lookTwice()
  expect(hash()).toBe(before)
  expect((await report(people.resident)).receiptNumber).toMatch(/^RS-/)
})

test('a closed day that is entered while running moves the next promise behind it', async () => {
  const acceptanceDue = async () =>
    (await itemFor(people.leader, await report(people.resident))).clocks.find(({ clock }) => clock === 'acceptance')
      ?.dueAt ?? ''
  const before = await acceptanceDue()
  edit('raosai/calendar.yaml', (text) =>
    text.replace(/closures:.*/, 'closures:\n  - { name: 示范停办, from: "2026-11-23", to: "2026-11-27", demo: true }'),
  )
  await lookTwice()
  expect(Date.parse(await acceptanceDue())).toBeGreaterThan(Date.parse(before))
})

test('a change is taken when two looks agree, and kept with what it was', async () => {
  const before = hash()
  edit('raosai/community.yaml', (text) => `${text}\n# 一行注解不算变化\n`)
  await lookTwice()
  expect(hash()).toBe(before)
  edit('work-queue.yaml', (text) => text.replace(/followUpAfterDays: \d+/, 'followUpAfterDays: 9'))
  await server.app.lookAtConfig()
  expect(hash()).toBe(before)
  await server.app.lookAtConfig()
  expect(hash()).not.toBe(before)
  expect(await server.sql('select hash from config_version where hash = $1', [hash()])).toHaveLength(1)
})

test('a broken file changes nothing and says so once, and again when it is broken in another way', async () => {
  const [before, logged] = [hash(), problemsLogged().length]
  edit('work-queue.yaml', (text) => text.replace(/followUpAfterDays: \d+/, 'followUpAfterDays: soon'))
  await lookTwice()
  await lookTwice()
  expect(hash()).toBe(before)
  expect(problemsLogged().length).toBe(logged + 1)
  expect((await server.send('/metrics')).text).toContain('config_problems 1')
  expect((await report(people.resident)).receiptNumber).toMatch(/^RS-/)
  edit('work-queue.yaml', (text) => text.replace('followUpAfterDays: soon', 'followUpAfterDays: 900'))
  await lookTwice()
  expect(problemsLogged().length).toBe(logged + 2)
  expect(hash()).toBe(before)
})

test('what was mended is taken, and the problem is no longer counted', async () => {
  edit('work-queue.yaml', (text) => text.replace(/followUpAfterDays: \d+/, 'followUpAfterDays: soon'))
  await lookTwice()
  edit('work-queue.yaml', (text) => text.replace('followUpAfterDays: soon', 'followUpAfterDays: 8'))
  await lookTwice()
  expect(server.app.context.config().timerRules.followUpAfterDays).toBe(8)
  expect((await server.send('/metrics')).text).toContain('config_problems 0')
})

test('demonstration people whose roles change in the files may do what the files say', async () => {
  edit(
    'demo-people.yaml',
    (text) =>
      `${text}  - id: 5b1b3b0e-5f0e-4a39-9d0f-0f1f2a3b4c5d\n    name: 绕赛社区网格员（示范后补）\n    roles:\n      - { role: grid_worker, gridCellId: raosai-1 }\n`,
  )
  await lookTwice()
  const added = await server.signIn('5b1b3b0e-5f0e-4a39-9d0f-0f1f2a3b4c5d')
  expect((await added.call('listMyQueues')).items.map(({ id }) => id)).toEqual(['raosai-grid-1'])
})
