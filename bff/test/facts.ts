import type { CallInput, CallResult } from '@little-bench/shared/kernel/endpoint'
import type { FactContent } from '@little-bench/shared/people/facts'
import { v7 as uuidv7 } from 'uuid'
import type { Answer, Api, Client } from './client.ts'
import type { TestServer } from './server.ts'

export type Fact = CallResult<Api['claimFact']>
type Decision = CallInput<Api['verifyResidentFact']>['body']

export const HOME = { communityId: 'raosai', placeId: 'raosai-dongzisu-lane-3-no-7' }
export const residence: FactContent = { kind: 'residence', value: HOME }
export const born = (on: string): FactContent => ({ kind: 'birth_date', value: { on } })
export const worksAt = (name: string): FactContent => ({ kind: 'workplace', value: { communityId: 'raosai', name } })
export const disability: FactContent = { kind: 'disability', value: { hasCertificate: true } }

export const tryClaim = (
  client: Client,
  content: unknown,
  changes: object = {},
  headers?: Record<string, string>,
): Promise<Answer> => client.attempt('claimFact', { body: { content, hasConsent: true, ...changes } }, headers)

/** Says something about whoever is signed in. */
export const claim = async (client: Client, content: FactContent, changes: object = {}): Promise<Fact> => {
  const answer = await tryClaim(client, content, changes)
  if (answer.status !== 201) throw new Error(`claimFact answered ${answer.text}`)
  // The status was that of the contract, whose own test checks the shape.
  return answer.body as Fact
}

export const factsFor = async (client: Client): Promise<Fact[]> => (await client.call('listMyFacts')).items

export const decide = (
  staff: Client,
  personId: string,
  decision: Decision,
  headers?: Record<string, string>,
): Promise<Answer> =>
  staff.attempt('verifyResidentFact', { params: { communityId: 'raosai', personId }, body: decision }, headers)

export const verify = (staff: Client, personId: string, factId: string, evidence: 'id_card' | 'employment_letter') =>
  decide(staff, personId, { decision: 'verify', factId, evidence })

/** Puts staff beside a resident for half an hour of the server's clock, without the counter's own operation. */
export const openAssistSession = async (server: TestServer, staff: Client, resident: Client): Promise<void> => {
  const now = server.app.context.clock.now()
  await server.sql(
    "insert into assist_session (community_id, id, staff_id, resident_id, reason, started_at, ends_at) values ('raosai', $1, $2, $3, 'counter', $4, $5)",
    [
      uuidv7(),
      staff.personId,
      resident.personId,
      now.toISOString(),
      new Date(now.getTime() + 30 * 60_000).toISOString(),
    ],
  )
}

/** Lets somebody act for somebody, without the offer and the answer. */
export const giveGrant = async (server: TestServer, principal: Client, agent: Client, powers: readonly string[]) => {
  await server.sql(
    "insert into proxy_grant (id, community_id, principal_id, agent_id, relationship, scopes, record, freedom, offered_at, answered_at, valid_until, review_on) values ($1, 'raosai', $2, $3, 'child', $4, 'active', 'free', now(), now(), '2027-11-01', '2027-05-01')",
    [uuidv7(), principal.personId, agent.personId, JSON.stringify([{ service: 'profile', powers }])],
  )
}

/** Who read facts of somebody, oldest first. */
export const readersOf = async (server: TestServer, personId: string): Promise<string[]> => {
  const rows = await server.sql<{ reader_id: string }>(
    "select reader_id from confidential_read where person_id = $1 and what = 'facts' order by id",
    [personId],
  )
  return rows.map(({ reader_id: readerId }) => readerId)
}
