import { vi } from 'vitest'

interface Printer {
  /** How often somebody asked for paper. */
  asked: () => number
  /** Prints now, as the browser does it; `look` sees the document while it is on its way to the paper. */
  print: (look: (document: Document) => void) => void
}

/** Stands in for the browser's own way to a printer, which jsdom has not. */
export const watchPrinter = (): Printer => {
  const ask = vi.fn<() => void>()
  Reflect.set(window, 'print', ask)
  return {
    asked: () => ask.mock.calls.length,
    print: (look) => {
      window.dispatchEvent(new Event('beforeprint'))
      look(document)
      window.dispatchEvent(new Event('afterprint'))
    },
  }
}
