import { MERGE_FIELDS } from '@little-bench/shared/work-queue/reply-template'
import { childKey } from '../key-path.ts'
import type { Problem } from '../problem.ts'
import type { Sources } from '../sources.ts'

const PLACEHOLDER = /\{[^}]*\}|待定|待补|占位|\bTODO\b|\bTBD\b|\bFIXME\b|XXX/i

/** Filled when a reply is written, not by whoever edits the configuration. */
const MERGE_FIELD = new RegExp(`\\{(?:${MERGE_FIELDS.join('|')})\\}`, 'g')

/** No text may still wait to be filled in: texts of the configuration are shown as they stand. */
export const checkPlaceholders = (sources: Sources): Problem[] => [
  ...Object.entries(sources.shared).flatMap(([file, content]) => search(file, '', content)),
  ...sources.communities.flatMap(({ folder, files }) =>
    Object.entries(files).flatMap(([name, content]) => search(`${folder}/${name}`, '', content)),
  ),
]

const search = (file: string, key: string, value: unknown): Problem[] => {
  if (typeof value === 'string') {
    const text = file === 'reply-templates.yaml' ? value.replaceAll(MERGE_FIELD, '') : value
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
