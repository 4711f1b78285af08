import type { TextTable } from '../platform/i18n/text'

/** What one line of the timeline says happened; `Yours` when the reader did it. */
export const timelineText = {
  enqueued: { zh: '有人说了这件事，交给{queue}' },
  enqueuedYours: { zh: '您说了这件事，交给{queue}' },
  claimed: { zh: '{queue}接单了' },
  claimedBy: { zh: '{actor}接单了' },
  dispatched: { zh: '{queue}派人来办' },
  accepted: { zh: '{queue}开始办' },
  acceptedBy: { zh: '{actor}开始办' },
  returned: { zh: '换人来办，回到{queue}' },
  resolved: { zh: '{queue}说办好了' },
  resolvedBy: { zh: '{actor}说办好了' },
  closed: { zh: '结案了' },
  reopened: { zh: '没解决，重新办，回到{queue}' },
  reopenedYours: { zh: '您要求重办，回到{queue}' },
  withdrawn: { zh: '说的人撤回了' },
  withdrawnYours: { zh: '您撤回了' },
  rated: { zh: '说的人评价了' },
  ratedYours: { zh: '您评价了' },
} as const satisfies TextTable
