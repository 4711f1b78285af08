import type { grantEndpoints } from '@little-bench/shared/people/endpoints'
import type { Client, Loose } from './client.ts'
import { addPerson } from './factories.ts'
import { aGrant, giveTo, offerTo, sitTogether } from './grants.ts'
import type { LeakItems } from './leak-matrix-items.ts'
import type { Row } from './leak-matrix-rows.ts'
import type { Callers } from './planted.ts'
import type { TestServer } from './server.ts'

/** What a proxy calls somebody: the two of them know it. */
export const CALL_NAME = 'MARK-CALL'
export const PARTIES = ['reporter', 'neighbour']
const COMMUNITY = { communityId: 'raosai' }
const RESIDENTS = [...PARTIES, 'resident elsewhere']
const NOBODY_S = '0199f000-0000-7000-8000-000000000003'

/** A grant between two people, and a third who gives to whoever needs one to answer. */
export const createLeakGrants = async (server: TestServer, people: Callers) => {
  const [reporter, neighbour] = [await people.as('reporter'), await people.as('neighbour')]
  const { code } = await offerTo(reporter)
  const { id } = await neighbour.call('redeemProxyCode', { body: { code } })
  const body = { isAccepted: true, callName: CALL_NAME }
  await neighbour.call('answerProxyGrant', { params: { grantId: id }, body })
  const giver = await server.signIn(await addPerson(server, 'resident', COMMUNITY))
  await giveTo(giver, reporter)
  return { id, giver }
}

/** What each operation of grants must show to whom. */
export const createGrantRows = (
  server: TestServer,
  { people, grants }: LeakItems,
): Record<keyof typeof grantEndpoints, Row | readonly Row[]> => {
  const toResidents = (name: string) => (RESIDENTS.includes(name) ? [] : undefined)
  const newGrant = async (caller: Client, isEntered: boolean): Promise<{ code: string; id: string }> => {
    const { code, grant } = await offerTo(grants.giver)
    if (isEntered) await caller.call('redeemProxyCode', { body: { code } })
    return { code, id: grant.id }
  }
  const aCode = async (caller: Client, name: string): Promise<Loose> => {
    const code = RESIDENTS.includes(name) ? (await newGrant(caller, false)).code : '512345678901'
    return { body: { code } }
  }
  const anAnswer = async (caller: Client, name: string): Promise<Loose> => {
    const grantId = RESIDENTS.includes(name) ? (await newGrant(caller, true)).id : grants.id
    return { params: { grantId }, body: { isAccepted: false } }
  }
  const ownGrant = async (caller: Client, name: string): Promise<Loose> => {
    const grantId = RESIDENTS.includes(name) ? (await offerTo(caller)).grant.id : grants.id
    return { params: { grantId } }
  }
  const aWitnessed = async (caller: Client, name: string): Promise<Loose> => {
    const reporter = await people.as('reporter')
    if (name === 'community staff') await sitTogether(server, caller, reporter)
    return { params: COMMUNITY, body: { ...aGrant(), residentId: reporter.personId, isAskedAlone: true } }
  }
  return {
    listProxyGrants: { input: () => ({}), sees: (name) => (PARTIES.includes(name) ? [CALL_NAME] : toResidents(name)) },
    offerProxyGrant: { input: () => ({ body: aGrant() }), sees: toResidents },
    redeemProxyCode: { input: aCode, sees: toResidents },
    answerProxyGrant: { input: anAnswer, sees: toResidents },
    revokeProxyGrant: [
      { input: ownGrant, sees: toResidents },
      { input: (_caller, name) => ({ params: { grantId: PARTIES.includes(name) ? NOBODY_S : grants.id } }) },
    ],
    freezeProxyGrants: { input: () => ({ body: { isFrozen: false } }), sees: toResidents },
    listProxyActs: [
      { input: () => ({}), sees: toResidents },
      { input: () => ({ query: { side: 'by_me' } }), sees: toResidents },
    ],
    witnessProxyGrant: { input: aWitnessed, sees: (name) => (name === 'community staff' ? [] : undefined) },
  }
}
