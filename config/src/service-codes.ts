import type { QueueService } from '@little-bench/shared/communities/duty'
import { MEDIATION_CODE } from '@little-bench/shared/mediation/service-code'
import { VISIT_FOLLOW_UP_CODE, VISIT_ROUND_CODE } from '@little-bench/shared/pension/service-code'
import { REQUEST_CODES } from '@little-bench/shared/privacy/service-codes'
import { SERVICE_CODE_LIST } from '@little-bench/shared/scheduling/service-codes'
import type { QueueLevel } from '@little-bench/shared/work-queue/routing'

/** What services put into queues beside the catalogue: routing rules name these too. */
export const CODES_OF_SERVICES: readonly {
  serviceCode: string
  service: QueueService
  handledBy: QueueLevel
}[] = [
  ...SERVICE_CODE_LIST,
  { serviceCode: MEDIATION_CODE, service: 'mediation', handledBy: 'community' },
  { serviceCode: VISIT_ROUND_CODE, service: 'pension', handledBy: 'community' },
  { serviceCode: VISIT_FOLLOW_UP_CODE, service: 'pension', handledBy: 'community' },
]

/** What comes to every community, whatever it offers. */
export const CODES_EVERYWHERE: readonly { serviceCode: string; handledBy: QueueLevel }[] = Object.values(
  REQUEST_CODES,
).map((serviceCode) => ({ serviceCode, handledBy: 'community' }))
