import type { InboxKeys } from './use-inbox-keys.h5'

export type { ItemKey } from './use-inbox-keys.h5'

/** Phones have no keyboard here. */
export const useInboxKeys = (_keys: InboxKeys): void => {}
