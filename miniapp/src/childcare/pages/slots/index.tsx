import { useState } from 'react'
import { OfflineWay, useMyCommunity } from '../../../communities'
import { CHILDREN_KEY } from '../../../people'
import { useText } from '../../../platform/i18n/text'
import { useRefreshOnShow } from '../../../platform/use-refresh-on-show'
import { ChoiceList } from '../../../ui/choice-list'
import { Empty } from '../../../ui/empty'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Skeleton } from '../../../ui/skeleton'
import { CHILDCARE_KEY, useCentres } from '../../childcare.api'
import { childcareText } from '../../childcare.text'
import { AtCentre } from '../../components/at-centre'

/** The childcare of a community: what is free, and for a family the way to book it. */
export default function SlotsPage() {
  const t = useText(childcareText)
  const { community, error, retry } = useMyCommunity()
  const centres = useCentres(community?.id)
  const [centreId, setCentreId] = useState<string>()
  useRefreshOnShow(CHILDCARE_KEY)
  useRefreshOnShow(CHILDREN_KEY)
  const all = centres.data ?? []
  const centre = all.find(({ id }) => id === centreId) ?? (all.length === 1 ? all[0] : undefined)
  if (community && centre) return <AtCentre key={centre.id} communityId={community.id} centre={centre} />
  const failure = error ?? (centres.data ? null : centres.error)
  return (
    <Page title={t('title')}>
      {failure && <ErrorNotice error={failure} onRetry={error ? retry : () => void centres.refetch()} />}
      {!centres.data && !failure && <Skeleton cards={3} />}
      {community && centres.data?.length === 0 && (
        <Empty icon='home' title={t('none', { community: community.name })} next={t('noneNext')} />
      )}
      {all.length > 1 && (
        <ChoiceList<string>
          label={t('whichCentre')}
          choices={all.map(({ id, name, address }) => ({ value: id, name, note: address }))}
          value={null}
          onChange={setCentreId}
        />
      )}
      <OfflineWay />
    </Page>
  )
}
