import { SERVICE_CODE_LIST, SLOT_SERVICE_NAMES } from '@little-bench/shared/scheduling/service-codes'
import type { SlotService } from '@little-bench/shared/scheduling/slots'
import type { ItemCategory } from '../work-queue/index.ts'

/** What items of a service with bookings can be: what its feature tells the engine of queues. */
export const categoriesOf = (service: SlotService): ItemCategory[] =>
  SERVICE_CODE_LIST.filter((entry) => entry.service === service).map((entry) => ({
    serviceCode: entry.serviceCode,
    duty: 'perform',
    handledBy: entry.handledBy,
    departmentId: null,
    name: entry.name,
    group: SLOT_SERVICE_NAMES[service],
    deadlineClass: entry.deadlineClass,
    priority: entry.priority,
    isConfidential: entry.isConfidential,
    isDelegable: true,
    // A batch, or an alarm about somebody: whoever it is about cannot call it off.
    isRaisedByHouse: true,
    notOurs: null,
  }))

/** One of them. It is a mistake of ours when there is none: codes are not read from anywhere. */
export const categoryOf = (service: SlotService, serviceCode: string): ItemCategory => {
  const category = categoriesOf(service).find((one) => one.serviceCode === serviceCode)
  if (!category) throw new Error(`${service} has no category ${serviceCode}`)
  return category
}
