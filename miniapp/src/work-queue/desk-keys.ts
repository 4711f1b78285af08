/** Everything of the desk that a move may change is under this key: `[DESK_KEY, list, queueId, …]`. */
export const DESK_KEY = 'desk'
/** One item: `[ITEM_KEY, communityId, id, …]`. */
export const ITEM_KEY = 'work-item'
/** What an item is about: `[SUBJECT_KEY, communityId, subjectId, …]`. */
export const SUBJECT_KEY = 'work-item-subject'
