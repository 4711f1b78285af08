import { useState } from 'react'
import { OfflineWay } from '../../../communities'
import { useText } from '../../../platform/i18n/text'
import { useRefreshOnShow } from '../../../platform/use-refresh-on-show'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Empty } from '../../../ui/empty'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Skeleton } from '../../../ui/skeleton'
import { Tabs } from '../../../ui/tabs'
import { ActTimeline } from '../../components/act-timeline'
import { SignedInOnly } from '../../components/signed-in-only'
import { ACTS_KEY, type ActSide, useProxyActs } from '../../grants.api'
import { grantsText } from '../../grants.text'

/** Everything that was done by one person for another, on both sides. */
export default function ProxyActsPage() {
  const t = useText(grantsText)
  const [side, setSide] = useState<ActSide>('for_me')
  useRefreshOnShow(ACTS_KEY)
  return (
    <Page title={t('acts')}>
      <SignedInOnly>
        <Tabs<ActSide>
          label={t('actsSide')}
          tabs={[
            { value: 'for_me', name: t('forMe') },
            { value: 'by_me', name: t('byMe') },
          ]}
          value={side}
          onChange={setSide}
        />
        <Acts side={side} />
      </SignedInOnly>
      <OfflineWay />
    </Page>
  )
}

const Acts = ({ side }: { side: ActSide }) => {
  const t = useText(grantsText)
  const acts = useProxyActs(side)
  if (acts.isPending) return <Skeleton cards={3} />
  if (!acts.data) return <ErrorNotice error={acts.error} onRetry={() => void acts.refetch()} />
  const items = acts.data.pages.flatMap((page) => page.items)
  const isMine = side === 'by_me'
  if (items.length === 0)
    return (
      <Empty
        icon='list'
        title={t(isMine ? 'noneByMe' : 'noneForMe')}
        next={t(isMine ? 'noneByMeNext' : 'noneForMeNext')}
      />
    )
  return (
    <>
      <Card>
        <ActTimeline acts={items} label={t(isMine ? 'byMe' : 'forMe')} now={new Date(acts.dataUpdatedAt)} />
      </Card>
      {acts.hasNextPage && (
        <Button icon='down' isWide isBusy={acts.isFetchingNextPage} onPress={() => void acts.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  )
}
