import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { ErrorNotice } from '../../ui/error-notice'
import { Skeleton } from '../../ui/skeleton'
import type { MediationCase } from '../case.api'
import { caseText } from '../case.text'
import { canTalk } from '../case-words'
import { useWorkThreads } from '../committee.api'
import { committeeText } from '../committee.text'
import { isCommitteeView } from '../work-words'
import { ThreadCard } from './thread-card'

/** What was said, once whoever works on it wants to read it: that too is a line that both sides see. */
export const WorkThreads = ({ found }: { found: MediationCase }) => {
  const t = useText(committeeText)
  const [isOpen, setOpen] = useState(false)
  if (!canTalk(found.state) && found.sessions.length === 0) return null
  if (isOpen) return <Threads found={found} />
  return (
    <Button icon='speech' isWide onPress={() => setOpen(true)}>
      {t(isCommitteeView(found) ? 'threadsOpen' : 'threadsOpenMediator')}
    </Button>
  )
}

const Threads = ({ found: { communityId, id, state } }: { found: MediationCase }) => {
  const t = useText(caseText)
  const access = { communityId, caseId: id, token: null }
  const threads = useWorkThreads(access)
  if (threads.isPending) return <Skeleton cards={2} />
  if (!threads.data) return <ErrorNotice error={threads.error} onRetry={() => void threads.refetch()} />
  // Only the mediator of the case has private threads, and writes.
  const isReadOnly = !canTalk(state) || threads.data.every(({ thread }) => thread === 'joint')
  return threads.data.map((thread) => {
    const { side } = thread
    if (side === null)
      return (
        <ThreadCard
          key='joint'
          access={access}
          thread={thread}
          isReadOnly={isReadOnly}
          words={{ title: t('joint'), who: t('jointWho'), write: t('writeTo'), send: t('sendJoint') }}
        />
      )
    const to = { side: t(side) }
    return (
      <ThreadCard
        key={side}
        access={access}
        thread={thread}
        to={side}
        isReadOnly={isReadOnly}
        words={{
          title: t('privateWith', to),
          who: t('privateWithWho', to),
          write: t('writeToSide', to),
          send: t('sendToSide', to),
        }}
      />
    )
  })
}
