import { PersonId, VolunteerTeamId } from '@little-bench/shared/kernel/ids'
import { z } from 'zod'
import { demo } from './demo.ts'
import { localText } from './local-text.ts'

/** `<community>/volunteer-teams.yaml`: the teams that look out for hazards (随手拍). What they did is counted, never written here. */
export const VolunteerTeamsFile = z.strictObject({
  teams: z.array(
    z
      .strictObject({
        id: VolunteerTeamId,
        name: localText,
        /** People of `demo-people.yaml` who are in it where demonstration people are loaded. */
        demoMembers: z.array(PersonId).default([]),
        demo,
      })
      .refine(({ name, demo: isDemo }) => !isDemo || name.zh.includes('示范'), {
        path: ['name'],
        message: 'must say 示范: no source names such a team here',
      }),
  ),
})
export type VolunteerTeamsFile = z.infer<typeof VolunteerTeamsFile>
