import { isRecord } from './values'

/** WeChat refuses a larger payload. */
const LIMIT_BYTES = 1024 * 1024

/** What WeChat would carry to the page: JSON, and not too much of it. */
export const toPayload = (data: unknown): Record<string, unknown> => {
  const json = JSON.stringify(data)
  if (json === undefined) throw new Error('setData was called without data')
  if (json.length > LIMIT_BYTES) throw new Error(`setData of ${json.length} characters: WeChat refuses more than 1 MB`)
  const payload: unknown = JSON.parse(json)
  if (!isRecord(payload)) throw new Error('setData takes an object')
  return payload
}

/** Applies `{ 'root.cn.[0].v': 'words' }` to a page's data, in place, as WeChat reads paths. */
export const applyData = (data: Record<string, unknown>, payload: Record<string, unknown>): void => {
  for (const [path, value] of Object.entries(payload)) {
    const steps = path.split(/[.[\]]/).filter((step) => step !== '')
    const last = steps.pop()
    if (last === undefined) continue
    const owner = steps.reduce<unknown>((at, step) => {
      if (!isRecord(at)) throw new Error(`setData: nothing at "${path}"`)
      at[step] ??= {}
      return at[step]
    }, data)
    if (!isRecord(owner)) throw new Error(`setData: nothing at "${path}"`)
    owner[last] = value
  }
}
