/**
 * A personal name as colleagues see it in lists: two characters hide the first, longer names keep the first and the
 * last (the masking of names that WeChat's operating rules describe).
 */
export const maskName = (name: string): string => {
  const characters = Array.from(name)
  const first = characters.at(0)
  const last = characters.at(-1)
  if (characters.length < 2) return '*'
  return characters.length === 2 ? `*${last}` : `${first}*${last}`
}
