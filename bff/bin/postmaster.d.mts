/** The process id of the postmaster that runs on this cluster now, or undefined. */
export function findPostmaster(cluster: string): number | undefined
