import { z } from 'zod'
import { contract } from '../kernel/endpoint.ts'
import { CommunityId, VolunteerTeamId } from '../kernel/ids.ts'
import { volunteerEndpoints } from './endpoints.ts'

/** A team that looks out for hazards (随手拍). Nobody's name and nobody's own count. */
export const VolunteerTeam = z
  .object({
    id: VolunteerTeamId,
    name: z.string(),
    members: z.int().min(0),
    /**
     * Public issues that its members reported for it, and those of them that were solved. A private one is not counted: of
     * a team of two each would know who reported it.
     */
    reported: z.int().min(0),
    solved: z.int().min(0),
    isMember: z.boolean(),
  })
  .meta({ id: 'VolunteerTeam' })
export type VolunteerTeam = z.infer<typeof VolunteerTeam>

const teamParams = z.object({ communityId: CommunityId, teamId: VolunteerTeamId })

export const volunteerContract = contract(volunteerEndpoints, {
  listVolunteerTeams: {
    summary: 'The volunteer teams of a community, with what they reported and what of it was solved',
    permission: 'anyone',
    delegation: 'anybody',
    params: z.object({ communityId: CommunityId }),
    ok: [200, z.object({ items: z.array(VolunteerTeam) })],
    errors: [],
  },
  joinVolunteerTeam: {
    summary: 'Join a team; what one reports for it counts for the team',
    permission: 'issue.report',
    delegation: 'nobody',
    rateLimit: 'write',
    idempotent: true,
    params: teamParams,
    ok: [200, VolunteerTeam],
    errors: [],
  },
  leaveVolunteerTeam: {
    summary: 'Leave a team; what was reported for it stays counted',
    permission: 'issue.report',
    delegation: 'nobody',
    rateLimit: 'write',
    idempotent: true,
    params: teamParams,
    ok: [200, VolunteerTeam],
    errors: [],
  },
})
