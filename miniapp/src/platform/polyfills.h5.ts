// What Chrome 64 and iOS 12 lack of what we and our libraries use; newer browsers keep their own.
const define = (target: object, name: string, value: unknown) => {
  if (!(name in target)) Object.defineProperty(target, name, { value, writable: true, configurable: true })
}

define(self, 'globalThis', self)

define(self, 'queueMicrotask', (task: () => void) => void Promise.resolve().then(task))

define(Object, 'fromEntries', (entries: Iterable<readonly [string, unknown]>) => {
  const result: Record<string, unknown> = {}
  for (const [name, value] of entries) result[name] = value
  return result
})

define(Array.prototype, 'flat', function (this: unknown[], depth = 1): unknown[] {
  return this.reduce<unknown[]>((all, each) => {
    if (Array.isArray(each) && depth > 0) return [...all, ...each.flat(depth - 1)]
    return [...all, each]
  }, [])
})

define(Array.prototype, 'flatMap', function (this: unknown[], mapper: (each: unknown, index: number) => unknown) {
  return this.map((each, index) => mapper(each, index)).flat()
})

define(Array.prototype, 'at', function (this: unknown[], index: number) {
  return this[index < 0 ? this.length + index : index]
})
