import { useText } from '../../platform/i18n/text'
import { ErrorNotice } from '../../ui/error-notice'
import { Skeleton } from '../../ui/skeleton'
import { type CaseAccess, useThreads } from '../case.api'
import { caseText } from '../case.text'
import { ThreadCard } from './thread-card'

/** What everybody in the case reads, and apart from it what is said to the mediator alone. */
export const CaseThreads = ({ access }: { access: CaseAccess }) => {
  const t = useText(caseText)
  const threads = useThreads(access)
  if (threads.isPending) return <Skeleton cards={2} />
  if (!threads.data) return <ErrorNotice error={threads.error} onRetry={() => void threads.refetch()} />
  return threads.data.map((each) =>
    each.thread === 'joint' ? (
      <ThreadCard
        key='joint'
        access={access}
        thread={each}
        words={{ title: t('joint'), who: t('jointWho'), write: t('writeTo'), send: t('sendJoint') }}
      />
    ) : (
      <ThreadCard
        key='private'
        access={access}
        thread={each}
        words={{ title: t('private'), who: t('privateWho'), write: t('writePrivate'), send: t('sendPrivate') }}
      />
    ),
  )
}
