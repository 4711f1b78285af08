import { OfflineWay } from '../../communities'
import { useText } from '../../platform/i18n/text'
import { caseText } from '../case.text'

/** Of the contact board. */
const COMMITTEE_TOPIC = 'mediation'

/** The way without a phone, to the committee's own telephone; whoever looks on reads nothing of what it is about. */
export const CommitteeWay = ({ communityId }: { communityId?: string | undefined }) => {
  const t = useText(caseText)
  return <OfflineWay communityId={communityId} topic={COMMITTEE_TOPIC} words={t('offlineWords')} />
}
