import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { move } from '../../test/desk.ts'
import { addPerson, addressOfItem, itemFor, type Raosai, report, signInRaosai } from '../../test/factories.ts'
import { closeSockets, connect, type LiveSocket, openSocket } from '../../test/live-socket.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'

const CELL = 'raosai-grid-1'

let server: TestServer
let people: Raosai

beforeAll(async () => {
  server = await startTestServer()
  people = await signInRaosai(server)
})
afterEach(closeSockets)
afterAll(() => server.stop())

const heardOf = (socket: LiveSocket, queueId: string) =>
  socket.frames.some((frame) => frame.type === 'queues_changed' && frame.queueIds.includes(queueId))
const viewersIn = (socket: LiveSocket) =>
  socket.frames.flatMap((frame) => (frame.type === 'viewers' ? [frame.viewers.map(({ id }) => id)] : [])).at(-1)
const soon = { timeout: 2_000, interval: 20 }

describe('a connection', () => {
  test('is welcomed with the queues of its person', async () => {
    const socket = await connect(server.url, people.worker)
    expect(socket.frames).toEqual([{ type: 'welcome', queueIds: [CELL] }])
  })

  test('that does not say hello is closed after five seconds', async () => {
    const socket = await openSocket(server.url)
    expect(await socket.closed).toBe(1008)
    expect(socket.frames).toEqual([{ type: 'refused' }])
  }, 10_000)

  test.each([
    ['a token that nobody has', { type: 'hello', token: 'x'.repeat(43) }],
    ['a token that is none', { type: 'hello', token: "' or 1=1" }],
    ['something else first', { type: 'viewing', workItemId: null }],
  ])('that says %s is refused', async (_name, frame) => {
    const socket = await openSocket(server.url)
    socket.say(frame)
    expect(await socket.closed).toBe(1008)
    expect(socket.frames).toEqual([{ type: 'refused' }])
  })

  test('of a resident is refused: the desk is for staff', async () => {
    const socket = await openSocket(server.url)
    socket.say({ type: 'hello', token: people.resident.token })
    expect(await socket.closed).toBe(1008)
    expect(socket.frames).toEqual([{ type: 'refused' }])
  })

  test.each([
    ['is no JSON', 'hello'],
    ['asks for what there is not', '{"type":"queues"}'],
    ['looks at something that is no item', '{"type":"viewing","communityId":"raosai","workItemId":"1"}'],
  ])('that %s is closed', async (_name, text) => {
    const socket = await connect(server.url, people.worker)
    socket.sayText(text)
    expect(await socket.closed).toBe(1008)
  })

  test('that says more than 4 kilobytes at once is closed', async () => {
    const socket = await connect(server.url, people.worker)
    socket.sayText('x'.repeat(5_000))
    expect(await socket.closed).toBe(1009)
  })

  test('at another address is not answered', async () => {
    await expect(openSocket(server.url, '/api/other')).rejects.toThrow('404')
  })

  test('takes no token from the address', async () => {
    const socket = await openSocket(server.url, `/api/live?token=${people.worker.token}`)
    socket.say({ type: 'viewing', workItemId: null })
    expect(await socket.closed).toBe(1008)
  })
})

