import { FILE_LINK_MINUTES } from '@little-bench/shared/files/limits'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { assist, fileFor } from '../../test/counter.ts'
import {
  addressOfItem,
  bodyOf,
  itemFor,
  make,
  personIdOf,
  type Raosai,
  report,
  signInRaosai,
} from '../../test/factories.ts'
import { actingFor, aGrant, giveTo } from '../../test/grants.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'
import { aPhoto, callOf, send, uploadPhoto, uploadVoiceNote } from '../../test/uploads.ts'

let server: TestServer
let people: Raosai

beforeAll(async () => {
  server = await startTestServer()
  people = await signInRaosai(server)
})
afterAll(() => server.stop())

const issueFor = (client: Client, { id }: { id: string }) =>
  client.call('getIssue', { params: { communityId: 'raosai', issueId: id } })
const opens = async (client: Client, address: string): Promise<boolean> =>
  (await client.attempt('getFile', callOf(address))).status === 200
const photosOf = async (client: Client, count: number) =>
  Promise.all(Array.from({ length: count }, () => uploadPhoto(client)))

test('a report may say nothing in words when photos and a voice note say it, in the order in which they were given', async () => {
  const [first, second] = await photosOf(people.resident, 2)
  const voice = await uploadVoiceNote(people.resident)
  const fileIds = [second?.id ?? '', voice.id, first?.id ?? '']
  const receipt = await report(people.resident, { description: '', fileIds })
  for (const client of [people.resident, people.worker]) {
    const { description, attachments, thumbnailUrl } = await issueFor(client, receipt)
    expect(description).toBe('')
    expect(attachments.photos.map(({ id }) => id)).toEqual([second?.id, first?.id])
    expect(attachments.voiceNote).toMatchObject({ id: voice.id, seconds: 2, transcript: null })
    expect(await opens(client, thumbnailUrl ?? '')).toBe(true)
    expect(await opens(client, attachments.voiceNote?.url ?? '')).toBe(true)
    expect(await opens(people.neighbour, attachments.photos[0]?.url ?? '')).toBe(false)
  }
})

test('a report with neither words nor files is refused', async () => {
  const body = { serviceCode: 'garbage', description: '', placeId: 'raosai-dongzisu-lane-3-no-7' }
  const answer = await people.resident.attempt('reportIssue', { params: { communityId: 'raosai' }, body })
  expect([answer.code, answer.fields[0]?.field]).toEqual(['validation_failed', 'description'])
})

test('neighbours see the photos of a public report, by an address that anybody may open, and never hear the voice', async () => {
  const photo = await uploadPhoto(people.resident)
  const voice = await uploadVoiceNote(people.resident)
  const receipt = await report(people.resident, { visibility: 'public', fileIds: [photo.id, voice.id] })
  for (const client of [people.neighbour, server.anonymous]) {
    const { attachments, thumbnailUrl } = await issueFor(client, receipt)
    expect(attachments.voiceNote).toBeNull()
    expect(attachments.photos.map(({ id }) => id)).toEqual([photo.id])
    expect(thumbnailUrl).not.toContain('viewer')
    expect(await opens(server.anonymous, thumbnailUrl ?? '')).toBe(true)
  }
  const { items } = await people.neighbour.call('listPublicIssues', { params: { communityId: 'raosai' } })
  expect(await opens(server.anonymous, items.find(({ id }) => id === receipt.id)?.thumbnailUrl ?? '')).toBe(true)
})

test('what is not one’s own, not finished, given before or forgotten makes the whole report fail', async () => {
  const [mine, used, theirs] = [
    await uploadPhoto(people.resident),
    await uploadPhoto(people.resident),
    await uploadPhoto(people.neighbour),
  ]
  await report(people.resident, { fileIds: [used.id] })
  const unfinished = await send(people.resident, 'photo', await aPhoto())
  const old = await uploadPhoto(people.resident)
  await server.sql("update stored_file set expires_at = '2026-11-23' where id = $1", [old.id])
  const attempt = (fileIds: string[]) =>
    people.resident.attempt('reportIssue', {
      params: { communityId: 'raosai' },
      body: { serviceCode: 'garbage', description: '看照片。', placeId: 'raosai-dongzisu-lane-3-no-7', fileIds },
    })
  const before = await server.sql('select count(*) from issue')
  for (const id of [theirs.id, used.id, unfinished, old.id, '0199f000-0000-7000-8000-000000000009']) {
    expect((await attempt([mine.id, id])).code).toBe('unknown_file')
  }
  expect((await attempt([mine.id, mine.id])).code).toBe('validation_failed')
  expect(await server.sql('select count(*) from issue')).toEqual(before)
  expect((await attempt([mine.id])).status).toBe(201)
})

