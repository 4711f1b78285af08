/** Whether a camera can read a code here. */
export const canScan = false

export const scanCode = async (): Promise<string | undefined> => undefined
