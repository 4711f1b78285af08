import { Person } from '@little-bench/shared/people/contract'
import { act, renderHook } from '@testing-library/react'
import { expect, test } from 'vitest'
import { useDraft } from './drafts'
import { useSession } from './session'
import { writeStored } from './storage'

const resident = Person.parse({ id: '0190b1c4-1111-7aaa-8bbb-000000000001', name: '居民甲', roles: [] })
const neighbour = Person.parse({ id: '0190b1c4-1111-7aaa-8bbb-000000000002', name: '居民乙', roles: [] })
interface Form extends Record<string, string | boolean | null> {
  description: string
  isPublic: boolean
  placeId: string | null
}
const EMPTY: Form = { description: '', isPublic: false, placeId: null }
const open = () => renderHook(() => useDraft('report', EMPTY))

test('a draft survives closing, with the key of its last attempt', () => {
  const first = open()
  act(() => first.result.current.change({ description: '路灯不亮', placeId: 'yard-1' }))
  const { attemptKey } = first.result.current
  first.unmount()
  const second = open()
  expect(second.result.current.fields).toEqual({ description: '路灯不亮', isPublic: false, placeId: 'yard-1' })
  expect(second.result.current.wasRestored).toBe(true)
  expect(second.result.current.attemptKey).toBe(attemptKey)
})

test('an edit makes a new attempt, so that other words are never taken for the same ones', () => {
  const { result } = open()
  act(() => result.current.change({ description: '路灯' }))
  const before = result.current.attemptKey
  act(() => result.current.change({ description: '路灯不亮' }))
  expect(result.current.attemptKey).not.toBe(before)
})

test('a draft of another person is not shown', () => {
  useSession.setState({ person: resident })
  const { result } = open()
  act(() => result.current.change({ description: '路灯不亮' }))
  act(() => void useSession.setState({ person: neighbour }))
  expect(result.current.fields.description).toBe('')
  act(() => result.current.change({ description: '水管' }))
  act(() => void useSession.setState({ person: resident }))
  expect(result.current.fields.description).toBe('路灯不亮')
})

test('after sending, nothing is left', () => {
  const { result } = open()
  act(() => result.current.change({ description: '路灯不亮' }))
  act(() => result.current.clear())
  expect(open().result.current).toMatchObject({ fields: EMPTY, wasRestored: false })
})

test('a draft of an older version fills what it can', () => {
  writeStored('draft.nobody.report', { fields: { description: '路灯不亮', isPublic: 'yes', gone: 1 }, attemptKey: 'k' })
  expect(open().result.current.fields).toEqual({ description: '路灯不亮', isPublic: false, placeId: null })
})

const mother = { id: '0190b1c4-1111-7aaa-8bbb-000000000003', name: '阿妈' }
const actFor = (person: typeof mother | null) => act(() => useSession.getState().actFor(person))

test('what was begun for somebody else is never sent as one\u2019s own, with or without its key', () => {
  useSession.setState({ person: resident })
  actFor(mother)
  const { result } = open()
  act(() => result.current.change({ description: '阿妈家的水管' }))
  const { attemptKey } = result.current
  actFor(null)
  expect(result.current.fields).toEqual(EMPTY)
  expect(result.current.attemptKey).not.toBe(attemptKey)
  act(() => result.current.change({ description: '我家的灯' }))
  actFor(mother)
  expect(result.current.fields.description).toBe('阿妈家的水管')
  expect(result.current.attemptKey).toBe(attemptKey)
})

test('a session that ends while somebody writes for their mother leaves the words with her', () => {
  useSession.setState({ person: resident, token: 'token' })
  actFor(mother)
  const { result } = open()
  act(() => result.current.change({ description: '阿妈家的水管' }))
  act(() => useSession.getState().end())
  expect(result.current.fields.description).toBe('')
  act(() => useSession.getState().begin('token', resident))
  expect(result.current.fields.description).toBe('')
  actFor(mother)
  expect(result.current.fields.description).toBe('阿妈家的水管')
})

test('what was written before signing in never becomes the business of somebody else', () => {
  const { result } = open()
  act(() => result.current.change({ description: '路灯不亮' }))
  act(() => void useSession.setState({ person: resident, actingFor: mother }))
  expect(result.current.fields.description).toBe('')
})
