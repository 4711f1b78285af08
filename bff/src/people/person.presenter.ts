import type { LoadedConfig } from '@little-bench/config/model'
import { inLanguage, type Language } from '@little-bench/shared/kernel/language'
import type { Person } from '@little-bench/shared/people/contract'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { RoleAssignment } from '../platform/http/viewer.ts'
import { ownNameOf } from './own-name.ts'

type PersonView = z.input<typeof Person>
interface PresentedPerson {
  id: string
  name: string
  roles: readonly RoleAssignment[]
}

const scopeName = (assignment: RoleAssignment, config: LoadedConfig, language: Language): string => {
  const community = assignment.communityId === null ? undefined : config.communities.get(assignment.communityId)
  const gridCell = community?.gridCells.find((cell) => cell.id === assignment.gridCellId)
  const unit = assignment.unitId === null ? undefined : config.units.get(assignment.unitId)
  return [unit, community, gridCell].flatMap((part) => (part ? [inLanguage(part.name, language)] : [])).join(' · ')
}

/** A person as they see themselves: nobody else reads the whole name. */
export const presentOwnPerson = async (
  context: Context,
  person: PresentedPerson,
  language: Language,
): Promise<PersonView> =>
  presentPerson({ ...person, name: await ownNameOf(context, person) }, context.config(), language)

/** A person as the demonstration list offers them, or whoever acts for them reads them. */
export const presentPerson = (person: PresentedPerson, config: LoadedConfig, language: Language): PersonView => ({
  id: person.id,
  name: person.name,
  roles: person.roles.map((assignment) => presentRole(assignment, config, language)),
})

/** One role and what it reaches, in words. */
export const presentRole = (
  assignment: RoleAssignment,
  config: LoadedConfig,
  language: Language,
): PersonView['roles'][number] => ({
  role: assignment.role,
  scopeName: scopeName(assignment, config, language),
  communityId: assignment.communityId,
  gridCellId: assignment.gridCellId,
  unitId: assignment.unitId,
})
