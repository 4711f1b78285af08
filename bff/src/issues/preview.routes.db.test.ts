import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPerson, aReport, make, type Raosai, report, signInRaosai } from '../../test/factories.ts'
import { liveTogether } from '../../test/grants.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'
import { uploadPhoto } from '../../test/uploads.ts'

let server: TestServer
let people: Raosai

beforeAll(async () => {
  server = await startTestServer()
  people = await signInRaosai(server)
})
afterAll(() => server.stop())

const COMMUNITY = { communityId: 'raosai' }
type Report = ReturnType<typeof aReport>
const preview = (body: Partial<Report>, client = people.resident) =>
  client.call('previewIssue', { params: COMMUNITY, body: aReport(body) })
const open = { visibility: 'public' as const }
const words = fc.stringMatching(/^(?:[垃圾没清水管路灯 a-z，。]|བོད་){1,30}$/).filter((text) => text.trim() !== '')

/** What a neighbour reads of an issue that nobody says in a report: what it has become, and what they are to it. */
const ONLY_AFTERWARDS = [
  ['id', 'communityId', 'serviceCode', 'createdAt', 'visibility', 'isRedacted', 'endorsements', 'thumbnailUrl'],
  ['state', 'outcome', 'gridCellName', 'queue', 'routedBecause', 'dueAt', 'isOverdue', 'timeline'],
  ['isYours', 'canEndorse', 'isEndorsed', 'canRedact', 'canRate'],
  ['publicState', 'waitingPhotos', 'refusedPhotos'],
].flat()
const idsOf = (photos: readonly { id: string }[] = []) => photos.map(({ id }) => id)

test('the preview is what a neighbour reads afterwards, whatever was written', async () => {
  const catalogue = server.app.context.config().communities.get('raosai')?.catalogue ?? []
  const codes = catalogue.filter(({ canBePublic }) => canBePublic).map(({ serviceCode }) => serviceCode)
  const place = fc.constantFrom<Partial<Report>>(
    { placeId: 'raosai-dongzisu-lane-3-no-7' },
    { placeId: undefined, position: { lat: 29.6541, lng: 91.1352 } },
  )
  const team = fc.constantFrom<Partial<Report>>({}, { teamId: 'red-riders' })
  await people.resident.call('joinVolunteerTeam', { params: { ...COMMUNITY, teamId: 'red-riders' } })
  await fc.assert(
    fc.asyncProperty(
      words,
      fc.constantFrom(...codes),
      place,
      team,
      async (description, serviceCode, where, forTeam) => {
        const photo = await uploadPhoto(people.resident)
        const body = { ...open, ...where, ...forTeam, description, serviceCode, fileIds: [photo.id] }
        const { neighbours } = await preview(body)
        const { id } = await report(people.resident, body)
        const read = await people.neighbour.call('getIssue', { params: { ...COMMUNITY, issueId: id } })
        const { items } = await people.neighbour.call('listPublicIssues', { params: COMMUNITY, query: { limit: 1 } })
        const { attachments, ...seen } = read
        const said = Object.entries(seen).filter(([field, value]) => value !== null && !ONLY_AFTERWARDS.includes(field))
        const { photos, ...previewed } = neighbours ?? {}
        expect(previewed).toEqual({ placeName: null, teamName: null, ...Object.fromEntries(said) })
        expect([idsOf(photos), null]).toEqual([idsOf(attachments.photos), attachments.voiceNote])
        expect(items[0]).toMatchObject({ ...pick(neighbours), id })
      },
    ),
    { numRuns: 25 },
  )
})

const pick = (neighbours: Awaited<ReturnType<typeof preview>>['neighbours']) => ({
  serviceName: neighbours?.serviceName,
  description: neighbours?.description,
  placeName: neighbours?.placeName,
})

test('of a private report neighbours see nothing, and its author is warned all the same', async () => {
  const { neighbours, personalData } = await preview({ description: '打13900000000找王先生。' })
  expect(neighbours).toBeNull()
  expect(personalData).toEqual([
    { kind: 'phone', text: '13900000000', from: 1, to: 12 },
    { kind: 'name', text: '王先生', from: 13, to: 16 },
  ])
})

test('the author is warned of their own name and of those who live with them, and of nobody else’s', async () => {
  const named = async (name: string) => server.signIn(await addPerson(server, 'resident', COMMUNITY, { name }))
  const [author, housemate] = [await named('示范作者甲'), await named('示范同住乙')]
  await named('示范邻居丙')
  await liveTogether(server, author, housemate)
  const { personalData } = await preview({ description: '示范作者甲和示范同住乙家，隔壁示范邻居丙。' }, author)
  expect(personalData.map(({ text }) => text)).toEqual(['示范作者甲', '示范同住乙'])
})

test('a preview leaves nothing behind', async () => {
  const count = async () => await server.sql('select count(*) from issue')
  const before = await count()
  await preview(open)
  expect(await count()).toEqual(before)
})

test('what may not be public is public neither in a preview nor reported nor under another category', async () => {
  const community = server.app.context.config().communities.get('raosai')
  const hidden = (community?.catalogue ?? []).filter(({ canBePublic }) => !canBePublic)
  expect(hidden.map(({ serviceCode }) => serviceCode)).toContain('complaint_staff')
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...hidden), words, async ({ serviceCode }, description) => {
      const body = aReport({ ...open, serviceCode, description })
      for (const operation of ['previewIssue', 'reportIssue'] as const) {
        const answer = await people.resident.attempt(operation, { params: COMMUNITY, body })
        expect(answer.code).toBe('visibility_refused')
      }
      const receipt = await report(people.resident, { ...open, serviceCode: 'other' })
      await make(people.staff, receipt, 'recategorise', { serviceCode })
      const address = { params: { ...COMMUNITY, issueId: receipt.id } }
      expect((await people.neighbour.attempt('getIssue', address)).code).toBe('not_found')
      expect((await people.resident.call('getIssue', address)).visibility).toBe('private')
    }),
    { numRuns: 10 },
  )
  expect(
    await server.sql("select 1 from issue where visibility = 'public' and service_code = any($1)", [
      hidden.map(({ serviceCode }) => serviceCode),
    ]),
  ).toEqual([])
})
