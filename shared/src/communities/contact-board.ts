/** Whom everybody may call about anything: the worker of the own grid cell, before everybody else. */
export const GRID_WORKER_TOPIC = 'grid_worker'
/** Where one can go without a phone: its address, hours and number stand beside every service. */
export const COMMUNITY_DESK_TOPIC = 'community_desk'

interface BoardContact {
  phone: string
  gridCellId: string | null
}

interface BoardTopic<Contact extends BoardContact> {
  id: string
  name: string
  contacts: Contact[]
}

/**
 * The contact board as somebody of this grid cell reads it (null: nobody knows which): the grid worker before the other
 * topics, one's own cell before the others, all else in the order in which it was written. A number stands once under
 * a topic, and a topic without a number is left out.
 */
export const boardFor = <Contact extends BoardContact>(
  topics: readonly BoardTopic<Contact>[],
  gridCellId: string | null,
): BoardTopic<Contact>[] =>
  firstThose(topics, ({ id }) => id === GRID_WORKER_TOPIC)
    .map((topic) => ({ ...topic, contacts: eachNumberOnce(ownCellFirst(topic.contacts, gridCellId)) }))
    .filter(({ contacts }) => contacts.length > 0)

const ownCellFirst = <Contact extends BoardContact>(
  contacts: readonly Contact[],
  gridCellId: string | null,
): Contact[] => firstThose(contacts, (contact) => contact.gridCellId !== null && contact.gridCellId === gridCellId)

const firstThose = <Item>(items: readonly Item[], isFirst: (item: Item) => boolean): Item[] => [
  ...items.filter(isFirst),
  ...items.filter((item) => !isFirst(item)),
]

// After a redraw one worker stands for several new cells under one number.
const eachNumberOnce = <Contact extends BoardContact>(contacts: readonly Contact[]): Contact[] =>
  contacts.filter(({ phone }, index) => contacts.findIndex((earlier) => earlier.phone === phone) === index)
