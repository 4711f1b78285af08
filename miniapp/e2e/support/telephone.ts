import { setTimeout as sleep } from 'node:timers/promises'
import { inject } from 'vitest'

const PATIENCE_MS = 20_000

/** The code of the short message that came to this number, once it has come; not the one that is known already. */
export const codeOn = async (phone: string, known?: string): Promise<string> => {
  const until = Date.now() + PATIENCE_MS
  while (Date.now() < until) {
    const answer = await fetch(`${inject('stage').telephoneUrl}/?phone=${phone}`)
    const code = await answer.text()
    if (answer.ok && code !== known) return code
    await sleep(100)
  }
  throw new Error('no short message has come')
}
