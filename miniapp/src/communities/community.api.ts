import type { communityContract } from '@little-bench/shared/communities/contract'
import { communityEndpoints } from '@little-bench/shared/communities/endpoints'
import { createClient } from '../platform/request'

/** The public part of the communities. */
export const communityApi = createClient<typeof communityContract>(communityEndpoints)
