import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { forgetAnswersOnSwitch } from './forget-answers'
import { useSession } from './session'

const mother = { id: '0190b1c4-1111-7aaa-8bbb-000000000003', name: '阿妈' }
const KEY = ['my-items']
let client: QueryClient
let stop: () => void

beforeEach(() => {
  client = new QueryClient()
  stop = forgetAnswersOnSwitch(client)
})
afterEach(() => {
  stop()
  client.clear()
})

const answerOf = () => useSession.getState().actingFor?.name ?? '自己'

test('what is on the screen is asked for again, and what is not is forgotten', async () => {
  client.setQueryData(['me'], '自己')
  const observer = new QueryObserver(client, { queryKey: KEY, queryFn: answerOf })
  const unsubscribe = observer.subscribe(() => undefined)
  await expect.poll(() => client.getQueryData(KEY)).toBe('自己')
  useSession.getState().actFor(mother)
  expect(client.getQueryData(KEY)).toBeUndefined()
  expect(client.getQueryData(['me'])).toBeUndefined()
  await expect.poll(() => client.getQueryData(KEY)).toBe('阿妈')
  useSession.getState().actFor(null)
  expect(client.getQueryData(KEY)).toBeUndefined()
  await expect.poll(() => client.getQueryData(KEY)).toBe('自己')
  unsubscribe()
})

test('an answer that was on its way when the person changed is thrown away', async () => {
  const answers: ((answer: string) => void)[] = []
  const queryFn = () => new Promise<string>((resolve) => answers.push(resolve))
  const unsubscribe = new QueryObserver(client, { queryKey: KEY, queryFn }).subscribe(() => undefined)
  useSession.getState().actFor(mother)
  await expect.poll(() => answers.length).toBe(2)
  answers[1]?.('阿妈')
  answers[0]?.('自己')
  await expect.poll(() => client.getQueryData(KEY)).toBe('阿妈')
  await Promise.resolve()
  expect(client.getQueryData(KEY)).toBe('阿妈')
  unsubscribe()
})

test('another name for the same person, or a lost right, forgets nothing', () => {
  useSession.getState().actFor(mother)
  client.setQueryData(KEY, '阿妈')
  useSession.getState().actFor({ ...mother, name: '妈妈' })
  useSession.getState().loseRight()
  expect(client.getQueryData(KEY)).toBe('阿妈')
})
