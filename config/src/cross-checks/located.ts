import type { LocalText } from '@little-bench/shared/kernel/language'
import { catalogueOf } from '../build-config.ts'
import type { Problem } from '../problem.ts'
import type { CatalogueEntrySource } from '../schema/catalogue.ts'
import type { CommunitySource, Sources } from '../sources.ts'

/** A value together with where it is written, so that a problem can name file and key. */
export interface Located<Value> {
  file: string
  key: string
  value: Value
}

export const locate = <Item extends { id: string }>(
  file: string,
  list: string,
  items: readonly Item[],
): Located<Item>[] => items.map((value) => ({ file, key: `${list}[${value.id}]`, value }))

export const problemAt = (where: Omit<Located<unknown>, 'value'>, member: string, rule: string): Problem => ({
  file: where.file,
  key: member === '' ? where.key : `${where.key}.${member}`,
  rule,
})

/** Every category once, where it is written: the shared ones, and each community's exceptions (merged) and additions. */
export const locatedCategories = (sources: Sources): Located<CatalogueEntrySource>[] => [
  ...sources.shared['catalogue.yaml'].categories.map((value) => ({
    file: 'catalogue.yaml',
    key: `categories[${value.serviceCode}]`,
    value,
  })),
  ...sources.communities.flatMap((community) => ownCategories(community, sources)),
]

const ownCategories = (community: CommunitySource, sources: Sources): Located<CatalogueEntrySource>[] => {
  const file = fileOf(community, 'catalogue.yaml')
  const { exceptions, additions } = community.files['catalogue.yaml']
  const merged = catalogueOf(community, sources)
  return [
    ...exceptions.flatMap(({ serviceCode }) =>
      merged
        .filter((entry) => entry.serviceCode === serviceCode)
        .map((value) => ({ file, key: `exceptions[${serviceCode}]`, value })),
    ),
    ...additions.map((value) => ({ file, key: `additions[${value.serviceCode}]`, value })),
  ]
}

export const fileOf = ({ folder }: CommunitySource, name: keyof CommunitySource['files']): string => `${folder}/${name}`

export const wordsOf = (texts: readonly (LocalText | undefined)[]): string[] =>
  texts.flatMap((text) => (text === undefined ? [] : [text.zh, ...(text.bo === undefined ? [] : [text.bo])]))
