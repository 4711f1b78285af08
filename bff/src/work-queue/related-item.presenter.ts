import type { RelatedItem } from '@little-bench/shared/work-queue/item.contract'
import type { z } from 'zod'
import type { RelatedItemRow } from './related-item.repository.ts'
import type { WorkItemRow } from './work-item.repository.ts'

type RelatedView = z.input<typeof RelatedItem>

/** Works and duplicates of an item, the item it is part of and the one it ended in. */
export interface RelatedViews {
  parent: RelatedView | null
  children: RelatedView[]
  mergedInto: RelatedView | null
  duplicates: RelatedView[]
}

/**
 * Works belong to the resident's own item, so they see them. Of the item of a neighbour that theirs ended in they learn
 * how far it is and nothing else: neither its words nor its number.
 */
export const presentRelatedItems = (
  item: Pick<WorkItemRow, 'id' | 'parent_id' | 'merged_into_id' | 'title' | 'receipt_number'>,
  related: readonly RelatedItemRow[],
  { isStaff, mayRead }: { isStaff: boolean; mayRead: (other: RelatedItemRow) => boolean },
): RelatedViews => {
  const parent = related.find(({ id }) => id === item.parent_id)
  const primary = related.find(({ id }) => id === item.merged_into_id)
  return {
    parent: parent ? present(parent) : null,
    children: related.filter(({ parent_id: parentId }) => parentId === item.id).map(present),
    mergedInto: primary ? mergedInto(item, primary, isStaff && mayRead(primary)) : null,
    duplicates: isStaff
      ? related.filter((other) => other.merged_into_id === item.id && mayRead(other)).map(present)
      : [],
  }
}

const present = (row: RelatedItemRow): RelatedView => ({
  id: row.id,
  receiptNumber: row.receipt_number,
  title: row.title,
  state: row.state,
  outcome: row.outcome,
})

const mergedInto = (
  item: Pick<WorkItemRow, 'id' | 'title' | 'receipt_number'>,
  primary: RelatedItemRow,
  mayRead: boolean,
): RelatedView =>
  mayRead
    ? present(primary)
    : { ...present(primary), id: item.id, receiptNumber: item.receipt_number, title: item.title }