test('nine photos and one voice note fit, a tenth photo and a second voice note do not', async () => {
  const photos = (await photosOf(people.neighbour, 9)).map(({ id }) => id)
  const [voice, other] = [await uploadVoiceNote(people.neighbour), await uploadVoiceNote(people.neighbour)]
  const attempt = (fileIds: string[]) =>
    people.neighbour.attempt('reportIssue', {
      params: { communityId: 'raosai' },
      body: { serviceCode: 'garbage', description: '看照片。', placeId: 'raosai-dongzisu-lane-3-no-7', fileIds },
    })
  expect((await attempt([...photos.slice(1), voice.id, other.id])).code).toBe('too_many_files')
  const tenth = await uploadPhoto(people.neighbour)
  expect((await attempt([...photos, tenth.id])).code).toBe('too_many_files')
  expect((await attempt([...photos, voice.id, tenth.id])).code).toBe('validation_failed')
  expect((await attempt([...photos, voice.id])).status).toBe(201)
})

test('photos of a reply are seen by whoever may read it, and those of a note by staff alone', async () => {
  const receipt = await report(people.resident)
  const params = addressOfItem(receipt)
  await make(people.worker, receipt, 'claim')
  const [toResident, toStaff] = [await uploadPhoto(people.worker), await uploadPhoto(people.worker)]
  await people.worker.call('addReply', { params, body: { body: '您看看。', fileIds: [toResident.id] } })
  await people.worker.call('addNote', { params, body: { body: '内部看。', fileIds: [toStaff.id] } })
  const shownTo = async (client: Client) =>
    (await itemFor(client, receipt)).timeline.flatMap(({ attachments }) => attachments.photos)
  const [byResident, byLeader] = [await shownTo(people.resident), await shownTo(people.leader)]
  expect(byResident.map(({ id }) => id)).toEqual([toResident.id])
  expect(byLeader.map(({ id }) => id)).toEqual([toResident.id, toStaff.id])
  expect(await opens(people.resident, byResident[0]?.url ?? '')).toBe(true)
  expect(await opens(people.resident, byLeader[1]?.url ?? '')).toBe(false)
  expect((await issueFor(people.resident, receipt)).timeline.flatMap(({ attachments }) => attachments.photos)).toEqual(
    byResident,
  )
})

test('resolving, reopening and answering carry what was uploaded for them', async () => {
  const receipt = await report(people.resident)
  await make(people.worker, receipt, 'claim')
  await make(people.worker, receipt, 'ask_resident')
  const answer = await uploadVoiceNote(people.resident)
  await make(people.resident, receipt, 'answer', { fileIds: [answer.id] })
  const done = await uploadPhoto(people.worker)
  await make(people.worker, receipt, 'resolve', { fileIds: [done.id] })
  const still = await uploadPhoto(people.resident)
  await make(people.resident, receipt, 'reopen', { fileIds: [still.id] })
  const { timeline } = await itemFor(people.resident, receipt)
  const carried = timeline.flatMap(({ kind, attachments: { photos, voiceNote } }) =>
    [...photos, ...(voiceNote ? [voiceNote] : [])].map(({ id }) => [kind, id]),
  )
  expect(carried).toEqual([
    ['answered', answer.id],
    ['resolved', done.id],
    ['reopened', still.id],
  ])
})

test('staff write down what a voice note says, and its owner reads it', async () => {
  const voice = await uploadVoiceNote(people.resident)
  const receipt = await report(people.resident, { description: '', fileIds: [voice.id] })
  const params = { ...addressOfItem(receipt), fileId: voice.id }
  const transcribe = (client: Client, transcript: string) =>
    client.attempt('transcribeVoiceNote', { params, body: { transcript } })
  expect((await transcribe(people.worker, '巷口的灯不亮了。')).status).toBe(200)
  expect((await issueFor(people.resident, receipt)).attachments.voiceNote?.transcript).toBe('巷口的灯不亮了。')
  for (const client of [people.elsewhere, people.otherWorker]) {
    expect((await transcribe(client, '不是我的')).code).toBe('not_found')
  }
  for (const client of [people.resident, people.neighbour]) {
    expect((await transcribe(client, '不是我的')).code).toBe('forbidden')
  }
  await server.sql('update work_item set excluded_staff_ids = array[$1::uuid] where id = $2', [
    people.leader.personId,
    receipt.workItemId,
  ])
  expect((await transcribe(people.leader, '说的是我')).code).toBe('not_found')
  expect((await issueFor(people.resident, receipt)).attachments.voiceNote?.transcript).toBe('巷口的灯不亮了。')
  const other = await report(people.resident)
  const elsewhere = { params: { ...addressOfItem(other), fileId: voice.id }, body: { transcript: '别的事' } }
  expect((await people.worker.attempt('transcribeVoiceNote', elsewhere)).code).toBe('not_found')
})

test('a department that was asked to take part hears a voice note and writes down what it says; one that was not does neither', async () => {
  const voice = await uploadVoiceNote(people.resident)
  const receipt = await report(people.resident, { fileIds: [voice.id] })
  await make(people.worker, receipt, 'claim')
  await make(people.worker, receipt, 'invite', { queueIds: ['power-supply'] })
  const [invited, other] = await Promise.all(
    ['power-supply', 'municipal-works'].map((unitId) =>
      server.signIn(personIdOf(server, 'department_staff', { unitId })),
    ),
  )
  const input = { params: { ...addressOfItem(receipt), fileId: voice.id }, body: { transcript: '电线垂下来了。' } }
  expect((await other?.attempt('transcribeVoiceNote', input))?.code).toBe('not_found')
  expect((await invited?.attempt('transcribeVoiceNote', input))?.status).toBe(200)
  expect((await issueFor(people.worker, receipt)).attachments.voiceNote?.transcript).toBe('电线垂下来了。')
})

