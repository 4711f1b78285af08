import type { Move } from '@little-bench/shared/work-queue/lifecycle'
import { useState } from 'react'
import { useText } from '../platform/i18n/text'
import { showToast } from '../ui/toast'
import { askForShortcut } from './desk-shortcuts'
import { inboxText } from './inbox.text'
import { focusRow } from './row-focus'
import { focusSearch } from './search-focus'
import type { Inbox } from './use-inbox'
import { type ItemKey, useInboxKeys } from './use-inbox-keys'
import type { InboxList } from './use-inbox-list'
import { type QueueItem, useWorkItem, type WorkItemRef } from './work-item.api'

/** Which item and which sheet of the wide desk are open, by pointer or by key. */
export const useDeskKeys = (inbox: Inbox, { list, selection, itemIds, canSelect }: InboxList) => {
  const t = useText(inboxText)
  const [open, setOpen] = useState<WorkItemRef>()
  const [wanted, setWanted] = useState<Move>()
  const [sheet, setSheet] = useState<'keys' | 'filter'>()
  const items = list.rows.map(({ item }) => item)
  // The open item may have left the list: taken, it is no longer among those that nobody has.
  const { data: openItem } = useWorkItem(open)

  const onItem = (key: ItemKey, itemId: string) => {
    const item = [...items, ...(openItem ? [openItem] : [])].find(({ id }) => id === itemId)
    if (key === 'select') {
      if (item && canSelect && itemIds.includes(itemId)) selection.toggle(itemId)
      return
    }
    if (item) setOpen(item)
    if (key === 'reply') askForShortcut('onReply', itemId)
    else if (item) setWanted(key === 'take' ? takingMove(item, inbox) : givingMove(item))
  }
  const onNextUnclaimed = (fromId: string | undefined) => {
    const present = list.rows.filter(({ isGone }) => !isGone).map(({ item }) => item)
    const from = present.findIndex(({ id }) => id === fromId)
    const next = [...present.slice(from + 1), ...present.slice(0, from + 1)].find(isUnclaimed)
    if (next) focusRow(next.id)
    else showToast(t('noUnclaimed'))
  }
  const onEscape = () => {
    if (selection.isOn) selection.stop()
    else if (open) {
      focusRow(open.id)
      setOpen(undefined)
    }
  }
  useInboxKeys({
    itemIds: items.map(({ id }) => id),
    openId: open?.id,
    onItem,
    onNextUnclaimed,
    onSearch: focusSearch,
    onFilter: () => setSheet('filter'),
    onHelp: () => setSheet('keys'),
    onEscape,
  })
  return {
    open,
    setOpen,
    wanted,
    wantedTaken: () => setWanted(undefined),
    sheet,
    setSheet,
    filterSheet: {
      isOpen: sheet === 'filter',
      onOpen: () => setSheet('filter'),
      onClose: () => setSheet(undefined),
    },
  }
}

const isUnclaimed = ({ state, assignee }: QueueItem): boolean => state === 'queued' && assignee === null

/** Whichever way this item becomes ours: offered by another unit, dispatched to this person, or nobody's. */
const takingMove = ({ referredTo, state }: QueueItem, { served }: Inbox): Move => {
  if (served.some(({ id }) => id === referredTo?.id)) return 'accept_referral'
  return state === 'dispatched' ? 'accept' : 'claim'
}

const givingMove = ({ state }: QueueItem): Move => (state === 'queued' ? 'dispatch' : 'transfer')
