import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Client } from '../../test/client.ts'
import { addressOfItem, aReport, bodyOf, itemFor, type Raosai, report, signInRaosai } from '../../test/factories.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'
import { callOf, uploadPhoto, uploadVoiceNote } from '../../test/uploads.ts'

let server: TestServer
let people: Raosai

beforeAll(async () => {
  server = await startTestServer()
  people = await signInRaosai(server)
})
afterAll(() => server.stop())

const COMMUNITY = { communityId: 'raosai' }
const issueFor = (client: Client, { id }: { id: string }) =>
  client.call('getIssue', { params: { ...COMMUNITY, issueId: id } })
const opens = async (client: Client, address: string): Promise<boolean> =>
  (await client.attempt('getFile', callOf(address))).status === 200
const found = async (text: string) =>
  (await people.staff.call('searchItems', { query: { text, limit: 50 } })).items.map(({ id }) => id)
const hide = (receipt: { id: string }, fileId: string) =>
  people.resident.call('redactIssue', {
    params: { ...COMMUNITY, issueId: receipt.id },
    body: { description: aReport().description, hiddenFileIds: [fileId] },
  })
/** What is hidden of it, for staff who say why they ask. */
const hiddenOf = async (receipt: { id: string }) => {
  const original = { params: { ...COMMUNITY, issueId: receipt.id }, query: { reason: '核对地点' } }
  return (await people.worker.call('getIssueOriginal', original)).hidden
}

test('a photo that its reporter hides is gone for neighbours at once, and staff open it only with the original', async () => {
  const [shown, hidden] = [await uploadPhoto(people.resident), await uploadPhoto(people.resident)]
  const receipt = await report(people.resident, { visibility: 'public', fileIds: [hidden.id, shown.id] })
  const before = (await issueFor(people.neighbour, receipt)).attachments.photos.map(({ url }) => url)
  expect(await opens(people.neighbour, before[0] ?? '')).toBe(true)
  await hide(receipt, hidden.id)
  // The address that a neighbour has already is good no longer.
  expect(await opens(people.neighbour, before[0] ?? '')).toBe(false)
  for (const client of [people.resident, people.neighbour, people.worker, server.anonymous]) {
    expect((await issueFor(client, receipt)).attachments.photos.map(({ id }) => id)).toEqual([shown.id])
  }
  const { photos } = await hiddenOf(receipt)
  expect(photos.map(({ id }) => id)).toEqual([hidden.id])
  expect(await opens(people.worker, photos[0]?.url ?? '')).toBe(true)
  expect(await opens(people.neighbour, photos[0]?.url ?? '')).toBe(false)
})

test('a voice note that its reporter hides is heard by staff with the original, and read as it was written down', async () => {
  const voice = await uploadVoiceNote(people.resident)
  const receipt = await report(people.resident, { visibility: 'public', fileIds: [voice.id] })
  const params = { ...addressOfItem(receipt), fileId: voice.id }
  await people.worker.call('transcribeVoiceNote', { params, body: { transcript: '是隔壁倒的。' } })
  await hide(receipt, voice.id)
  for (const client of [people.resident, people.neighbour, people.worker, server.anonymous]) {
    expect((await issueFor(client, receipt)).attachments.voiceNote).toBeNull()
  }
  const { photos, voiceNote } = await hiddenOf(receipt)
  expect(photos).toEqual([])
  expect(voiceNote).toMatchObject({ id: voice.id, seconds: 2, transcript: '是隔壁倒的。' })
  expect(await opens(people.worker, voiceNote?.url ?? '')).toBe(true)
  for (const client of [people.neighbour, people.otherWorker]) {
    expect(await opens(client, voiceNote?.url ?? '')).toBe(false)
  }
})

test('of a report without words a photo can be hidden, as long as something is left that tells what it is about', async () => {
  const [photo, voice] = [await uploadPhoto(people.resident), await uploadVoiceNote(people.resident)]
  const receipt = await report(people.resident, {
    visibility: 'public',
    description: '',
    fileIds: [photo.id, voice.id],
  })
  const params = { ...COMMUNITY, issueId: receipt.id }
  const hideAll = (description: string, ...hiddenFileIds: string[]) =>
    people.resident.attempt('redactIssue', { params, body: { description, hiddenFileIds } })
  expect((await hideAll('', photo.id, voice.id)).code).toBe('redaction_of_everything')
  expect((await hideAll('', photo.id)).status).toBe(200)
  expect((await issueFor(people.resident, receipt)).attachments).toMatchObject({
    photos: [],
    voiceNote: { id: voice.id },
  })
  expect((await hideAll('', voice.id)).code).toBe('redaction_of_everything')
  expect((await hideAll('垃圾', voice.id)).status).toBe(200)
  // Words alone cannot go either.
  expect((await hideAll('')).code).toBe('redaction_of_everything')
})

