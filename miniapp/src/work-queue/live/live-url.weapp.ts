import { LIVE_PATH } from '@little-bench/shared/work-queue/live'

export const liveUrl = (): string => API_BASE.replace(/^http/, 'ws') + LIVE_PATH
