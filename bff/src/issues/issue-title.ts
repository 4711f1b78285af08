import type { CatalogueEntryConfig } from '@little-bench/config/model'

/** A confidential title is only the category: lists, notices and screens beside the reader show titles. */
export const titleOf = (entry: Pick<CatalogueEntryConfig, 'name' | 'canBePublic'>, placeName: string | null): string =>
  entry.canBePublic && placeName !== null ? `${entry.name.zh} · ${placeName}` : entry.name.zh