test('whoever acts for somebody sends what they uploaded themselves, and addresses are good for them', async () => {
  const grant = aGrant()
  await giveTo(people.neighbour, people.resident, grant)
  const photo = await uploadPhoto(people.neighbour)
  const body = { serviceCode: 'garbage', description: '', placeId: 'raosai-dongzisu-lane-3-no-7', fileIds: [photo.id] }
  const input = { params: { communityId: 'raosai' }, body }
  const answer = await people.neighbour.attempt('reportIssue', input, actingFor(people.resident))
  expect(answer.status).toBe(201)
  const [row] = await server.sql<{ id: string }>('select id from issue order by id desc limit 1')
  const issue = { id: row?.id ?? '' }
  const params = { communityId: 'raosai', issueId: issue.id }
  const { text } = await people.neighbour.attempt('getIssue', { params }, actingFor(people.resident))
  expect(text).toContain(`viewer=${people.neighbour.personId}`)
  const own = await issueFor(people.resident, issue)
  expect(await opens(people.resident, own.attachments.photos[0]?.url ?? '')).toBe(true)
  expect(await opens(people.neighbour, own.attachments.photos[0]?.url ?? '')).toBe(false)
})

test('a reply that is sent again after an hour answers addresses that open', async () => {
  const receipt = await report(people.resident)
  const photo = await uploadPhoto(people.resident)
  const reply = () =>
    people.resident.call(
      'addReply',
      { params: addressOfItem(receipt), body: { body: '补一张。', fileIds: [photo.id] } },
      { 'Idempotency-Key': 'reply-with-photo' },
    )
  await reply()
  server.clock.advance({ hours: 1 })
  const again = await reply()
  const addresses = again.timeline.flatMap(({ attachments }) => attachments.photos.map(({ url }) => url))
  expect(addresses).toHaveLength(1)
  expect(await opens(people.resident, addresses[0] ?? '')).toBe(true)
})

test('a move that fails leaves its photo free for the next try', async () => {
  const receipt = await report(people.resident)
  const photo = await uploadPhoto(people.worker)
  await make(people.worker, receipt, 'claim')
  const { version } = await itemFor(people.worker, receipt)
  const resolve = (at: number) =>
    people.worker.attempt('moveWorkItem', {
      params: addressOfItem(receipt),
      body: bodyOf('resolve', at, { fileIds: [photo.id] }),
    })
  expect((await resolve(version - 1)).code).toBe('stale_version')
  expect((await resolve(version)).status).toBe(200)
})

test('the counter hangs what it photographed on what it files, and the person sees it', async () => {
  const photo = await uploadPhoto(people.staff)
  await assist(people.staff, people.neighbour.personId)
  const resident = { residentId: people.neighbour.personId }
  const { receipt } = await fileFor(people.staff, resident, { source: 'counter', description: '', fileIds: [photo.id] })
  const { attachments } = await issueFor(people.neighbour, receipt)
  expect(await opens(people.neighbour, attachments.photos[0]?.url ?? '')).toBe(true)
})

test('an address that anybody has of a public photo is good to its end after the report is withdrawn, and no longer', async () => {
  const photo = await uploadPhoto(people.resident)
  const receipt = await report(people.resident, { visibility: 'public', fileIds: [photo.id] })
  const { thumbnailUrl } = await issueFor(server.anonymous, receipt)
  await make(people.resident, receipt, 'withdraw')
  expect(await opens(server.anonymous, thumbnailUrl ?? '')).toBe(true)
  server.clock.advance({ hours: FILE_LINK_MINUTES / 60 })
  expect((await server.anonymous.attempt('getFile', callOf(thumbnailUrl ?? ''))).code).toBe('file_link_expired')
  const params = { communityId: 'raosai', issueId: receipt.id }
  expect((await server.anonymous.attempt('getIssue', { params })).code).toBe('not_found')
})

test('a photo that was hidden is gone for neighbours at once, with the address that they have', async () => {
  const [shown, hidden] = [await uploadPhoto(people.resident), await uploadPhoto(people.resident)]
  const receipt = await report(people.resident, { visibility: 'public', fileIds: [hidden.id, shown.id] })
  const before = await issueFor(people.neighbour, receipt)
  await server.sql('update stored_file set hidden_at = now() where id = $1', [hidden.id])
  const after = await issueFor(people.neighbour, receipt)
  expect(after.attachments.photos.map(({ id }) => id)).toEqual([shown.id])
  expect(await opens(people.neighbour, before.thumbnailUrl ?? '')).toBe(false)
  expect(await opens(people.neighbour, after.thumbnailUrl ?? '')).toBe(true)
})
