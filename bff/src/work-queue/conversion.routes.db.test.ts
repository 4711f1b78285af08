import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, createClient } from '../../test/client.ts'
import { addressOfItem, bodyOf, itemFor, itemIn, type Raosai, signInRaosai } from '../../test/factories.ts'
import { LATER, serveMovesOf } from '../../test/second-service.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'
import type { Notifications } from '../notifications/index.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import { convert } from './convert-work-item.ts'
import { type Engine, within } from './engine.ts'
import type { BodyOf } from './move-context.ts'
import { type Conversion, type SubjectHandlers, Subjects } from './subjects.ts'
import { lockWorkItemById } from './work-item.repository.ts'

let server: TestServer
let people: Raosai

beforeAll(async () => {
  server = await startTestServer()
  people = await signInRaosai(server)
})
afterAll(() => server.stop())

const BODY: BodyOf<'convert'> = {
  move: 'convert',
  version: 1,
  service: LATER,
  agreed: '只说时间和地点。',
  hasConsent: true,
}

/** The engine on the database of the server, with a service of the test beside the real ones. */
const engineWith = (handlers: SubjectHandlers): Engine => {
  const subjects = new Subjects()
  subjects.register('issues', {})
  subjects.register(LATER, handlers)
  const notifications: Notifications = { notify: async () => {}, notifyAll: async () => {}, askToCall: async () => {} }
  const live: Engine['live'] = { queuesChanged() {}, viewersChanged() {}, onChanges() {}, stop() {} }
  return { ...server.app.context, notifications, subjects, live }
}

/** Makes the conversion as the move does. */
const convertTo = async (workItemId: string, handlers: SubjectHandlers, body = BODY): Promise<void> => {
  const { context } = server.app
  const engine = engineWith(handlers)
  const now = context.clock.now()
  const { personId } = people.worker
  const hand = { actorId: personId, authority: null, isFromWechat: false } as const
  const viewer = { personId, name: '示范', roles: [], language: 'zh', ...hand } as const
  await inTransaction(context.db, now, PLAIN_WRITE, async (trx) => {
    const item = await lockWorkItemById(trx, 'raosai', workItemId)
    if (!item) throw new Error('the item is there')
    await convert({ engine: within(engine, trx), trx, item, viewer, receiptNumber: 'RS-20261123-9000', now }, body)
  })
}

test('where no other service takes items over, nobody is offered it and a request is refused', async () => {
  const receipt = await itemIn(people, 'accepted')
  const { version } = await itemFor(people.worker, receipt)
  const body = bodyOf('convert', version, { service: 'canteen' })
  const answer = await people.worker.attempt('moveWorkItem', { params: addressOfItem(receipt), body })
  expect([answer.status, answer.code]).toEqual([422, 'conversion_not_possible'])
  const { services } = await people.worker.call('getMoveChoices', { params: addressOfItem(receipt) })
  expect(services).toEqual(['mediation'])
})

test('over HTTP an item becomes one of a service that takes it over, for whoever may move it and nobody else', async () => {
  const receipt = await itemIn(people, 'accepted')
  const { version } = await itemFor(people.worker, receipt)
  const received: Conversion[] = []
  const moves = await serveMovesOf(
    engineWith({
      async acceptConversion(_trx, conversion) {
        received.push(conversion)
      },
    }),
  )
  try {
    const convertAs = (client: Client, body: object) =>
      createClient(moves.url, client.token, client.personId).attempt('moveWorkItem', {
        params: addressOfItem(receipt),
        body: { ...BODY, version, ...body },
      })
    expect((await convertAs(people.neighbour, {})).code).toBe('not_found')
    expect((await convertAs(people.resident, {})).code).toBe('move_not_allowed')
    expect((await convertAs(people.worker, { version: version - 1 })).code).toBe('stale_version')
    expect((await convertAs(people.worker, { hasConsent: false })).code).toBe('validation_failed')
    expect(received).toEqual([])
    const answer = await convertAs(people.worker, {})
    expect([answer.status, answer.code]).toEqual([200, undefined])
    expect(answer.body).toMatchObject({ state: 'closed', outcome: 'converted', allowedMoves: [], version: version + 1 })
    expect(received).toMatchObject([{ fromWorkItemId: receipt.workItemId, agreed: BODY.agreed }])
    expect((await convertAs(people.worker, {})).code).toBe('stale_version')
    expect((await convertAs(people.worker, { version: version + 1 })).code).toBe('move_not_allowed')
    expect(received).toHaveLength(1)
  } finally {
    moves.stop()
  }
  const { timeline } = await itemFor(people.resident, receipt)
  expect(timeline.at(-1)).toMatchObject({ kind: 'converted', from: 'accepted', to: 'closed' })
})

test('without the consent of the resident nothing is converted', async () => {
  const receipt = await itemIn(people, 'accepted')
  const { version } = await itemFor(people.worker, receipt)
  const body = { ...bodyOf('convert', version), hasConsent: false }
  const answer = await people.worker.attempt('moveWorkItem', { params: addressOfItem(receipt), body })
  expect(answer.fields.map(({ field }) => field)).toEqual(['hasConsent'])
})

test('what was agreed is carried over and nothing else, and the item ends as converted', async () => {
  const receipt = await itemIn(people, 'accepted')
  const received: Conversion[] = []
  await convertTo(receipt.workItemId, {
    async acceptConversion(_trx, conversion) {
      received.push(conversion)
    },
  })
  expect(received).toEqual([
    {
      communityId: 'raosai',
      fromWorkItemId: receipt.workItemId,
      requesterId: people.resident.personId,
      agreed: '只说时间和地点。',
      receiptNumber: expect.stringMatching(/^RS-/),
    },
  ])
  const item = await itemFor(people.resident, receipt)
  expect(item).toMatchObject({ state: 'closed', outcome: 'converted', allowedMoves: [] })
  expect(JSON.stringify(item)).not.toContain('只说时间和地点。')
})

test('when the other service fails, the item stays as it was', async () => {
  const receipt = await itemIn(people, 'accepted')
  const before = await itemFor(people.worker, receipt)
  const failing = { acceptConversion: () => Promise.reject(new Error('no room')) }
  await expect(convertTo(receipt.workItemId, failing)).rejects.toThrow('no room')
  expect(await itemFor(people.worker, receipt)).toEqual(before)
})

test('a service that takes nothing over is refused, and so is the service of the item itself', async () => {
  const receipt = await itemIn(people, 'accepted')
  await expect(convertTo(receipt.workItemId, {})).rejects.toThrow('conversion_not_possible')
  const own = { ...BODY, service: 'issues' as const }
  await expect(convertTo(receipt.workItemId, { acceptConversion: async () => {} }, own)).rejects.toThrow(
    'conversion_not_possible',
  )
  expect((await itemFor(people.worker, receipt)).state).toBe('accepted')
})

test('an item can be turned into each other service that takes items over', () => {
  const subjects = new Subjects()
  const community = server.app.context.config().communities.get('raosai')
  if (!community) throw new Error('the community is there')
  subjects.register('issues', { acceptConversion: async () => {} })
  expect(subjects.conversionTargets('issues', community)).toEqual([])
  subjects.register(LATER, { acceptConversion: async () => {} })
  expect(subjects.conversionTargets('issues', community)).toEqual([LATER])
  expect(subjects.conversionTargets(LATER, community)).toEqual(['issues'])
  subjects.register('canteen', { acceptConversion: async () => {}, isOfferedIn: () => false })
  expect(subjects.conversionTargets('issues', community)).toEqual([LATER])
})
