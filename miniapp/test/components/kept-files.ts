import { vi } from 'vitest'

interface KeptFile {
  name: string
  words: string
}

/** Stands in for the browser's own downloads, which jsdom has not: what was handed to them, in order. */
export const watchKeptFiles = (): KeptFile[] => {
  const kept: KeptFile[] = []
  const files: Blob[] = []
  Reflect.set(URL, 'createObjectURL', (file: Blob) => `blob:${files.push(file)}`)
  Reflect.set(URL, 'revokeObjectURL', () => undefined)
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function keep(this: HTMLAnchorElement) {
    const file = files.at(-1)
    if (file) void wordsIn(file).then((words) => kept.push({ name: this.download, words }))
  })
  return kept
}

/** Everything that this phone stores, as one text. */
export const keptOnPhone = (): string => JSON.stringify(Object.entries(localStorage))

const wordsIn = (file: Blob) =>
  new Promise<string>((read) => {
    const reader = new FileReader()
    reader.onload = () => read(typeof reader.result === 'string' ? reader.result : '')
    reader.readAsText(file)
  })
