import { moderationContract } from '@little-bench/shared/moderation/contract'
import { moderationEndpoints } from '@little-bench/shared/moderation/endpoints'
import type { Mount } from '../platform/http/mount.ts'
import { decideHeldContent } from './decide-held-content.service.ts'
import { listHeldContent } from './list-held-content.service.ts'
import type { Moderation } from './moderation.ts'

export const mountModeration = (mount: Mount, moderation: Moderation): void =>
  mount(moderationEndpoints, moderationContract, {
    listHeldContent: ({ viewer, params, query }) => listHeldContent(moderation, viewer, params.communityId, query),
    decideHeldContent: ({ viewer, params, body, write }) => decideHeldContent(moderation, viewer, params, body, write),
  })