describe('a change', () => {
  test('by one person reaches the other within two seconds, and a person of another queue not at all', async () => {
    const receipt = await report(people.resident)
    const [leader, other] = [await connect(server.url, people.leader), await connect(server.url, people.elsewhere)]
    await move(people.worker, receipt, { move: 'claim' })
    await expect.poll(() => heardOf(leader, CELL), soon).toBe(true)
    expect(other.frames.map(({ type }) => type)).toEqual(['welcome'])
  })

  test('says which queues and nothing of the item', async () => {
    const leader = await connect(server.url, people.leader)
    const receipt = await report(people.resident, { description: '只有这里写的话' })
    await expect.poll(() => heardOf(leader, CELL), soon).toBe(true)
    const said = JSON.stringify(leader.frames)
    for (const secret of ['只有这里写的话', receipt.workItemId, receipt.receiptNumber])
      expect(said).not.toContain(secret)
  })

  test('reaches the queue that an item goes to', async () => {
    const receipt = await report(people.resident)
    const staff = await connect(server.url, people.staff)
    await move(people.leader, receipt, { move: 'escalate', note: '人手不够。' })
    await expect.poll(() => heardOf(staff, 'raosai-community'), soon).toBe(true)
  })

  test('that is refused is not told', async () => {
    const receipt = await report(people.resident)
    await settled()
    const leader = await connect(server.url, people.leader)
    await people.worker.attempt('moveWorkItem', {
      params: addressOfItem(receipt),
      body: { move: 'claim', version: 99 },
    })
    await settled()
    expect(leader.frames.map(({ type }) => type)).toEqual(['welcome'])
  })

  test('of an item that is about somebody is not told to them', async () => {
    const about = await server.signIn(
      await addPerson(server, 'grid_leader', { communityId: 'raosai', gridCellId: 'raosai-1' }),
    )
    const receipt = await report(people.resident)
    await server.sql('update work_item set excluded_staff_ids = array[$2::uuid] where id = $1', [
      receipt.workItemId,
      about.personId,
    ])
    await settled()
    const [leader, excluded] = [await connect(server.url, people.leader), await connect(server.url, about)]
    await move(people.worker, receipt, { move: 'claim' })
    await expect.poll(() => heardOf(leader, CELL), soon).toBe(true)
    excluded.say({ type: 'viewing', ...addressOfItem(receipt) })
    await settled()
    expect(excluded.frames.map(({ type }) => type)).toEqual(['welcome'])
  })

  test('in another process on the same database arrives too', async () => {
    const second = await startTestServer({ DATABASE_URL: server.databaseUrl })
    try {
      const leader = await connect(second.url, people.leader)
      const receipt = await report(people.resident)
      await expect.poll(() => heardOf(leader, CELL), soon).toBe(true)
      const here = await connect(server.url, people.worker)
      here.say({ type: 'viewing', ...addressOfItem(receipt) })
      leader.say({ type: 'viewing', ...addressOfItem(receipt) })
      await expect.poll(() => viewersIn(leader), soon).toEqual([people.worker.personId])
      await expect.poll(() => viewersIn(here), soon).toEqual([people.leader.personId])
    } finally {
      await second.stop()
    }
  })

  test('that happened while the connection to the database was lost is made up for', async () => {
    const leader = await connect(server.url, people.leader)
    await server.sql(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'little_bench_live'",
    )
    await expect.poll(() => heardOf(leader, CELL), { timeout: 5_000, interval: 50 }).toBe(true)
  })
})

describe('who has an item open', () => {
  test('is told to each other while they look, and until one leaves', async () => {
    const address = addressOfItem(await report(people.resident))
    const [worker, leader] = [await connect(server.url, people.worker), await connect(server.url, people.leader)]
    worker.say({ type: 'viewing', ...address })
    await expect.poll(() => viewersIn(worker), soon).toEqual([])
    leader.say({ type: 'viewing', ...address })
    await expect.poll(() => viewersIn(worker), soon).toEqual([people.leader.personId])
    expect(viewersIn(leader)).toEqual([people.worker.personId])
    leader.socket.close()
    await expect.poll(() => viewersIn(worker), soon).toEqual([])
  })

  test('is never told to somebody who does not work with it', async () => {
    const address = addressOfItem(await report(people.resident))
    const [worker, other] = [await connect(server.url, people.worker), await connect(server.url, people.elsewhere)]
    worker.say({ type: 'viewing', ...address })
    other.say({ type: 'viewing', ...address })
    await settled()
    expect(other.frames.map(({ type }) => type)).toEqual(['welcome'])
    expect(viewersIn(worker)).toEqual([])
    for (const client of [people.elsewhere, people.otherWorker])
      expect((await announce(client, address)).status).toBe(404)
    expect((await announce(people.resident, address)).code).toBe('forbidden')
  })

  test('is also known of those who have no live connection, for 40 seconds', async () => {
    const receipt = await report(people.resident)
    const address = addressOfItem(receipt)
    const worker = await connect(server.url, people.worker)
    worker.say({ type: 'viewing', ...address })
    await expect.poll(() => viewersIn(worker), soon).toEqual([])
    expect((await announce(people.leader, address)).body).toEqual({
      viewers: [{ id: people.worker.personId, name: expect.any(String) }],
    })
    await expect.poll(() => viewersIn(worker), soon).toEqual([people.leader.personId])
    expect((await itemFor(people.worker, receipt)).viewers.map(({ id }) => id)).toEqual([people.leader.personId])
    expect((await itemFor(people.resident, receipt)).viewers).toEqual([])
    server.clock.advance({ hours: 41 / 3600 })
    expect((await itemFor(people.worker, receipt)).viewers).toEqual([])
  })

  test('is forgotten at once when they say that they have left', async () => {
    const receipt = await report(people.resident)
    const address = addressOfItem(receipt)
    await announce(people.leader, address)
    expect((await itemFor(people.worker, receipt)).viewers).toHaveLength(1)
    await announce(people.leader, address, false)
    expect((await itemFor(people.worker, receipt)).viewers).toEqual([])
  })
})

const announce = (client: Client, params: Record<string, string>, isViewing = true) =>
  client.attempt('announcePresence', { params, body: { isViewing } })

/** Longer than changes wait to be sent together. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 600))

test('a server that stops says goodbye to whoever is connected, and does not wait for them', async () => {
  const second = await startTestServer()
  const worker = await second.signIn(people.worker.personId)
  const socket = await connect(second.url, worker)
  const start = performance.now()
  await second.stop()
  expect(await socket.closed).toBe(1001)
  expect(performance.now() - start).toBeLessThan(5_000)
})
