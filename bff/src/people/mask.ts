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

/** A name as another resident or a colleague reads it; a demonstration name is a role and identifies nobody. */
export const shownName = ({ name, is_demo: isDemo }: { name: string; is_demo: boolean }): string =>
  isDemo ? name : maskName(name)

/** A telephone number as its owner knows it again: 「138****34」. */
export const maskPhone = (plain: string): string => `${plain.slice(0, 3)}****${plain.slice(-2)}`
