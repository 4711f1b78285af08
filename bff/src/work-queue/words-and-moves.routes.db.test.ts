import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressOfItem, itemFor, itemIn, type Raosai, signInRaosai } from '../../test/factories.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let people: Raosai

beforeAll(async () => {
  server = await startTestServer()
  people = await signInRaosai(server)
})
afterAll(() => server.stop())

test('a reply and a move at the same moment are both kept, and the reply stops its clock', async () => {
  for (let round = 0; round < 15; round += 1) {
    const receipt = await itemIn(people, 'accepted')
    const { version } = await itemFor(people.worker, receipt)
    const params = addressOfItem(receipt)
    await Promise.all([
      people.worker.call('addReply', { params, body: { body: '明天上午来修。' } }),
      people.leader.call('moveWorkItem', { params, body: { move: 'escalate', version, note: '请社区协调材料。' } }),
    ])
    const { clocks, timeline } = await itemFor(people.worker, receipt)
    expect(clocks.find(({ clock }) => clock === 'first_reply')?.endedAt).not.toBeNull()
    expect(timeline.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['replied', 'escalated']))
  }
})
