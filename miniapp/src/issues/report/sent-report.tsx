import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { removeEntry, useOutbox } from '../../platform/outbox/outbox.store'
import { useSession } from '../../platform/session'
import { MY_ITEMS_KEY } from '../../work-queue'
import { PUBLIC_ISSUES_KEY } from '../issue.api'
import { GoneView } from './gone-view'
import { ReceiptView } from './receipt-view'
import { WaitingView } from './waiting-view'

/** Something that was given to the phone to send, as it is now: on its way, refused, or received with its number. */
export const SentReport = ({ id }: { id: string }) => {
  const entry = useOutbox(({ entries }) => entries.find((each) => each.id === id))
  const personId = useSession((session) => session.person?.id)
  // With its number seen it leaves the phone, and the page still shows it.
  const [seen, setSeen] = useState(entry)
  const received = entry?.state === 'received' ? entry : undefined
  if (received && received !== seen) setSeen(received)
  const isReceived = received !== undefined
  const queryClient = useQueryClient()
  useEffect(() => {
    if (!isReceived) return
    removeEntry(id)
    void queryClient.invalidateQueries({ queryKey: MY_ITEMS_KEY })
    void queryClient.invalidateQueries({ queryKey: PUBLIC_ISSUES_KEY })
  }, [id, isReceived, queryClient])

  const last = received ?? seen
  if (last?.receipt && (last.personId === personId || personId === undefined))
    return <ReceiptView receipt={last.receipt} communityId={last.communityId} actingFor={last.actingFor} />
  // Nobody reads what somebody else wrote on this phone; whoever was just signed out still sees their own.
  if (!entry || (personId !== undefined && entry.personId !== personId) || (personId === undefined && !seen))
    return <GoneView />
  return <WaitingView entry={entry} />
}
