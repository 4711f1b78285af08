import type { CommunityConfig } from '@little-bench/config/model'
import type { VolunteerTeam } from '@little-bench/shared/issues/volunteer.contract'
import { AppError } from '@little-bench/shared/kernel/errors'
import { inLanguage, type Language } from '@little-bench/shared/kernel/language'
import type { z } from 'zod'
import { communityOf } from '../communities/index.ts'
import type { Context } from '../platform/context.ts'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import type { Engine } from '../work-queue/index.ts'
import {
  countMembers,
  countTeamReports,
  deleteMembership,
  insertMemberships,
  isMember,
} from './volunteer.repository.ts'

type TeamView = z.input<typeof VolunteerTeam>

interface TeamAddress {
  communityId: string
  teamId: string
}

const hasTeam = ({ volunteerTeams }: CommunityConfig, teamId: string): boolean =>
  volunteerTeams.some(({ id }) => id === teamId)

/** The teams of a community with what is counted of them. Errors: `not_found` (community). */
export const listVolunteerTeams = (
  engine: Engine,
  viewer: Pick<Viewer, 'personId'> | null,
  language: Language,
  communityId: string,
): Promise<TeamView[]> => {
  const { id, volunteerTeams } = communityOf(engine, communityId)
  return viewTeams(engine, viewer, language, { communityId: id, teams: volunteerTeams })
}

const viewTeams = async (
  { db }: Engine,
  viewer: Pick<Viewer, 'personId'> | null,
  language: Language,
  { communityId, teams }: { communityId: string; teams: CommunityConfig['volunteerTeams'] },
): Promise<TeamView[]> => {
  const ids = teams.map(({ id }) => id)
  const membersOf = await countMembers(db, communityId, ids, viewer?.personId ?? null)
  const reportsOf = await countTeamReports(db, communityId, ids)
  return teams.map(({ id, name }) => ({
    id,
    name: inLanguage(name, language),
    ...(membersOf.get(id) ?? { members: 0, isMember: false }),
    ...(reportsOf.get(id) ?? { reported: 0, solved: 0 }),
  }))
}

const teamFor = async (engine: Engine, viewer: Viewer, { communityId, teamId }: TeamAddress): Promise<TeamView> => {
  const teams = communityOf(engine, communityId).volunteerTeams.filter(({ id }) => id === teamId)
  const [team] = await viewTeams(engine, viewer, viewer.language, { communityId, teams })
  if (!team) throw new AppError('not_found')
  return team
}

/** Errors: `not_found` (community, team). */
export const joinVolunteerTeam = (
  engine: Engine,
  viewer: Viewer,
  { communityId, teamId }: TeamAddress,
  write: Write,
): Promise<TeamView> => {
  if (!hasTeam(communityOf(engine, communityId), teamId)) throw new AppError('not_found')
  const now = engine.clock.now()
  return inTransaction(engine.db, now, write, async (trx) => {
    const joined_at = now.toISOString()
    await insertMemberships(trx, [
      { community_id: communityId, team_id: teamId, person_id: viewer.personId, joined_at },
    ])
    return teamFor({ ...engine, db: trx }, viewer, { communityId, teamId })
  })
}

/** What was reported for the team stays counted. Errors: `not_found` (community, team). */
export const leaveVolunteerTeam = (
  engine: Engine,
  viewer: Viewer,
  { communityId, teamId }: TeamAddress,
  write: Write,
): Promise<TeamView> =>
  inTransaction(engine.db, engine.clock.now(), write, async (trx) => {
    await deleteMembership(trx, communityId, teamId, viewer.personId)
    return teamFor({ ...engine, db: trx }, viewer, { communityId, teamId })
  })

/** Errors: `not_in_team`, also for a team that is no more. */
export const requireMember = async (
  trx: Trx,
  community: CommunityConfig,
  teamId: string,
  personId: string,
): Promise<void> => {
  const isIn = hasTeam(community, teamId) && (await isMember(trx, community.id, teamId, personId))
  if (!isIn) throw new AppError('not_in_team')
}

/** Puts the demonstration people into the teams that the configuration names for them. */
export const loadDemoVolunteers = async (context: Context): Promise<void> => {
  const joined_at = context.clock.now().toISOString()
  const rows = [...context.config().communities.values()].flatMap(({ id: community_id, volunteerTeams }) =>
    volunteerTeams.flatMap(({ id: team_id, demoMembers }) =>
      demoMembers.map((person_id) => ({ community_id, team_id, person_id, joined_at })),
    ),
  )
  await insertMemberships(context.db, rows)
}
