export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** Calls a method if the object has it, with the object as `this`, as WeChat calls pages. */
export const callMethod = (owner: unknown, name: string, ...given: unknown[]): unknown => {
  if (!isRecord(owner)) return undefined
  const method = owner[name]
  return typeof method === 'function' ? Reflect.apply(method, owner, given) : undefined
}
