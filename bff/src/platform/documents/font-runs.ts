/** What one font can write of a text. */
export interface FontRun {
  script: 'han' | 'tibetan'
  text: string
}

const TIBETAN = /[\u0F00-\u0FFF]/u
/** A space or a mark that belongs to whatever stands before it. */
const NEUTRAL = /[\s\d.,:;()\-–—/]/u

/** Cuts a line where the script changes, because no one font has both. */
export const fontRuns = (line: string): FontRun[] => {
  const runs: FontRun[] = []
  for (const character of line) {
    const last = runs.at(-1)
    const isNeutral = NEUTRAL.test(character) && last !== undefined
    const script = isNeutral ? last.script : TIBETAN.test(character) ? 'tibetan' : 'han'
    if (last?.script === script) last.text += character
    else runs.push({ script, text: character })
  }
  return runs
}
