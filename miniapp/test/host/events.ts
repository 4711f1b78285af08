import type { Rendered } from './wxml'

/** Events that rise to the elements around; the others stay where they happen. */
const BUBBLING = ['tap', 'touchstart', 'touchend', 'longpress']

export interface Happening {
  type: string
  detail: Record<string, unknown>
}

/** Calls the handler of an element: the page's own, or a component's. */
export type CallHandler = (element: Rendered, handler: string, event: object) => void

/**
 * Sends an event the way WeChat does: only to handlers that the rendered `bind…` and `catch…` attributes name, first of
 * the element, then of each element around it; `catch…` ends the way. Gives how many handlers were called.
 */
export const dispatch = (target: Rendered, { type, detail }: Happening, call: CallHandler): number => {
  let called = 0
  for (let at: Rendered | undefined = target; at; at = at.parent) {
    const bound = handlerOf(at, 'bind', type)
    const caught = handlerOf(at, 'catch', type)
    for (const handler of [bound, caught]) {
      if (handler === undefined) continue
      called += 1
      call(at, handler, {
        type,
        timeStamp: called,
        detail,
        target: describe(target),
        currentTarget: describe(at),
        touches: [],
        changedTouches: [],
        mark: {},
      })
    }
    if (caught !== undefined || !BUBBLING.includes(type)) break
  }
  return called
}

const handlerOf = (element: Rendered, prefix: 'bind' | 'catch', type: string): string | undefined => {
  const handler = element.attributes[`${prefix}${type}`] ?? element.attributes[`${prefix}:${type}`]
  return typeof handler === 'string' && handler !== '' ? handler : undefined
}

const describe = (element: Rendered) => ({
  id: textOf(element.attributes.id),
  dataset: Object.fromEntries(
    Object.entries(element.attributes)
      .filter(([name]) => name.startsWith('data-'))
      .map(([name, value]) => [name.slice('data-'.length), value]),
  ),
  offsetLeft: 0,
  offsetTop: 0,
})

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')
