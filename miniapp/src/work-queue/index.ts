// The door of the work queue: what the pages of those who asked for something may use. The staff desk has no door.
export { ItemCard } from './requester/item-card'
export { itemStatus } from './requester/item-status'
export { MY_ITEMS_KEY, requesterApi, useMyItems } from './requester/my-items.api'
export { groupMyItems } from './requester/my-items-order'
export { OutboxList } from './requester/outbox-list'
export { WorkCards } from './requester/work-cards'
export { useWorks } from './work.api'
