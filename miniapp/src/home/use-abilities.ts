import { hasPermission } from '@little-bench/shared/people/permissions'
import { useSession } from '../platform/session'

/** What the person at this phone may do here. Nobody signed in may still begin to write: signing in comes before sending. */
export const useAbilities = (): {
  isSignedIn: boolean
  canReport: boolean
  servesQueues: boolean
  assistsResidents: boolean
  verifiesFacts: boolean
  makesCalls: boolean
} => {
  const person = useSession((session) => session.person)
  const roles = person?.roles.map(({ role }) => role) ?? []
  return {
    isSignedIn: person !== null,
    canReport: person === null || hasPermission(roles, 'issue.report'),
    servesQueues: hasPermission(roles, 'queue.read'),
    assistsResidents: hasPermission(roles, 'resident.assist'),
    verifiesFacts: hasPermission(roles, 'fact.verify'),
    makesCalls: hasPermission(roles, 'call.record'),
  }
}
