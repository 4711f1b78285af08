import { useWrite } from '../platform/use-write'
import { MY_ITEMS_KEY, requesterApi } from '../work-queue'

/** What staff wrote down at the counter becomes one's own by the code on its receipt. */
export const useBindReceipt = () =>
  useWrite((code: string, options) => requesterApi.bindReceipt({ body: { code } }, options), [MY_ITEMS_KEY])
