import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  AGREEMENT,
  agreed,
  broughtTo,
  type CaseParams,
  codeFor,
  invited,
  join,
  type Mediation,
  move,
  opened,
  openOnPaper,
  ordered,
  readCase,
  request,
  signInToMediation,
  tryMove,
} from '../../test/mediation.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let people: Mediation
const COMMUNITY = { communityId: 'raosai' }

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.set(START)
  people = await signInToMediation(server)
})

const mediator = (index = 0) => people.mediatorOf(people.cards[index] ?? '')
/** Who of these has been told of a case since; the notices are delivered first. */
const toldOf = async ({ caseId }: CaseParams): Promise<string[]> => {
  const waiting = () =>
    server.sql(
      "select 1 from pgboss.job where name like 'deliver%' and state in ('created', 'active', 'retry') and start_after <= now() limit 1",
    )
  for (let tries = 0; tries < 60 && (await waiting()).length > 0; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const rows = await server.sql<{ person_id: string }>(
    'delete from inbox_message where subject_id = $1 returning person_id',
    [caseId],
  )
  const names = new Map([
    [people.applicant.personId, 'applicant'],
    [people.respondent.personId, 'respondent'],
    [people.committee.personId, 'committee'],
    [mediator().personId, 'mediator'],
  ])
  return [...new Set(rows.map(({ person_id: id }) => names.get(id) ?? 'somebody'))].toSorted()
}
const itemOf = async ({ caseId }: CaseParams) => {
  const [item] = await server.sql<{ state: string; assignee_id: string | null; id: string }>(
    'select item.id, item.state, item.assignee_id from work_item item join mediation_case kept on kept.work_item_id = item.id where kept.id = $1',
    [caseId],
  )
  if (!item) throw new Error('a case has an item')
  return item
}

test('while a case goes on, its item stays with whoever invited and is not late', async () => {
  const params = await broughtTo(people, 'in_session')
  for (let days = 0; days < 10; days++) {
    server.clock.advance({ days: 1 })
    await server.app.doWhatIsDue()
  }
  people = { ...people, committee: await people.as('mediation_committee', COMMUNITY) }
  const { id: workItemId, ...item } = await itemOf(params)
  expect(item).toEqual({ state: 'accepted', assignee_id: people.committee.personId })
  const shown = await people.applicant.call('getWorkItem', {
    params: { ...COMMUNITY, workItemId: workItemId as never },
  })
  expect([shown.isOverdue, shown.timeline.map(({ kind }) => kind)]).toEqual([false, ['enqueued', 'claimed']])
})

test('a request that the committee does not take up is late, as it would be with anybody', async () => {
  const params = await request(people.applicant, [])
  for (let days = 0; days < 5; days++) {
    server.clock.advance({ days: 1 })
    await server.app.doWhatIsDue()
  }
  const { id: workItemId } = await itemOf(params)
  const kinds = await server.sql<{ kind: string }>('select kind from work_item_event where work_item_id = $1', [
    workItemId,
  ])
  expect(kinds.map(({ kind }) => kind)).toContain('ran_late')
})

