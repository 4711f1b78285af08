/** Whether a process of this number exists, whoever owns it. */
export function isAlive(pid: number): boolean
