import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { View } from '@tarojs/components'
import { ActFor } from '../../../people'
import { useText } from '../../../platform/i18n/text'
import { replacePage } from '../../../platform/navigation'
import { useSession } from '../../../platform/session'
import { useNow } from '../../../platform/use-now'
import { Button } from '../../../ui/button'
import { Empty } from '../../../ui/empty'
import { CancelVisit } from '../../components/cancel-visit'
import { CodeCheck } from '../../components/code-check'
import { LockedCard } from '../../components/locked-card'
import { PensionPage } from '../../components/pension-page'
import { RescheduleVisit } from '../../components/reschedule-visit'
import { VisitCard } from '../../components/visit-card'
import { VisitSlip } from '../../components/visit-slip'
import styles from '../../pension.module.scss'
import type { ProofOfLife } from '../../proof.api'
import { hasOpenVisit } from '../../proof-words'
import { visitText } from '../../visit.text'

/** The card of a visit: who comes and when, the code, and the ways to another day or none. */
export default function VisitPage() {
  const t = useText(visitText)
  const actingFor = useSession((session) => session.actingFor)
  const request = (
    <Button kind='primary' icon='home' isWide onPress={() => replacePage('pension/pages/ask/index')}>
      {t('request')}
    </Button>
  )
  return (
    <PensionPage
      title={actingFor ? t('titleFor', actingFor) : t('title')}
      action={({ proof }) => !hasOpenVisit(proof) && proof.status !== 'valid' && request}
    >
      {({ proof }) => <Card proof={proof} />}
    </PensionPage>
  )
}

const Card = ({ proof }: { proof: ProofOfLife }) => {
  const t = useText(visitText)
  const today = shanghaiTime(useNow()).date
  const { visit, communityId } = proof
  if (!visit) {
    return (
      <>
        <Empty icon='home' title={t('none')} next={t('noneNext')} />
        <ActFor service='pension' page='pension/pages/visit/index' />
      </>
    )
  }
  const params = { communityId, visitId: visit.id }
  return (
    <>
      {visit.isLocked && <LockedCard />}
      <VisitCard visit={visit} />
      <View className={styles.ways}>
        {visit.code !== null && !visit.isLocked && (
          <CodeCheck {...params} length={visit.code.length} isToday={visit.on === today} />
        )}
        {visit.canReschedule && <RescheduleVisit {...params} />}
        {visit.canCancel && <CancelVisit {...params} />}
      </View>
      <VisitSlip proof={proof} />
    </>
  )
}
