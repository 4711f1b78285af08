import type { Problem } from '../problem.ts'
import type { CommunitySource, Sources } from '../sources.ts'
import { fileOf, locate, problemAt } from './located.ts'

const teamsOf = (source: CommunitySource) =>
  locate(fileOf(source, 'volunteer-teams.yaml'), 'teams', source.files['volunteer-teams.yaml'].teams)

/** Whoever is put into a team for a demonstration is a demonstration person, and reports as a resident. */
export const checkVolunteerTeams = (sources: Sources): Problem[] => {
  const residents = sources.shared['demo-people.yaml'].people
    .filter(({ roles }) => roles.some(({ role }) => role === 'resident'))
    .map(({ id }) => id)
  return sources.communities
    .flatMap(teamsOf)
    .flatMap((team) =>
      team.value.demoMembers
        .filter((id) => !residents.includes(id))
        .map((id) => problemAt(team, 'demoMembers', `names ${id}, who is no resident of demo-people.yaml`)),
    )
}
