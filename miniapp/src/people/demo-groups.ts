import type { Person } from '@little-bench/shared/people/contract'
import { ROLES } from '@little-bench/shared/people/roles'

export interface PeopleGroup {
  id: string
  name: string
  people: Person[]
}

const rankOf = (person: Person) => ROLES.findIndex((role) => person.roles.some((each) => each.role === role))
const communityOf = (person: Person) => person.roles.find(({ communityId }) => communityId !== null)?.communityId

/** One group for each community, residents first, and one for those who serve above the communities. */
export const groupByCommunity = (
  people: readonly Person[],
  communities: readonly { id: string; name: string }[],
  above: string,
): PeopleGroup[] => {
  const isKnown = (id: string | undefined | null) => communities.some((community) => community.id === id)
  const groups = [
    ...communities.map(({ id, name }) => ({ id, name, people: people.filter((person) => communityOf(person) === id) })),
    { id: 'above', name: above, people: people.filter((person) => !isKnown(communityOf(person))) },
  ]
  return groups
    .filter((group) => group.people.length > 0)
    .map((group) => ({
      ...group,
      people: [...group.people].sort((a, b) => rankOf(a) - rankOf(b)),
    }))
}
