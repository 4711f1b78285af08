/** The rules of a subscribe message's fields (发送订阅消息, 订阅消息参数值内容限制说明), by the type in a field's name. */
const lengthOf = (text: string): number => Array.from(text).length
const HAN = /\p{Script=Han}/u

const RULES: Record<string, (value: string) => boolean> = {
  thing: (value) => lengthOf(value) <= 20,
  number: (value) => /^\d+(\.\d+)?$/.test(value) && lengthOf(value) <= 32,
  letter: (value) => /^[A-Za-z]{1,32}$/.test(value),
  symbol: (value) => lengthOf(value) <= 5 && !/[\p{Letter}\p{Number}]/u.test(value),
  character_string: (value) => lengthOf(value) <= 32 && /^[\x20-\x7e]+$/.test(value),
  time: (value) => /\d{1,2}:\d{2}/.test(value) && lengthOf(value) <= 32,
  date: (value) => /\d{4}\s*[年/.-]\s*\d{1,2}\s*[月/.-]\s*\d{1,2}/.test(value),
  amount: (value) => /^[^\d\s]?\d{1,10}(\.\d+)?元?$/.test(value),
  phone_number: (value) => /^[\d+\-() ]{1,17}$/.test(value),
  car_number: (value) => lengthOf(value) <= 8,
  name: (value) => lengthOf(value) <= (HAN.test(value) ? 10 : 20),
  phrase: (value) => /^\p{Script=Han}{1,5}$/u.test(value),
  enum: () => true,
}

const hasControl = (value: string): boolean => /\p{Control}/u.test(value)

const valueOf = (field: unknown): string | undefined => {
  if (typeof field !== 'object' || field === null || !('value' in field)) return undefined
  return typeof field.value === 'string' ? field.value : undefined
}

/**
 * The path of the first field that cannot be sent, such as `data.thing1.value`; undefined when all are right. Where the
 * template is known, each of its fields must be there, and no other.
 */
export const wrongField = (data: unknown, template: readonly string[] | undefined): string | undefined => {
  if (typeof data !== 'object' || data === null) return 'data'
  const fields = new Map<string, unknown>(Object.entries(data))
  const missing = template?.find((name) => !fields.has(name))
  if (missing !== undefined) return `data.${missing}`
  for (const [name, field] of fields) {
    const rule = RULES[/^([a-z_]+?)\d+$/.exec(name)?.[1] ?? '']
    const value = valueOf(field)
    const isKnown = template === undefined || template.includes(name)
    if (!rule || !isKnown) return `data.${name}`
    if (value === undefined || value === '' || hasControl(value) || !rule(value)) return `data.${name}.value`
  }
  return undefined
}
