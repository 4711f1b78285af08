import { GROUP_TEXT_FIELDS } from '@little-bench/shared/pension/group-text'
import { MERGE_FIELDS } from '@little-bench/shared/work-queue/reply-template'
import { childKey } from '../key-path.ts'
import type { Problem } from '../problem.ts'
import type { Sources } from '../sources.ts'

const PLACEHOLDER = /\{[^}]*\}|待定|待补|占位|\bTODO\b|\bTBD\b|\bFIXME\b|XXX/i

const fieldsLike = (fields: readonly string[]): RegExp => new RegExp(`\\{(?:${fields.join('|')})\\}`, 'g')

/** Filled when a text is used, not by whoever edits the configuration. */
const FILLED_LATER = (file: string, key: string): RegExp | undefined => {
  if (file === 'reply-templates.yaml') return fieldsLike(MERGE_FIELDS)
  return key.startsWith('pension.groupText') ? fieldsLike(GROUP_TEXT_FIELDS) : undefined
}

/** No text may still wait to be filled in: texts of the configuration are shown as they stand. */
export const checkPlaceholders = (sources: Sources): Problem[] => [
  ...Object.entries(sources.shared).flatMap(([file, content]) => search(file, '', content)),
  ...sources.communities.flatMap(({ folder, files }) =>
    Object.entries(files).flatMap(([name, content]) => search(`${folder}/${name}`, '', content)),
  ),
]

const search = (file: string, key: string, value: unknown): Problem[] => {
  if (typeof value === 'string') {
    const filled = FILLED_LATER(file, key)
    const text = filled ? value.replaceAll(filled, '') : value
    const found = PLACEHOLDER.exec(text)?.[0]
    return found === undefined ? [] : [{ file, key, rule: `still has the placeholder ${found}` }]
  }
  if (Array.isArray(value))
    return value.flatMap((item: unknown, index) => search(file, childKey(key, index, item), item))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, member]: [string, unknown]) =>
    search(file, childKey(key, name, member), member),
  )
}
