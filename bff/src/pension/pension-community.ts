import type { CommunityConfig, PensionConfig } from '@little-bench/config/model'
import { AppError } from '@little-bench/shared/kernel/errors'
import { communityOf } from '../communities/index.ts'
import type { Context } from '../platform/context.ts'

/** A community that helps with the proof of life. */
export type PensionCommunity = CommunityConfig & { pension: PensionConfig }

/** Errors: `not_found`, also where there is no such help. */
export const communityWithPension = (context: Context, communityId: string): PensionCommunity => {
  const community = communityOf(context, communityId)
  const { pension, services } = community
  if (pension === null || !services.includes('pension')) throw new AppError('not_found')
  return { ...community, pension }
}
