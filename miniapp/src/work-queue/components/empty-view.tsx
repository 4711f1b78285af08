import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { inboxText } from '../inbox.text'
import { kindsIn, NO_FILTER } from '../queue-filter'
import type { Inbox } from '../use-inbox'

type EmptyViewProps = Pick<Inbox, 'view' | 'filter' | 'changeView' | 'changeFilter'>

/** Nothing in this view: what will be here, and how it gets here. */
export const EmptyView = ({ view, filter, changeView, changeFilter }: EmptyViewProps) => {
  const t = useText(inboxText)
  if (kindsIn(filter).length > 0) {
    return (
      <Empty
        icon='filter'
        title={t('emptyFiltered')}
        next={t('emptyFilteredNext')}
        action={<Button onPress={() => changeFilter(NO_FILTER)}>{t('clearFilters')}</Button>}
      />
    )
  }
  switch (view) {
    case 'open':
      return <Empty icon='check' title={t('emptyOpen')} next={t('emptyOpenNext')} />
    case 'mine':
      return (
        <Empty
          icon='inbox'
          title={t('emptyMine')}
          next={t('emptyMineNext')}
          action={<Button onPress={() => changeView('open')}>{t('emptyMineAction')}</Button>}
        />
      )
    case 'unclaimed':
      return <Empty icon='check' title={t('emptyUnclaimed')} next={t('emptyUnclaimedNext')} />
    case 'late':
      return <Empty icon='check' title={t('emptyLate')} next={t('emptyLateNext')} />
    case 'referred_here':
      return <Empty icon='inbox' title={t('emptyReferred')} next={t('emptyReferredNext')} />
    case 'following':
      return <Empty icon='inbox' title={t('emptyFollowing')} next={t('emptyFollowingNext')} />
    case 'passed_up':
      return <Empty icon='inbox' title={t('emptyPassedUp')} next={t('emptyPassedUpNext')} />
    case 'resolved':
      return <Empty icon='inbox' title={t('emptyResolved')} next={t('emptyResolvedNext')} />
    case 'closed':
      return <Empty icon='inbox' title={t('emptyClosed')} next={t('emptyClosedNext')} />
  }
}
