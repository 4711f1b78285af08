import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Raosai, report, signInRaosai } from '../../test/factories.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'
import { aPhoto, send, uploadPhoto } from '../../test/uploads.ts'

let server: TestServer
let people: Raosai

beforeAll(async () => {
  server = await startTestServer()
  people = await signInRaosai(server)
})
afterAll(() => server.stop())

const isStored = (id: string): boolean => existsSync(join(server.filesFolder, id.slice(-2), id, 'full'))

test('what nobody attached within three days is forgotten with its bytes, and what hangs on something stays', async () => {
  const [kept, left] = [await uploadPhoto(people.resident), await uploadPhoto(people.resident)]
  const begun = await send(people.resident, 'photo', await aPhoto())
  await report(people.resident, { fileIds: [kept.id] })
  server.clock.advance({ hours: 71 })
  const later = await server.signIn(people.resident.personId)
  const fresh = await uploadPhoto(later)
  server.clock.advance({ hours: 1 })
  const again = await server.signIn(people.resident.personId)
  expect((await again.attempt('finishUpload', { params: { uploadId: begun } })).code).toBe('not_found')
  await server.app.forgetWhatHasExpired()
  const rows = await server.sql<{ id: string }>('select id from stored_file order by id')
  expect(rows.map(({ id }) => id)).toEqual([kept.id, fresh.id])
  expect(await server.sql('select count(*)::int from upload_chunk')).toEqual([{ count: 0 }])
  await vi.waitFor(() => expect(isStored(left.id)).toBe(false), { timeout: 10_000, interval: 100 })
  expect([isStored(kept.id), isStored(fresh.id)]).toEqual([true, true])
})
