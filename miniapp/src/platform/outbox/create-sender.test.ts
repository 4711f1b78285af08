import { IssueReceipt } from '@little-bench/shared/issues/contract'
import { Person } from '@little-bench/shared/people/contract'
import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { CallError } from '../call-error'
import { setOnline } from '../network-state'
import { useSession } from '../session'
import { removeStored } from '../storage'
import { createSender, type Delivery, type Sender } from './create-sender'
import { putEntry, reloadOutbox, removeEntry, useOutbox } from './outbox.store'
import { newEntry, type OutboxEntry } from './outbox-entry'

const writer = Person.parse({ id: '0190b1c4-1111-7aaa-8bbb-000000000001', name: '居民甲', roles: [] })
const other = Person.parse({ id: '0190b1c4-1111-7aaa-8bbb-000000000002', name: '居民乙', roles: [] })
const photo = { id: 'photo-1', kind: 'photo', bytes: 1000, seconds: null } as const

const receipt = IssueReceipt.parse({
  id: '0190b1c4-2222-7aaa-8bbb-000000000021',
  receiptNumber: 'RS-20261128-0001',
  workItemId: '0190b1c4-3333-7aaa-8bbb-000000000031',
  state: 'queued',
  queue: { id: 'raosai-grid-1', name: '绕赛社区第一网格' },
  routedBecause: '由这个地点的网格员办。',
  dueAt: '2026-12-05T10:00:00.000Z',
})

const entryNamed = (id: string, change: Partial<Pick<OutboxEntry, 'personId' | 'actingFor'>> = {}) =>
  newEntry({
    id,
    personId: writer.id,
    actingFor: null,
    communityId: 'raosai',
    title: '灯不亮',
    fields: { words: '路灯不亮' },
    body: { serviceCode: 'street_light', description: '路灯不亮', visibility: 'private', placeId: 'yard-7' },
    files: [photo],
    ...change,
  })

type Answer = 'arrives' | 'never leaves' | 'loses its answer' | 'never ends'

/** A server behind a network that does with each call what the next answer says; without one all goes well. */
const serverBehind = (answers: Answer[]) => {
  const reported = new Map<string, { as: string; actingFor: string | null; files: string[] }>()
  const call = async <T>(work: () => T): Promise<T> => {
    const answer = answers.shift() ?? 'arrives'
    if (answer === 'never ends') return new Promise(() => undefined)
    if (answer === 'never leaves') throw new CallError('network_unreachable', 0)
    const result = work()
    if (answer === 'loses its answer') throw new CallError('network_unreachable', 0)
    return result
  }
  const delivery: Delivery = {
    upload: async (file, from, { onStep }) => {
      onStep(from)
      const id = await call(() => `at-server-${file.id}`)
      onStep({ ...from, uploadId: id, received: file.bytes, isDone: true })
      return id
    },
    post: (_entry, files, { idempotencyKey, token, actingFor }) =>
      call(() => {
        if (!reported.has(idempotencyKey)) reported.set(idempotencyKey, { as: token, actingFor, files })
        return receipt
      }),
    forget: async () => undefined,
  }
  return { reported, delivery }
}

const states = () => useOutbox.getState().entries.map(({ state }) => state)
const aMoment = () => new Promise((later) => setTimeout(later, 0))

beforeEach(() => {
  useSession.getState().begin('token-of-writer', writer)
})

test('whatever happens on the way, each report is at the server once and nothing is lost', async () => {
  const step = fc.constantFrom<
    'hurry' | 'ask' | 'offline' | 'online' | 'close' | 'second window' | 'sign out' | 'sign in'
  >('hurry', 'ask', 'offline', 'online', 'close', 'second window', 'sign out', 'sign in')
  const answer = fc.constantFrom<Answer>('arrives', 'never leaves', 'loses its answer', 'never ends')
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), fc.array(answer, { maxLength: 12 }), async (steps, answers) => {
      removeStored('outbox')
      reloadOutbox()
      setOnline(true)
      useSession.getState().begin('token-of-writer', writer)
      const onTheWay = [...answers]
      const { reported, delivery } = serverBehind(onTheWay)
      let open: Sender[] = [createSender(delivery)]
      for (const id of ['key-1', 'key-2']) putEntry(entryNamed(id))
      for (const each of steps) {
        if (each === 'hurry') for (const sender of open) void sender.hurry()
        if (each === 'ask') void open[0]?.sendNow('key-2')
        if (each === 'offline') setOnline(false)
        if (each === 'online') setOnline(true)
        if (each === 'second window') open.push(createSender(delivery))
        if (each === 'sign out') useSession.getState().end()
        if (each === 'sign in') useSession.getState().begin('token-of-writer', writer)
        if (each === 'close') {
          for (const sender of open) sender.stop()
          open = [createSender(delivery)]
        }
        await aMoment()
      }
      onTheWay.length = 0
      for (const sender of open) sender.stop()
      setOnline(true)
      useSession.getState().begin('token-of-writer', writer)
      const last = createSender(delivery)
      reloadOutbox()
      await last.hurry()
      last.stop()
      expect(states()).toEqual(['received', 'received'])
      expect([...reported.keys()].sort()).toEqual(['key-1', 'key-2'])
      for (const { as, files } of reported.values()) {
        expect(as).toBe('token-of-writer')
        expect(files).toEqual(['at-server-photo-1'])
      }
    }),
    { numRuns: 60 },
  )
}, 60_000)

