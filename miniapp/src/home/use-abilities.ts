import { hasPermission } from '@little-bench/shared/people/permissions'
import { useSession } from '../platform/session'

export interface Abilities {
  isSignedIn: boolean
  canReport: boolean
  servesQueues: boolean
  assistsResidents: boolean
  verifiesFacts: boolean
  makesCalls: boolean
  servesMeals: boolean
  caresForChildren: boolean
  hostsActivities: boolean
  mediates: boolean
  overseesMediation: boolean
  makesVisits: boolean
  plansVisits: boolean
  followsProofs: boolean
  invitesStaff: boolean
}

/**
 * What the person at this phone may do here. Nobody signed in may still begin to write: signing in comes before sending.
 * For somebody else one does what residents do, and no work.
 */
export const useAbilities = (): Abilities => {
  const person = useSession((session) => session.person)
  const isActing = useSession((session) => session.actingFor !== null)
  const roles = person?.roles.map(({ role }) => role) ?? []
  return {
    isSignedIn: person !== null,
    canReport: person === null || isActing || hasPermission(roles, 'issue.report'),
    servesQueues: !isActing && hasPermission(roles, 'queue.read'),
    assistsResidents: !isActing && hasPermission(roles, 'resident.assist'),
    verifiesFacts: !isActing && hasPermission(roles, 'fact.verify'),
    makesCalls: !isActing && hasPermission(roles, 'call.record'),
    servesMeals: !isActing && hasPermission(roles, 'meal.serve'),
    caresForChildren: !isActing && hasPermission(roles, 'child.care'),
    hostsActivities: !isActing && hasPermission(roles, 'activity.host'),
    mediates: !isActing && hasPermission(roles, 'mediation.work'),
    overseesMediation: !isActing && hasPermission(roles, 'mediation.oversee'),
    makesVisits: !isActing && hasPermission(roles, 'visit.make'),
    plansVisits: !isActing && hasPermission(roles, 'visit.plan'),
    followsProofs: !isActing && hasPermission(roles, 'proof.follow'),
    invitesStaff: !isActing && hasPermission(roles, 'staff.invite'),
  }
}
