import type { Delegation, ProxyScope } from '@little-bench/shared/people/powers'
import { SLOT_SERVICES } from '@little-bench/shared/scheduling/slots'
import type { Client } from './client.ts'
import { addPerson, type Raosai, signInRaosai } from './factories.ts'
import { aGrant, giveTo, sitTogether } from './grants.ts'
import { START, type TestServer } from './server.ts'

const COMMUNITY = { communityId: 'raosai' }
const ISSUES: ProxyScope = { service: 'issues', powers: ['read', 'file', 'manage'] }
/** The services that are booked. */
const BOOKED = SLOT_SERVICES.map((service): ProxyScope => ({ service, powers: ['read', 'file', 'manage'] }))
const PENSION: ProxyScope = { service: 'pension', powers: ['read', 'file', 'manage'] }
const EVERYTHING: readonly ProxyScope[] = [
  ISSUES,
  ...BOOKED,
  PENSION,
  { service: 'profile', powers: ['read', 'manage'] },
]
const PROFILE: ProxyScope = { service: 'profile', powers: ['read', 'manage'] }

/** By what right the actor acts; null when nothing counts. */
export type Right = 'session' | readonly ProxyScope[] | null

/** Somebody, somebody who wants to act for them, and what is between the two. */
export interface World {
  principal: Client
  actor: Client
  right: Right
  /** Who works on what the principal reports. */
  people: Raosai
}

export const SITUATIONS = [
  'no grant',
  'an expired grant',
  'a revoked grant',
  'a frozen grant',
  'a grant for another service',
  'a grant to read alone',
  'the right grant',
  'an assist session',
  'an assist session that is over',
] as const
export type Situation = (typeof SITUATIONS)[number]

/** Each situation has people of its own, so that what is done in one is not seen in another. */
export const createWorlds = async (server: TestServer) => {
  server.clock.set(START)
  const newPerson = async (role: 'resident' | 'community_staff'): Promise<Client> =>
    server.signIn(await addPerson(server, role, COMMUNITY))
  const pair = async (role: 'resident' | 'community_staff' = 'resident') => ({
    principal: await newPerson('resident'),
    actor: await newPerson(role),
  })
  const given = async (scopes: readonly ProxyScope[], validUntil = aGrant().validUntil) => {
    const { principal, actor } = await pair()
    const grant = await giveTo(actor, principal, {
      scopes: scopes.map(({ service, powers }) => ({ service, powers: [...powers] })),
      validUntil,
    })
    return { principal, actor, grantId: grant.id, right: scopes }
  }

  const expired = await given(EVERYTHING, '2026-11-24')
  const sessionOver = await pair('community_staff')
  await sitTogether(server, sessionOver.actor, sessionOver.principal)

  server.clock.advance({ days: 2 })
  const people = await signInRaosai(server)
  const revoked = await given(EVERYTHING)
  await revoked.principal.call('revokeProxyGrant', { params: { grantId: revoked.grantId } })
  const frozen = await given(EVERYTHING)
  await frozen.principal.call('freezeProxyGrants', { body: { isFrozen: true } })
  const session = await pair('community_staff')
  await sitTogether(server, session.actor, session.principal)
  const again = async ({ principal, actor }: { principal: Client; actor: Client }) => ({
    principal,
    actor: await server.signIn(actor.personId),
  })

  const worlds = {
    'no grant': { ...(await pair()), right: null },
    'an expired grant': { ...expired, right: null },
    'a revoked grant': { ...revoked, right: null },
    'a frozen grant': { ...frozen, right: null },
    'a grant for another service': await given([PROFILE]),
    'a grant to read alone': await given(EVERYTHING.map(({ service }) => ({ service, powers: ['read'] }))),
    'the right grant': await given(EVERYTHING),
    'an assist session': { ...session, right: 'session' },
    'an assist session that is over': { ...(await again(sessionOver)), right: null },
  } satisfies Record<Situation, Omit<World, 'people'>>
  const issuesAlone = await given([ISSUES])

  /** Another service than the one that the operation is about. */
  const worldFor = (situation: Situation, delegation: Delegation): World => {
    const isAboutProfile = typeof delegation === 'object' && delegation.of === 'profile'
    const isOther = situation === 'a grant for another service' && isAboutProfile
    return { ...(isOther ? issuesAlone : worlds[situation]), people }
  }
  return { worldFor }
}
