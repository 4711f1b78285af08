import type { issueContract } from '@little-bench/shared/issues/contract'
import { issueEndpoints } from '@little-bench/shared/issues/endpoints'
import type { CallInput, CallResult } from '@little-bench/shared/kernel/endpoint'
import { createClient } from '../platform/request'
import { RESIDENT_KEY } from './counter.api'
import { useCounterWrite } from './use-counter-write'

type Contract = typeof issueContract
export type AssistedIssue = CallInput<Contract['fileIssueForResident']>['body']
export type AssistedReceipt = CallResult<Contract['fileIssueForResident']>

/** Staff file it with their own hand; for whom stands in the body. */
const issueApi = createClient<Contract>(issueEndpoints, { actingFor: null })

/** Sends it with the draft's own key, which outlives this page: the same words are one item however often they are sent. */
export const useFileIssue = (communityId: string, attemptKey: string) =>
  useCounterWrite(
    (body: AssistedIssue) =>
      issueApi.fileIssueForResident({ params: { communityId }, body }, { idempotencyKey: attemptKey }),
    [[RESIDENT_KEY]],
  )
