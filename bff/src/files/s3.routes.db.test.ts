import { afterAll, beforeAll, expect, test } from 'vitest'
import { personIdOf } from '../../test/factories.ts'
import { startS3 } from '../../test/s3.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'
import { aVoiceNote, callOf, uploadPhoto, uploadVoiceNote } from '../../test/uploads.ts'

let s3: Awaited<ReturnType<typeof startS3>>
let server: TestServer

beforeAll(async () => {
  s3 = await startS3()
  server = await startTestServer({
    FILES_S3_ENDPOINT: s3.place.endpoint,
    FILES_S3_BUCKET: s3.place.bucket,
    FILES_S3_REGION: s3.place.region,
    FILES_S3_ACCESS_KEY: s3.place.accessKey,
    FILES_S3_SECRET_KEY: s3.place.secretKey,
  })
})
afterAll(async () => {
  await server.stop()
  await s3.stop()
})

test('with a storage that speaks S3 photos and voice notes go up and are seen and heard just the same', async () => {
  const resident = await server.signIn(personIdOf(server, 'resident'))
  const photo = await uploadPhoto(resident)
  const voice = await uploadVoiceNote(resident, aVoiceNote(1))
  const picture = await resident.attempt('getFile', callOf(photo.thumbnailUrl))
  expect([picture.status, picture.headers.get('Content-Type')]).toEqual([200, 'image/jpeg'])
  const sound = await resident.attempt('getFile', callOf(voice.url))
  expect([sound.status, sound.headers.get('Content-Type')]).toEqual([200, 'audio/wav'])
  expect(Number(sound.headers.get('Content-Length'))).toBe(aVoiceNote(1).length)
})
