import { beforeEach, expect, test } from 'vitest'
import { kitchenStaff } from '../../test/components/canteen-answers'
import { resident } from '../../test/components/resident-server'
import { CallError } from './call-error'
import { useSession } from './session'
import { addWrite, dropWrite, sendWrites, useWaitingWrites, type WriteSender, watchWrites } from './waiting-writes'

const NOW = new Date('2026-11-28T04:00:00.000Z')
let sent: { id: string; at: string }[]
let refuse: ((body: Readonly<Record<string, string>>) => unknown) | undefined

const send: WriteSender = async ({ id, at, body }, { idempotencyKey, actingFor }) => {
  expect([idempotencyKey, actingFor]).toEqual([id, null])
  const failure = refuse?.(body)
  if (failure) throw failure
  sent.push({ id, at })
}

const states = () => useWaitingWrites.getState().writes.map(({ state }) => state)

beforeEach(() => {
  sent = []
  refuse = undefined
  watchWrites({ test: send })
  useSession.getState().begin('token', resident)
})

test('what happened is sent once, with the time at which it happened', async () => {
  const write = addWrite('test', { name: 'a' }, NOW)
  await sendWrites()
  await sendWrites()
  expect(sent).toEqual([{ id: write?.id, at: NOW.toISOString() }])
  expect(states()).toEqual(['sent'])
})

test('without a network everything waits, in its order', async () => {
  refuse = () => new CallError('network_unreachable', 0)
  const [first, second] = [addWrite('test', { name: 'a' }, NOW), addWrite('test', { name: 'b' }, NOW)]
  await sendWrites()
  expect(states()).toEqual(['waiting', 'waiting'])
  refuse = undefined
  await sendWrites()
  await sendWrites()
  expect(sent.map(({ id }) => id)).toEqual([first?.id, second?.id])
})

test('what is refused says why and holds up nothing behind it', async () => {
  refuse = ({ name }) => (name === 'a' ? new CallError('booking_not_live', 409, '这个预约已经取消了。') : undefined)
  const [first] = [addWrite('test', { name: 'a' }, NOW), addWrite('test', { name: 'b' }, NOW)]
  await sendWrites()
  await sendWrites()
  expect(states()).toEqual(['refused', 'sent'])
  expect(useWaitingWrites.getState().writes[0]?.refusal).toBe('这个预约已经取消了。')
  dropWrite(first?.id ?? '')
  expect(states()).toEqual(['sent'])
})

test('nobody else ever sends it, and a session that is over loses nothing', async () => {
  refuse = () => new CallError('unauthenticated', 401)
  addWrite('test', { name: 'a' }, NOW)
  await sendWrites()
  expect(states()).toEqual(['waiting'])
  refuse = undefined
  useSession.getState().begin('other', kitchenStaff)
  await sendWrites()
  expect(sent).toEqual([])
  useSession.getState().begin('token', resident)
  await sendWrites()
  expect(sent).toHaveLength(1)
})
