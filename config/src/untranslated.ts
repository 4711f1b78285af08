import type { LocalText } from '@little-bench/shared/kernel/language'
import type { Sources } from './sources.ts'

/**
 * The names and sentences of the configuration that are shown in Chinese to somebody who reads Tibetan: `file key`, one
 * a line, sorted. The file `untranslated.txt` names each of them, so that whoever reviews a change sees what it adds.
 */
export const untranslatedTexts = ({ shared, communities }: Sources): string[] => {
  const files: [string, unknown][] = [
    ...Object.entries(shared),
    ...communities.flatMap(({ folder, files: own }) =>
      Object.entries(own).map(([name, content]): [string, unknown] => [`${folder}/${name}`, content]),
    ),
  ]
  return files.flatMap(([file, content]) => textsIn(content, []).map((key) => `${file} ${key}`)).sort()
}

/** Where below this value a text has Chinese alone. */
const textsIn = (value: unknown, path: readonly string[]): string[] => {
  if (typeof value !== 'object' || value === null) return []
  if (isText(value)) return value.bo === undefined || value.bo === null ? [path.join('.')] : []
  return Object.entries(value).flatMap(([name, below]) => textsIn(below, [...path, idOf(below) ?? name]))
}

const isText = (value: object): value is LocalText | { zh: string; bo: string | null } =>
  'zh' in value && typeof value.zh === 'string'

/** An entry of a list is called by what names it, so that its place in the list does not matter. */
const idOf = (entry: unknown): string | undefined => {
  if (typeof entry !== 'object' || entry === null) return undefined
  const id = ['id', 'serviceCode', 'date', 'from'].map((name) => Reflect.get(entry, name)).find(Boolean)
  return typeof id === 'string' ? id : undefined
}
