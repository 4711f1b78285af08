import { setTimeout as sleep } from 'node:timers/promises'
import type { MiniProgram } from './mini-program'
import { findField, findTappable, isDisabled, offers, wordsOf } from './screen'
import type { Rendered } from './wxml'

const PATIENCE_MS = 10_000
/** Nothing changed for that long: the page is at rest. */
const REST_MS = 40

/**
 * Somebody who holds the phone: reads words, taps what has a name, types into what has a label, and waits for what is
 * not there yet, up to `patienceMs`.
 */
export const createPerson = (phone: MiniProgram, patienceMs = PATIENCE_MS) => {
  const settle = async () => {
    const until = Date.now() + patienceMs
    let before = -1
    while (Date.now() < until && (phone.changes() !== before || phone.pendingRequests() > 0)) {
      before = phone.changes()
      await sleep(REST_MS)
    }
  }

  const waitFor = async <T>(what: string, look: (screen: Rendered) => T | undefined): Promise<T> => {
    const until = Date.now() + patienceMs
    for (;;) {
      const screen = phone.render()
      const found = look(screen)
      if (found !== undefined) return found
      if (Date.now() > until) throw new Error(notFound(what, screen))
      await sleep(REST_MS)
    }
  }

  const notFound = (what: string, screen: Rendered) =>
    [
      `${what} is not on ${phone.pagePath()}`,
      `words: ${wordsOf(screen)}`,
      `offers: ${offers(screen).join(', ')}`,
      ...phone.troubles,
    ].join('\n')

  return {
    settle,
    /** Opens the app on its first page. */
    open: async () => {
      phone.launch()
      await waitFor('anything', (screen) => wordsOf(screen) || undefined)
      await settle()
    },
    sees: (words: string | RegExp) =>
      waitFor(`"${String(words)}"`, (screen) => {
        const all = wordsOf(screen)
        return (typeof words === 'string' ? all.includes(words) : words.test(all)) ? all : undefined
      }),
    /** Taps what has that name, once it is there and can be used. */
    tap: async (name: string) => {
      const element = await waitFor(`something to tap named "${name}"`, (screen) => {
        const found = findTappable(screen, name)
        return found && !isDisabled(found) ? found : undefined
      })
      if (phone.tap(element) === 0) throw new Error(`nothing listens when "${name}" is tapped`)
      await settle()
    },
    /** Replaces the words of a field. */
    type: async (label: string, value: string) => {
      const field = await waitFor(`a field labelled "${label}"`, (screen) => findField(screen, label))
      if (phone.happen(field, 'input', { value, cursor: value.length }) === 0) {
        throw new Error(`nothing listens when "${label}" is filled in`)
      }
      await settle()
    },
    /** WeChat's own back arrow. */
    goBack: async () => {
      phone.goBack()
      await settle()
    },
  }
}

export type Person = ReturnType<typeof createPerson>
