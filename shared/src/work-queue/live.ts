/** Where the live connection of the staff desk is: a WebSocket of JSON text frames. */
export const LIVE_PATH = '/api/live'

/** A client that says for this long nothing of an item it has open counts as gone, in seconds. */
export const PRESENCE_SECONDS = 40
/** So often a client says again which item it has open, in seconds. */
export const PRESENCE_REPEAT_SECONDS = 15

/** What a client says. `hello` comes first; the token is never in the address, which proxies write down. */
export type LiveClientFrame =
  | { type: 'hello'; token: string }
  | { type: 'viewing'; communityId: string; workItemId: string }
  | { type: 'viewing'; workItemId: null }

/** What the server says. After `refused` it closes: the session has ended, or may not work at the desk. */
export type LiveServerFrame =
  | { type: 'welcome'; queueIds: string[] }
  | { type: 'queues_changed'; queueIds: string[] }
  | { type: 'viewers'; workItemId: string; viewers: { id: string; name: string }[] }
  | { type: 'refused' }
