const ENOUGH = 4

/** Names words together with the files that go with them: other files are another attempt, so that neither is taken for the other. */
export const keyWithFiles = (attemptKey: string, fileIds: readonly string[]): string =>
  [attemptKey, ...fileIds.map((id) => id.slice(-ENOUGH))].join('-')
