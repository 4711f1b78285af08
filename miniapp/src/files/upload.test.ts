import { CHUNK_BYTES } from '@little-bench/shared/files/limits'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { signIn } from '../../test/components/render-resident'
import { failure, type ResidentServer, startResidentServer } from '../../test/components/resident-server'
import { newUpload, type UploadState } from '../platform/upload-state'
import { keepBytes } from './local-bytes'
import { uploadFile } from './upload'

const SIZE = CHUNK_BYTES * 2 + 1000
const content = Uint8Array.from({ length: SIZE }, (_, at) => at % 251)
const file = { id: 'photo-1', kind: 'photo', bytes: SIZE, seconds: null } as const

let server: ResidentServer
let steps: UploadState[]

beforeEach(async () => {
  server = await startResidentServer()
  Reflect.set(globalThis, 'API_BASE', server.url)
  signIn()
  steps = []
  await keepBytes(file.id, new Blob([content], { type: 'image/jpeg' }))
})
afterEach(() => server.close())

const upload = (from = newUpload()) =>
  uploadFile(file, from, { actingFor: null, onStep: (state) => void steps.push(state) })
const lastStep = () => steps.at(-1) ?? newUpload()
const uploads = () => [...server.uploads.values()]
const pieces = () => server.writes.filter(({ method }) => method === 'PUT').map(({ path }) => path.split('/').at(-1))

test('a file goes up in pieces, and says how far it is', async () => {
  await upload()
  expect(pieces()).toEqual(['0', String(CHUNK_BYTES), String(CHUNK_BYTES * 2)])
  expect(steps.map(({ received }) => received)).toEqual([0, 0, CHUNK_BYTES, CHUNK_BYTES * 2, SIZE, SIZE])
  expect(lastStep().isDone).toBe(true)
  expect(uploads().map(({ bytes, isFinished }) => [bytes.equals(content), isFinished])).toEqual([[true, true]])
})

test('after a lost connection it goes on with the piece that did not arrive', async () => {
  server.more = ({ path }) => (path.endsWith(`/${CHUNK_BYTES}`) ? failure(503, 'unavailable', '') : undefined)
  await expect(upload()).rejects.toMatchObject({ status: 503 })
  server.more = () => undefined
  server.writes.length = 0
  await upload(lastStep())
  expect(pieces()).toEqual([String(CHUNK_BYTES), String(CHUNK_BYTES * 2)])
  expect(uploads().map(({ bytes }) => bytes.equals(content))).toEqual([true])
})

test('a lost answer to the beginning begins no second upload', async () => {
  server.network = 'unanswered'
  await expect(upload()).rejects.toMatchObject({ code: 'network_unreachable' })
  server.network = 'up'
  await upload(lastStep())
  expect(uploads()).toHaveLength(1)
})

test('a lost answer to a piece sends it again and changes nothing', async () => {
  let isFirst = true
  const began = newUpload()
  server.network = 'up'
  server.more = ({ path }) => {
    server.network = isFirst && path.endsWith('/chunks/0') ? 'unanswered' : 'up'
    if (path.endsWith('/chunks/0')) isFirst = false
    return undefined
  }
  await expect(upload(began)).rejects.toMatchObject({ code: 'network_unreachable' })
  await upload(lastStep())
  expect(uploads().map(({ bytes }) => bytes.equals(content))).toEqual([true])
})

test('a phone that remembers more than the server has goes back to what is there', async () => {
  server.more = ({ path }) => (path.endsWith(`/${CHUNK_BYTES}`) ? failure(503, 'unavailable', '') : undefined)
  await upload().catch(() => undefined)
  server.more = () => undefined
  await upload({ ...lastStep(), received: CHUNK_BYTES * 2 })
  expect(uploads().map(({ bytes, isFinished }) => [bytes.equals(content), isFinished])).toEqual([[true, true]])
})

test('an upload that the server has forgotten begins afresh', async () => {
  await upload({ ...newUpload(), uploadId: '0190b1c4-4444-7aaa-8bbb-999999999999', received: CHUNK_BYTES })
  expect(uploads().map(({ bytes }) => bytes.equals(content))).toEqual([true])
})
