import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { CHUNK_BYTES, MAX_OPEN_UPLOADS } from '@little-bench/shared/files/limits'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { Client, Loose } from '../../test/client.ts'
import { addressOf } from '../../test/client.ts'
import { personIdOf, type Raosai, signInRaosai } from '../../test/factories.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'
import { aPhoto, aVoiceNote, callOf, send, uploadPhoto, uploadVoiceNote } from '../../test/uploads.ts'

let server: TestServer
let people: Raosai

beforeAll(async () => {
  server = await startTestServer()
  people = await signInRaosai(server)
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.set(START)
  await server.sql('delete from stored_file')
})

const bytesAt = async (address: string, { token }: Pick<Client, 'token'>): Promise<Buffer> => {
  const headers = token === undefined ? {} : { Authorization: `Bearer ${token}` }
  const response = await fetch(server.url + address, { headers })
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`)
  return Buffer.from(await response.arrayBuffer())
}
const finish = (client: Client, uploadId: string) => client.attempt('finishUpload', { params: { uploadId } })
const put = (client: Client, uploadId: string, offset: number, body: Uint8Array) =>
  client.attempt('putUploadChunk', { params: { uploadId, offset: String(offset) }, body })
const storedPaths = (): string[] => readdirSync(server.filesFolder, { recursive: true }).map(String)

test('a photo goes up in pieces, is made anew in two sizes, and its owner sees both', async () => {
  const noise = await sharp({
    create: {
      width: 2400,
      height: 1800,
      channels: 3,
      background: 'white',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  })
    .jpeg({ quality: 90 })
    .toBuffer()
  expect(noise.length).toBeGreaterThan(3 * CHUNK_BYTES)
  const photo = await uploadPhoto(people.resident, noise)
  expect([photo.width, photo.height]).toEqual([1600, 1200])
  const [full, thumbnail] = await Promise.all([
    bytesAt(photo.url, people.resident),
    bytesAt(photo.thumbnailUrl, people.resident),
  ])
  expect(await sharp(full).metadata()).toMatchObject({ format: 'jpeg', width: 1600, height: 1200 })
  expect(await sharp(thumbnail).metadata()).toMatchObject({ format: 'jpeg', width: 320, height: 240 })
  expect(await server.sql('select count(*)::int from upload_chunk')).toEqual([{ count: 0 }])
})

test('a picture is answered in its place, under a name of ours, and kept by nobody on the way', async () => {
  const { url } = await uploadPhoto(people.resident)
  const { headers } = await people.resident.attempt('getFile', callOf(url))
  expect(headers.get('Content-Type')).toBe('image/jpeg')
  expect(headers.get('Content-Disposition')).toMatch(/^inline; filename="[0-9a-f-]+\.jpg"$/)
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
  expect(headers.get('Cache-Control')).toMatch(/^private, max-age=\d+, no-transform$/)
  expect(headers.get('Content-Encoding')).toBeNull()
  expect(Number(headers.get('Content-Length'))).toBeGreaterThan(100)
})

/** Files of the server that this process has open. */
const openFiles = (): string[] =>
  readdirSync('/proc/self/fd').filter((descriptor) => {
    const link = `/proc/self/fd/${descriptor}`
    return existsSync(link) && readlinkSync(link).startsWith(server.filesFolder)
  })

test.skipIf(!existsSync('/proc/self/fd'))('whoever asks and does not read leaves no file open', async () => {
  const { url } = await uploadPhoto(people.resident)
  const headers = { Authorization: `Bearer ${people.resident.token}` }
  for (let time = 0; time < 20; time += 1) {
    expect((await fetch(server.url + url, { method: 'HEAD', headers })).status).toBe(200)
  }
  await vi.waitFor(() => expect(openFiles()).toEqual([]))
})

test('no place, camera or comment stays in the stored bytes, and a picture lying on its side is set upright', async () => {
  const withPlace = await sharp(await aPhoto(800, 400))
    .withExif({
      IFD0: { Make: 'MARK-CAMERA', ImageDescription: 'MARK-COMMENT' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '29/1 39/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '91/1 7/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer()
  expect(withPlace.includes('MARK-CAMERA')).toBe(true)
  const photo = await uploadPhoto(people.resident, withPlace)
  const paths = storedPaths().filter((path) => path.includes(`${photo.id}/`))
  expect(paths).toHaveLength(2)
  for (const path of paths) {
    const bytes = readFileSync(join(server.filesFolder, path))
    expect([bytes.includes('MARK'), bytes.includes('Exif')]).toEqual([false, false])
    expect((await sharp(bytes).metadata()).exif).toBeUndefined()
  }
  expect([photo.width, photo.height]).toEqual([400, 800])
})

test('a voice note is kept as it was sent, with its length', async () => {
  const sent = aVoiceNote(3)
  const note = await uploadVoiceNote(people.resident, sent)
  expect(note).toMatchObject({ seconds: 3, mediaType: 'audio/wav', transcript: null })
  expect(await bytesAt(note.url, people.resident)).toEqual(sent)
})

/** A PNG of a few hundred bytes that says of itself that it unpacks to gigabytes. */
const aBomb = async (): Promise<Buffer> => {
  const small = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'white' } })
    .png()
    .toBuffer()
  small.writeUInt32BE(60_000, 16)
  small.writeUInt32BE(60_000, 20)
  small.writeUInt32BE(crc32(small.subarray(12, 29)), 29)
  return small
}
const thirtyMegapixels = () =>
  sharp({ create: { width: 6000, height: 5000, channels: 3, background: 'white' } })
    .jpeg({ quality: 20 })
    .toBuffer()

test.each<[what: string, kind: 'photo' | 'voice', bytes: () => Buffer | Promise<Buffer>, code: string]>([
  ['a script that is called a photo', 'photo', () => Buffer.from('<script>alert(1)</script>'), 'file_type_refused'],
  ['a drawing that can run scripts', 'photo', () => Buffer.from('<svg onload="alert(1)"/>'), 'file_type_refused'],
  ['an animation', 'photo', () => Buffer.from('GIF89a\u0001\u0000\u0001\u0000'), 'file_type_refused'],
  [
    'a picture that only one kind of phone opens',
    'photo',
    () => Buffer.from('0000ftypheic00000000mif1heic'),
    'file_type_refused',
  ],
  ['half a photo', 'photo', async () => (await aPhoto()).subarray(0, 900), 'file_type_refused'],
  ['a decompression bomb', 'photo', aBomb, 'picture_too_large'],
  ['a picture of thirty megapixels', 'photo', thirtyMegapixels, 'picture_too_large'],
  ['a voice note as a photo', 'photo', aVoiceNote, 'file_type_refused'],
  ['a photo as a voice note', 'voice', aPhoto, 'file_type_refused'],
  ['words as a voice note', 'voice', () => Buffer.from('ID3 no sound at all'), 'file_type_refused'],
  ['a voice note of 62 seconds', 'voice', () => aVoiceNote(62), 'voice_note_too_long'],
])('%s is refused, nothing of it is kept, and it takes nobody’s room', async (_what, kind, bytes, code) => {
  const before = storedPaths()
  const answer = await finish(people.resident, await send(people.resident, kind, await bytes()))
  expect(answer.code).toBe(code)
  expect(answer.message).toMatch(/[\u4e00-\u9fff].*。$/)
  expect(storedPaths()).toEqual(before)
  expect(await server.sql('select id from stored_file')).toEqual([])
})

test('what is announced as too large is refused before anything is sent', async () => {
  const announce = (kind: string, bytes: number) => people.resident.attempt('createUpload', { body: { kind, bytes } })
  expect((await announce('photo', 10_485_761)).code).toBe('validation_failed')
  expect((await announce('voice', 4_194_305)).code).toBe('file_too_large')
})

test('a piece out of order is refused, and one that is there changes nothing and says where to go on', async () => {
  const photo = await aPhoto()
  const { id } = await people.resident.call('createUpload', { body: { kind: 'photo', bytes: photo.length } })
  expect((await put(people.resident, id, 100, photo.subarray(100, 200))).code).toBe('chunk_out_of_order')
  expect((await put(people.resident, id, 0, photo.subarray(0, 300))).body).toEqual({ received: 300 })
  expect((await put(people.resident, id, 0, photo.subarray(0, 300))).body).toEqual({ received: 300 })
  expect((await put(people.resident, id, 200, photo.subarray(200, 400))).code).toBe('chunk_out_of_order')
  expect((await finish(people.resident, id)).code).toBe('upload_incomplete')
  const rest = Buffer.concat([photo.subarray(300), Buffer.from('more')])
  expect((await put(people.resident, id, 300, rest)).code).toBe('chunk_out_of_order')
  expect((await put(people.resident, id, 300, Buffer.alloc(0))).body).toEqual({ received: 300 })
  expect((await put(people.resident, id, 300, photo.subarray(300))).body).toEqual({ received: photo.length })
  expect((await finish(people.resident, id)).status).toBe(200)
  expect((await put(people.resident, id, 0, photo.subarray(0, 300))).code).toBe('upload_closed')
})

test('equal pieces sent at once, and finished at once, make one whole photo', async () => {
  const photo = await aPhoto(1200, 900)
  const { id } = await people.resident.call('createUpload', { body: { kind: 'photo', bytes: photo.length } })
  const half = Math.floor(photo.length / 2)
  for (const [from, to] of [
    [0, half],
    [half, photo.length],
  ] as const) {
    const answers = await Promise.all([1, 2, 3, 4].map(() => put(people.resident, id, from, photo.subarray(from, to))))
    expect(answers.map(({ body }) => body)).toEqual(Array(4).fill({ received: to }))
  }
  const finished = await Promise.all([1, 2, 3].map(() => finish(people.resident, id)))
  expect(new Set(finished.map(({ text }) => text)).size).toBe(1)
  expect(finished[0]?.status).toBe(200)
})

test('of ten uploads begun at once over the quota exactly the allowed number succeed', async () => {
  const answers = await Promise.all(
    Array.from({ length: MAX_OPEN_UPLOADS + 1 }, () =>
      people.resident.attempt('createUpload', { body: { kind: 'photo', bytes: 1000 } }),
    ),
  )
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(MAX_OPEN_UPLOADS)
  expect(answers.find(({ status }) => status === 409)?.code).toBe('upload_quota_full')
  expect((await people.neighbour.attempt('createUpload', { body: { kind: 'photo', bytes: 1000 } })).status).toBe(201)
  // A phone that went dark does not keep its owner from sending for days.
  server.clock.advance({ hours: 2 })
  expect((await people.resident.attempt('createUpload', { body: { kind: 'photo', bytes: 1000 } })).status).toBe(201)
})

test('somebody else’s upload is not there for anybody, staff included', async () => {
  const id = await send(people.resident, 'photo', await aPhoto())
  for (const other of [people.neighbour, people.worker, people.staff]) {
    expect((await put(other, id, 0, Buffer.from('mine'))).code).toBe('not_found')
    expect((await finish(other, id)).code).toBe('not_found')
  }
  expect((await finish(server.anonymous, id)).code).toBe('unauthenticated')
  expect((await finish(people.resident, id)).status).toBe(200)
})

test('an address opens for whom it was signed and for nobody else, and not when anything in it was changed', async () => {
  const { url } = await uploadPhoto(people.resident)
  const { query = {}, ...address } = callOf(url)
  const changed: Loose[] = [
    { ...address, query: { ...query, viewer: people.neighbour.personId } },
    { ...address, query: { ...query, expires: Number(query['expires']) + 600 } },
    { ...address, query: { expires: query['expires'] ?? 0, signature: query['signature'] ?? '' } },
    { query, params: { ...address.params, rendition: 'thumbnail' } },
  ]
  for (const client of [people.neighbour, people.worker, server.anonymous]) {
    expect((await client.attempt('getFile', callOf(url))).code).toBe('not_found')
    for (const call of changed) expect((await client.attempt('getFile', call)).code).toBe('not_found')
  }
  for (const call of changed) expect((await people.resident.attempt('getFile', call)).code).toBe('not_found')
  expect((await people.resident.attempt('getFile', callOf(url))).status).toBe(200)
})

test('an address that is too old says so to its viewer, and to nobody else', async () => {
  const { url } = await uploadPhoto(people.resident)
  server.clock.advance({ hours: 0.25 })
  const late = await people.resident.attempt('getFile', callOf(url))
  expect([late.status, late.code]).toEqual([410, 'file_link_expired'])
  expect((await people.neighbour.attempt('getFile', callOf(url))).code).toBe('not_found')
})

test.each(['../../etc/passwd', '..%2F..%2Fetc%2Fpasswd', 'full/../../x', '%00', 'full%00.jpg'])(
  'a name with a trick in it (%s) reaches no file',
  async (trick) => {
    const { url } = await uploadPhoto(people.resident)
    const { search, pathname } = new URL(url, server.url)
    const headers = { Authorization: `Bearer ${people.resident.token}` }
    for (const path of [pathname.replace('full', trick), `/api/files/${trick}/full`]) {
      const answer = await server.send(path + search, { headers })
      expect([answer.status, answer.code]).not.toContain(200)
      expect(answer.text).not.toContain('root:')
    }
  },
)

test('pieces come from the phone as bytes and not larger than agreed', async () => {
  const { id } = await people.resident.call('createUpload', { body: { kind: 'photo', bytes: 1_000_000 } })
  const large = await put(people.resident, id, 0, Buffer.alloc(CHUNK_BYTES + 1))
  expect(large.code).toBe('body_too_large')
  const path = addressOf('putUploadChunk', { params: { uploadId: id, offset: '0' } })
  const headers = { Authorization: `Bearer ${people.resident.token}`, 'Content-Type': 'application/json' }
  const json = await server.send(path, { method: 'PUT', headers, body: '{}' })
  expect(json.code).toBe('unsupported_media_type')
})

test('beginning and finishing an upload are counted as writes, its many pieces are not', async () => {
  const limited = await startTestServer({ RATE_LIMIT_WRITE: 2 })
  try {
    const resident = await limited.signIn(personIdOf(limited, 'resident'))
    const photo = await aPhoto()
    const id = await send(resident, 'photo', photo)
    for (let count = 0; count < 5; count++) expect((await put(resident, id, 0, photo.subarray(0, 1))).status).toBe(200)
    const finish = () => resident.attempt('finishUpload', { params: { uploadId: id } })
    expect((await finish()).status).toBe(200)
    expect((await finish()).code).toBe('rate_limited')
  } finally {
    await limited.stop()
  }
})

test('a piece whose phone is gone before all of it came is nobody’s mistake', async () => {
  const { id } = await people.resident.call('createUpload', { body: { kind: 'photo', bytes: 100_000 } })
  const path = addressOf('putUploadChunk', { params: { uploadId: id, offset: '0' } })
  const { port, hostname } = new URL(server.url)
  const phone = connect(Number(port), hostname)
  phone.write(
    `PUT ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${people.resident.token}\r\nX-Request-Id: cut-0001\r\n` +
      'Content-Type: application/octet-stream\r\nContent-Length: 100000\r\n\r\nhalf of it',
  )
  setTimeout(() => phone.destroy(), 300)
  await vi.waitFor(() => expect(server.logged()).toContain('cut-0001'), { timeout: 5000 })
  const lines = server.logged().split('\n')
  expect(lines.filter((line) => line.includes('cut-0001'))).toEqual([expect.stringContaining('"status":499')])
  expect((await put(people.resident, id, 0, Buffer.alloc(10))).body).toEqual({ received: 10 })
})

test('an upload that was begun twice under one key is one upload', async () => {
  const begin = () =>
    people.resident.attempt('createUpload', { body: { kind: 'photo', bytes: 9 } }, { 'Idempotency-Key': 'upload-0001' })
  expect((await begin()).text).toBe((await begin()).text)
  expect(await server.sql('select count(*)::int from stored_file')).toEqual([{ count: 1 }])
})
