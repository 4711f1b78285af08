import type { Progress } from './progress.mjs'

/** Bundles the server to bff/dist (main.js and migrations/*.js) when its sources changed. */
export function buildServer(progress: Progress): Promise<void>

/** The program a built server starts with. */
export const SERVER_ENTRY: string
