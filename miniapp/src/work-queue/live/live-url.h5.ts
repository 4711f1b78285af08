import { LIVE_PATH } from '@little-bench/shared/work-queue/live'

/** The server that brought the page; `API_BASE` names another one where there is one. */
export const liveUrl = (): string => (API_BASE || location.origin).replace(/^http/, 'ws') + LIVE_PATH
