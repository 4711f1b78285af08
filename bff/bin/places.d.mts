/** Where this installation keeps its database and logs: DATA_DIR, or .data in the checkout. */
export function dataDirectory(environment: Record<string, string | undefined>): string
