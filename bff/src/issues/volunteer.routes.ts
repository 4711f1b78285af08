import { volunteerEndpoints } from '@little-bench/shared/issues/endpoints'
import { volunteerContract } from '@little-bench/shared/issues/volunteer.contract'
import type { Mount } from '../platform/http/mount.ts'
import type { Engine } from '../work-queue/index.ts'
import { joinVolunteerTeam, leaveVolunteerTeam, listVolunteerTeams } from './volunteer.service.ts'

export const mountVolunteers = (mount: Mount, engine: Engine): void =>
  mount(volunteerEndpoints, volunteerContract, {
    listVolunteerTeams: async ({ viewer, params, language }) => ({
      items: await listVolunteerTeams(engine, viewer, language, params.communityId),
    }),
    joinVolunteerTeam: ({ viewer, params, write }) => joinVolunteerTeam(engine, viewer, params, write),
    leaveVolunteerTeam: ({ viewer, params, write }) => leaveVolunteerTeam(engine, viewer, params, write),
  })
