/** Where a member stands: `gridCells[raosai-1].queueId`. List items are named by their id, so that nobody must count. */
export const childKey = (parent: string, step: PropertyKey, child: unknown): string => {
  if (typeof step === 'number') return `${parent}[${idOf(child) ?? step}]`
  return parent === '' ? String(step) : `${parent}.${String(step)}`
}

/** The key of a zod issue: its path walked through the content. */
export const keyOfPath = (content: unknown, path: readonly PropertyKey[]): string => {
  let part: unknown = content
  let key = ''
  for (const step of path) {
    part = memberOf(part, step)
    key = childKey(key, step, part)
  }
  return key === '' ? '(file)' : key
}

const memberOf = (value: unknown, step: PropertyKey): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined

const idOf = (value: unknown): string | undefined => {
  const id = memberOf(value, 'id') ?? memberOf(value, 'serviceCode')
  return typeof id === 'string' ? id : undefined
}
