/** Holds a data directory for this process; throws an Error with a message for a person when somebody else has it. */
export function holdDirectory(directory: string): Promise<{ release(): Promise<void> }>
