import type { CallInput, CallResult } from '@little-bench/shared/kernel/endpoint'
import type { FactContent } from '@little-bench/shared/people/facts'
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

/** Who read facts of somebody, oldest first. */
export const readersOf = async (server: TestServer, personId: string): Promise<string[]> => {
  const rows = await server.sql<{ reader_id: string }>(
    "select reader_id from confidential_read where person_id = $1 and what = 'facts' order by id",
    [personId],
  )
  return rows.map(({ reader_id: readerId }) => readerId)
}

/** Their own word that they cannot come easily. */
export const limitedMobility = (client: Client): Promise<Fact> =>
  claim(client, { kind: 'limited_mobility', value: { needsVisit: true } })