test('nothing goes out as somebody else, and for whom it was written stays', async () => {
  const { reported, delivery } = serverBehind([])
  const sender = createSender(delivery)
  putEntry(entryNamed('for-mother', { actingFor: { id: 'mother', name: '阿妈' } }))
  useSession.getState().begin('token-of-other', other)
  await sender.hurry()
  expect(reported.size).toBe(0)
  useSession.getState().begin('token-of-writer', writer)
  await sender.hurry()
  expect(reported.get('for-mother')).toMatchObject({ as: 'token-of-writer', actingFor: 'mother' })
  sender.stop()
})

test('a photo that is there is not sent again with the words', async () => {
  const { delivery } = serverBehind(['arrives', 'never leaves'])
  const began: boolean[] = []
  const sender = createSender({
    ...delivery,
    upload: (file, from, options) => {
      began.push(from.isDone)
      return delivery.upload(file, from, options)
    },
  })
  putEntry(entryNamed('key-1'))
  await sender.sendDue()
  expect(states()).toEqual(['unsent'])
  await sender.hurry()
  expect(began).toEqual([false, true])
  expect(states()).toEqual(['received'])
  sender.stop()
})

test('what is taken back while its photo is on its way never reaches the server', async () => {
  const { reported, delivery } = serverBehind([])
  const sender = createSender({
    ...delivery,
    upload: (file, from, options) => {
      removeEntry('key-1')
      return delivery.upload(file, from, options)
    },
  })
  putEntry(entryNamed('key-1'))
  await sender.sendDue()
  expect(reported.size).toBe(0)
  expect(states()).toEqual([])
  sender.stop()
})

test('a refusal keeps everything and says why; it is not tried again by itself', async () => {
  const { delivery } = serverBehind([])
  let tries = 0
  const sender = createSender({
    ...delivery,
    post: async () => {
      tries += 1
      throw new CallError('unknown_place', 422, '这个地点现在没有了。')
    },
  })
  putEntry(entryNamed('key-1'))
  await sender.sendDue()
  await sender.hurry()
  expect(tries).toBe(1)
  expect(useOutbox.getState().entries[0]).toMatchObject({
    state: 'refused',
    refusal: { code: 'unknown_place', message: '这个地点现在没有了。' },
    fields: { words: '路灯不亮' },
    files: [{ file: photo }],
  })
  sender.stop()
})

test('words that neighbours may not read come back with what is wrong with them', async () => {
  const { delivery } = serverBehind([])
  const fields = [{ field: 'description', message: '有骂人的词' }]
  const sender = createSender({
    ...delivery,
    post: async () => {
      throw new CallError('words_refused', 422, '请改一下再发。', fields)
    },
  })
  putEntry(entryNamed('key-1'))
  await sender.sendDue()
  expect(useOutbox.getState().entries[0]).toMatchObject({
    state: 'refused',
    refusal: { code: 'words_refused', message: '有骂人的词。请改一下再发。' },
    fields: { words: '路灯不亮' },
  })
  sender.stop()
})

test('files that the server has forgotten are sent afresh, once', async () => {
  const { reported, delivery } = serverBehind([])
  let tries = 0
  const sender = createSender({
    ...delivery,
    post: (entry, files, options) => {
      tries += 1
      if (tries === 1) throw new CallError('unknown_file', 422, '照片没有找到。')
      return delivery.post(entry, files, options)
    },
  })
  putEntry(entryNamed('key-1'))
  await sender.sendDue()
  await sender.sendDue()
  expect(reported.size).toBe(1)
  expect(states()).toEqual(['received'])
  sender.stop()
})

test('without an answer it waits longer each time, and not at all when the network comes back', async () => {
  const { delivery } = serverBehind(['never leaves', 'never leaves', 'never leaves'])
  const sender = createSender(delivery)
  putEntry(entryNamed('key-1'))
  await sender.sendDue()
  const first = useOutbox.getState().entries[0]?.retryAt ?? 0
  await sender.sendNow('key-1')
  const second = useOutbox.getState().entries[0]?.retryAt ?? 0
  expect(second - first).toBeGreaterThan(9000)
  await sender.sendDue()
  expect(useOutbox.getState().entries[0]?.failures).toBe(2)
  await sender.hurry()
  expect(useOutbox.getState().entries[0]?.failures).toBe(1)
  sender.stop()
})
