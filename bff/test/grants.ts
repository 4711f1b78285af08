import type { CallInput, CallResult } from '@little-bench/shared/kernel/endpoint'
import type { AssistReason } from '@little-bench/shared/people/assist'
import { v7 as uuidv7 } from 'uuid'
import type { Api, Client } from './client.ts'
import type { TestServer } from './server.ts'

type Offer = CallInput<Api['offerProxyGrant']>['body']
export type Grant = CallResult<Api['redeemProxyCode']>

/** Everything in every service, for half a year from the first day of the tests. */
export const aGrant = (changes: Partial<Offer> = {}): Offer => ({
  relationship: 'child',
  scopes: [
    { service: 'issues', powers: ['read', 'file', 'manage'] },
    { service: 'profile', powers: ['read', 'manage'] },
  ],
  validUntil: '2027-05-23',
  freedom: 'free',
  ...changes,
})

/** A grant that waits for its code. */
export const offerTo = async (principal: Client, changes: Partial<Offer> = {}) => {
  const { grant, code } = await principal.call('offerProxyGrant', { body: aGrant(changes) })
  return { grant, code: code?.code ?? '' }
}

/** A grant that somebody has entered the code of and accepted. */
export const giveTo = async (agent: Client, principal: Client, changes: Partial<Offer> = {}): Promise<Grant> => {
  const { code } = await offerTo(principal, changes)
  const { id } = await agent.call('redeemProxyCode', { body: { code } })
  return agent.call('answerProxyGrant', { params: { grantId: id }, body: { isAccepted: true } })
}

export const actingFor = ({ personId }: Pick<Client, 'personId'>) => ({ 'Acting-For': personId })

/** A session of staff with a resident, open for half an hour from now. */
export const sitTogether = async (
  server: TestServer,
  staff: Client,
  resident: Client,
  reason: AssistReason = 'counter',
): Promise<string> => {
  const [id, startedAt] = [uuidv7(), server.clock.now()]
  await server.sql('update assist_session set ended_at = $2 where staff_id = $1 and ended_at is null', [
    staff.personId,
    startedAt,
  ])
  await server.sql(
    `insert into assist_session (community_id, id, staff_id, resident_id, reason, started_at, ends_at)
     values ('raosai', $1, $2, $3, $4, $5, $5::timestamptz + interval '30 minutes')`,
    [id, staff.personId, resident.personId, reason, startedAt],
  )
  return id
}

/** Two people who live together. */
export const liveTogether = async (server: TestServer, ...people: readonly Client[]): Promise<void> => {
  const [id, now] = [uuidv7(), server.clock.now()]
  await server.sql(
    `insert into household (community_id, id, place_id, founded_by, created_at)
     values ('raosai', $1, 'raosai-dongzisu-lane-3-no-7', $2, $3)`,
    [id, people[0]?.personId, now],
  )
  for (const { personId } of people) {
    await server.sql(
      `insert into household_member (community_id, household_id, person_id, joined_at) values ('raosai', $1, $2, $3)`,
      [id, personId, now],
    )
  }
}

/** What was done for somebody, oldest first. */
export const actsFor = async (server: TestServer, principal: Client): Promise<string[]> => {
  const rows = await server.sql<{ operation: string }>(
    'select operation from proxy_act where principal_id = $1 order by id',
    [principal.personId],
  )
  return rows.map(({ operation }) => operation)
}
