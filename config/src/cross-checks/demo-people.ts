import { SCOPE_OF_ROLE } from '@little-bench/shared/people/roles'
import type { Problem } from '../problem.ts'
import type { DemoPeopleFile } from '../schema/demo-person.ts'
import type { Sources } from '../sources.ts'
import { type Located, locate, problemAt } from './located.ts'

type Person = DemoPeopleFile['people'][number]
type Assignment = Person['roles'][number]

const KEY_OF_SCOPE = { community: 'communityId', grid_cell: 'gridCellId', unit: 'unitId', everywhere: null } as const
const SCOPE_KEYS = ['communityId', 'gridCellId', 'unitId'] as const

/** Each role has exactly the scope that belongs to it, and that scope exists; and everybody can be told something. */
export const checkDemoPeople = (sources: Sources): Problem[] =>
  locate('demo-people.yaml', 'people', sources.shared['demo-people.yaml'].people).flatMap((person) => [
    ...person.value.roles.flatMap((assignment, index) =>
      checkAssignment(assignment, sources).map(([member, rule]) =>
        problemAt(person, `roles[${index}].${member}`, rule),
      ),
    ),
    ...checkReach(person),
  ])

/** Whoever is not reached by messages is reached by a call, and only residents live without the app. */
const checkReach = (person: Located<Person>): Problem[] => {
  const { phone, channel, hasAccount, roles } = person.value
  return [
    ...(channel === 'call' && phone === null ? [problemAt(person, 'phone', 'is missing: the channel is call')] : []),
    ...(!hasAccount && channel !== 'call'
      ? [problemAt(person, 'channel', 'must be call, because hasAccount is false: nobody reads their messages')]
      : []),
    ...(!hasAccount && roles.some(({ role }) => role !== 'resident')
      ? [problemAt(person, 'hasAccount', 'must be true: whoever works here signs in')]
      : []),
  ]
}

const checkAssignment = (assignment: Assignment, sources: Sources): [member: string, rule: string][] => {
  const needed = KEY_OF_SCOPE[SCOPE_OF_ROLE[assignment.role]]
  return SCOPE_KEYS.flatMap((member): [string, string][] => {
    const id = assignment[member]
    if (id === null)
      return member === needed ? [[member, `is missing: the role ${assignment.role} is scoped by it`]] : []
    if (member !== needed)
      return [[member, `does not belong to the role ${assignment.role}, whose scope is ${needed ?? 'everything'}`]]
    return scopeIds(assignment, sources).includes(id)
      ? []
      : [[member, `names ${id}, which does not exist or is not for the role ${assignment.role}`]]
  })
}

const scopeIds = ({ role }: Assignment, sources: Sources): string[] => {
  switch (SCOPE_OF_ROLE[role]) {
    case 'community':
      return sources.communities.map(({ files }) => files['community.yaml'].id)
    case 'grid_cell':
      return sources.communities.flatMap(({ files }) => files['grid-cells.yaml'].gridCells.map(({ id }) => id))
    case 'unit':
      return sources.shared['units.yaml'].units
        .filter(({ kind }) => (kind === 'subdistrict') === (role === 'subdistrict_staff'))
        .map(({ id }) => id)
    case 'everywhere':
      return []
  }
}
