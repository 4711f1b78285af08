import { SCOPE_OF_ROLE } from '@little-bench/shared/people/roles'
import type { Problem } from '../problem.ts'
import type { DemoPeopleFile } from '../schema/demo-person.ts'
import type { Sources } from '../sources.ts'
import { locate } from './located.ts'

type Assignment = DemoPeopleFile['people'][number]['roles'][number]

const KEY_OF_SCOPE = { community: 'communityId', grid_cell: 'gridCellId', unit: 'unitId', everywhere: null } as const
const SCOPE_KEYS = ['communityId', 'gridCellId', 'unitId'] as const

/** Each role has exactly the scope that belongs to it, and that scope exists. */
export const checkDemoPeople = (sources: Sources): Problem[] =>
  locate('demo-people.yaml', 'people', sources.shared['demo-people.yaml'].people).flatMap(({ file, key, value }) =>
    value.roles.flatMap((assignment, index) =>
      checkAssignment(assignment, sources).map(([member, rule]) => ({
        file,
        key: `${key}.roles[${index}].${member}`,
        rule,
      })),
    ),
  )

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
