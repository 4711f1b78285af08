import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type DisplayPreferences, Person } from '@little-bench/shared/people/contract'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { mother as theMother } from '../../test/components/people-answers'
import { resident } from '../../test/components/resident-server'
import { useDisplaySettings } from '../platform/display-settings'
import { setOnline } from '../platform/network-state'
import { useSession } from '../platform/session'
import { watchDisplay } from './display-sync'

const mother = Person.parse({ ...resident, ...theMother })
const LARGE = { language: 'bo', isElderMode: true, textStep: 'largest' } as const

let server: Server
/** What the server keeps, by token, and whom each call acted for. */
let kept: Map<string, DisplayPreferences>
let actedFor: (string | undefined)[]
let saved: number
let isReachable: boolean
let hold: Promise<void> | undefined
let stop: () => void

beforeEach(async () => {
  kept = new Map()
  actedFor = []
  saved = 0
  isReachable = true
  hold = undefined
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    const token = request.headers.authorization?.replace('Bearer ', '') ?? ''
    actedFor.push(request.headers['acting-for']?.toString())
    await hold
    if (!isReachable) {
      request.socket.destroy()
      return
    }
    if (request.method === 'PUT') {
      saved += 1
      kept.set(token, JSON.parse(body))
    }
    const display = kept.get(token) ?? null
    const said = request.method === 'PUT' ? display : { ...resident, display }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(said))
  }
  server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the server has no port')
  Reflect.set(globalThis, 'API_BASE', `http://127.0.0.1:${address.port}`)
  stop = watchDisplay()
})

afterEach(() => {
  stop()
  server.closeAllConnections()
  server.close()
})

const signIn = (person = resident) => useSession.getState().begin(person.id, person)
const reading = () => {
  const { language, isElderMode, textStep } = useDisplaySettings.getState()
  return { language, isElderMode, textStep }
}
const isSettled = () => expect.poll(() => useDisplaySettings.getState().choice?.isKept).toBe(true)
const answers = (count: number) => expect.poll(() => actedFor.length).toBe(count)

test('who signs in reads as they chose elsewhere, and is not asked again', async () => {
  kept.set(resident.id, LARGE)
  signIn()
  await isSettled()
  expect(reading()).toEqual(LARGE)
  expect(useDisplaySettings.getState().hasChosenMode).toBe(true)
  expect(saved).toBe(0)
})

test('who chose before signing in and has nothing elsewhere takes it along', async () => {
  useDisplaySettings.getState().setElderMode(true)
  signIn()
  await isSettled()
  expect(kept.get(resident.id)).toEqual({ language: 'zh', isElderMode: true, textStep: 'standard' })
})

test('who never chose leaves nothing', async () => {
  signIn()
  await answers(1)
  expect(kept.size).toBe(0)
  expect(useDisplaySettings.getState().choice).toBeNull()
})

test('a change is sent, and 长辈版 stays open for other phones until it was answered', async () => {
  signIn()
  useDisplaySettings.getState().setTextStep('large')
  await isSettled()
  expect(kept.get(resident.id)).toEqual({ language: 'zh', isElderMode: null, textStep: 'large' })
})

test('of several changes the last one is kept', async () => {
  signIn()
  for (const step of ['large', 'largest', 'standard', 'largest'] as const)
    useDisplaySettings.getState().setTextStep(step)
  await isSettled()
  expect(kept.get(resident.id)?.textStep).toBe('largest')
})

test('what is chosen while the answer is on its way is not undone by it', async () => {
  kept.set(resident.id, LARGE)
  let release = () => undefined as void
  hold = new Promise((done) => {
    release = done
  })
  signIn()
  await answers(1)
  useDisplaySettings.getState().setTextStep('large')
  release()
  await isSettled()
  expect(reading().textStep).toBe('large')
  expect(kept.get(resident.id)?.textStep).toBe('large')
})

test('without a network the phone has it, and the account once it comes back', async () => {
  signIn()
  await answers(1)
  isReachable = false
  useDisplaySettings.getState().setElderMode(true)
  await answers(2)
  expect(reading().isElderMode).toBe(true)
  isReachable = true
  setOnline(false)
  setOnline(true)
  await isSettled()
  expect(kept.get(resident.id)?.isElderMode).toBe(true)
})

test('what could not be sent is sent at the next start, and nothing older undoes it', async () => {
  signIn()
  await answers(1)
  kept.set(resident.id, { ...LARGE, isElderMode: false })
  isReachable = false
  useDisplaySettings.getState().setElderMode(true)
  await answers(2)
  stop()
  isReachable = true
  stop = watchDisplay()
  await isSettled()
  expect(kept.get(resident.id)?.isElderMode).toBe(true)
})

test('large letters stay when somebody signs out, and are not given to whoever signs in next', async () => {
  signIn()
  useDisplaySettings.getState().setElderMode(true)
  await isSettled()
  useSession.getState().end()
  expect(reading().isElderMode).toBe(true)
  signIn(mother)
  await expect.poll(() => actedFor.length).toBeGreaterThanOrEqual(3)
  expect(kept.has(mother.id)).toBe(false)
  expect(reading().isElderMode).toBe(true)
})

test('another person on the same phone gets their own', async () => {
  kept.set(mother.id, LARGE)
  signIn()
  useDisplaySettings.getState().setTextStep('large')
  await isSettled()
  useSession.getState().end()
  signIn(mother)
  await expect.poll(reading).toEqual(LARGE)
  expect(kept.get(resident.id)?.textStep).toBe('large')
})

test('acting for somebody changes one’s own letters alone', async () => {
  signIn()
  useSession.getState().actFor({ id: mother.id, name: '阿妈' })
  useDisplaySettings.getState().setTextStep('large')
  await isSettled()
  expect(actedFor.filter((principal) => principal !== undefined)).toEqual([])
  expect([...kept.keys()]).toEqual([resident.id])
})

test('signed out, nothing leaves the phone', async () => {
  useDisplaySettings.getState().setTextStep('largest')
  await Promise.resolve()
  expect(actedFor).toEqual([])
  expect(useDisplaySettings.getState().choice).toEqual({ by: null, isKept: false })
})
