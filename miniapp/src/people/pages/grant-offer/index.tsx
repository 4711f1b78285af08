import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { OfflineWay } from '../../../communities'
import { useText } from '../../../platform/i18n/text'
import { useSession } from '../../../platform/session'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Skeleton } from '../../../ui/skeleton'
import { OfferForm } from '../../components/offer-form'
import { SignedInOnly } from '../../components/signed-in-only'
import { offerText } from '../../grants.text'
import { useHousehold } from '../../profile.api'

/** Lets somebody act for the person: a member of the household, or whoever gets the code. */
export default function GrantOfferPage() {
  const t = useText(offerText)
  const isSignedIn = useSession((session) => session.person !== null)
  const household = useHousehold()
  if (household.data) {
    const members = household.data.household?.members ?? []
    return (
      <OfferForm
        members={members.filter(({ isYou }) => !isYou).map(({ personId, name }) => ({ id: personId, name }))}
        today={shanghaiTime(new Date(household.dataUpdatedAt)).date}
      />
    )
  }
  return (
    <Page title={t('title')}>
      {!isSignedIn && <SignedInOnly />}
      {isSignedIn && !household.error && <Skeleton cards={3} />}
      {household.error && <ErrorNotice error={household.error} onRetry={() => void household.refetch()} />}
      <OfflineWay />
    </Page>
  )
}