test('nobody hides what hangs on something else', async () => {
  const other = await uploadPhoto(people.resident)
  const receipt = await report(people.resident, { visibility: 'public' })
  await report(people.resident, { fileIds: [other.id] })
  const params = { ...COMMUNITY, issueId: receipt.id }
  const body = { description: '垃圾', hiddenFileIds: [other.id] }
  expect((await people.resident.attempt('redactIssue', { params, body })).code).toBe('unknown_file')
  expect((await issueFor(people.resident, receipt)).description).toBe(aReport().description)
})

test('staff find an item by what its voice note says, and by nothing of it once it is hidden', async () => {
  const voice = await uploadVoiceNote(people.resident)
  const receipt = await report(people.resident, { fileIds: [voice.id] })
  const params = { ...addressOfItem(receipt), fileId: voice.id }
  await people.worker.call('transcribeVoiceNote', { params, body: { transcript: '井盖晃动。' } })
  await people.worker.call('transcribeVoiceNote', { params, body: { transcript: '水塔漏水。' } })
  expect(await found('水塔')).toEqual([receipt.workItemId])
  expect(await found('晃动')).toEqual([])
  await hide(receipt, voice.id)
  expect(await found('水塔')).toEqual([])
})

/** Lets these begin one after the other while somebody else has the words of the item, then lets them go on. */
const allAtOnce = async <Result>({ workItemId }: { workItemId: string }, ...begin: (() => Promise<Result>)[]) => {
  const waiting = "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
  const begun = await server.app.context.db.transaction().execute(async (trx) => {
    await sql`select 1 from work_item_words where work_item_id = ${workItemId} for update`.execute(trx)
    const answers: Promise<Result>[] = []
    for (const each of begin) {
      answers.push(each())
      await vi.waitUntil(async () => (await server.sql(waiting)).length === answers.length, { timeout: 5_000 })
    }
    return { answers }
  })
  return Promise.all(begun.answers)
}

test('what is hidden while somebody writes down another voice note is found no more', async () => {
  const [told, added] = [await uploadVoiceNote(people.resident), await uploadVoiceNote(people.resident)]
  const receipt = await report(people.resident, { fileIds: [told.id] })
  await people.resident.call('addReply', {
    params: addressOfItem(receipt),
    body: { body: '听。', fileIds: [added.id] },
  })
  const transcribe = (fileId: string, transcript: string) =>
    people.worker.call('transcribeVoiceNote', { params: { ...addressOfItem(receipt), fileId }, body: { transcript } })
  await transcribe(told.id, '石桥裂了。')
  await allAtOnce<unknown>(
    receipt,
    () => hide(receipt, told.id),
    () => transcribe(added.id, '栏杆断了。'),
  )
  expect(await found('石桥')).toEqual([])
  expect(await found('栏杆')).toEqual([receipt.workItemId])
})

test('whoever withdraws and hides at once does not wait for themselves for ever', async () => {
  const receipt = await report(people.resident)
  const { version } = await itemFor(people.resident, receipt)
  const answers = await allAtOnce(
    receipt,
    () =>
      people.resident.attempt('moveWorkItem', { params: addressOfItem(receipt), body: bodyOf('withdraw', version) }),
    () =>
      people.resident.attempt('redactIssue', {
        params: { ...COMMUNITY, issueId: receipt.id },
        body: { description: '垃圾。' },
      }),
  )
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
})

test('the preview shows the photos that will be there, and only its own uploader’s', async () => {
  const photo = await uploadPhoto(people.resident)
  const body = aReport({ visibility: 'public', fileIds: [photo.id] })
  const { neighbours } = await people.resident.call('previewIssue', { params: COMMUNITY, body })
  expect(neighbours?.photos.map(({ id }) => id)).toEqual([photo.id])
  expect(await opens(people.resident, neighbours?.photos[0]?.url ?? '')).toBe(true)
  expect((await people.neighbour.attempt('previewIssue', { params: COMMUNITY, body })).code).toBe('unknown_file')
})

test('a likely duplicate shows its first photo to everybody', async () => {
  const photo = await uploadPhoto(people.resident)
  const receipt = await report(people.resident, { visibility: 'public', fileIds: [photo.id] })
  const query = { serviceCode: 'garbage', placeId: 'raosai-dongzisu-lane-3-no-7' }
  const { items } = await server.anonymous.call('findDuplicates', { params: COMMUNITY, query })
  const duplicate = items.find(({ id }) => id === receipt.id)
  expect(await opens(server.anonymous, duplicate?.thumbnailUrl ?? '')).toBe(true)
})
