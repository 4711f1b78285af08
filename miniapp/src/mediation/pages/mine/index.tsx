import { DISPUTE_KIND_TEXT } from '@little-bench/shared/mediation/kinds'
import { View } from '@tarojs/components'
import { SignedInOnly } from '../../../people'
import { useText } from '../../../platform/i18n/text'
import { openPage } from '../../../platform/navigation'
import { useRefreshOnShow } from '../../../platform/use-refresh-on-show'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Empty } from '../../../ui/empty'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Skeleton } from '../../../ui/skeleton'
import { StatusChip } from '../../../ui/status-chip'
import { CASES_KEY, type MediationCase, useMyCases } from '../../case.api'
import { caseText } from '../../case.text'
import { askOf, caseStatus } from '../../case-words'
import { CommitteeWay } from '../../components/committee-way'
import { InPersonOnly } from '../../components/in-person-only'
import styles from '../../mediation.module.scss'

/** One's own cases, as either side; nobody else has this list. */
export default function MyCasesPage() {
  const t = useText(caseText)
  useRefreshOnShow(CASES_KEY)
  return (
    <Page
      title={t('mineTitle')}
      action={
        <Button kind='primary' isWide icon='plus' onPress={() => openPage('mediation/pages/request/index')}>
          {t('request')}
        </Button>
      }
    >
      <InPersonOnly>
        <SignedInOnly>
          <MyCases />
          <Button icon='lock' isWide onPress={() => openPage('mediation/pages/invitation/index', {})}>
            {t('mineCode')}
          </Button>
        </SignedInOnly>
      </InPersonOnly>
      <CommitteeWay />
    </Page>
  )
}

const MyCases = () => {
  const t = useText(caseText)
  const cases = useMyCases()
  if (cases.isPending) return <Skeleton cards={2} />
  if (!cases.data) return <ErrorNotice error={cases.error} onRetry={() => void cases.refetch()} />
  if (cases.data.length === 0) return <Empty icon='bench' title={t('mineEmpty')} next={t('mineEmptyNext')} />
  return byNeed(cases.data).map((each) => <CaseCard key={each.id} found={each} />)
}

/** First what waits for an answer, last what is over. */
const byNeed = (cases: readonly MediationCase[]): MediationCase[] => {
  const need = (each: MediationCase) => (askOf(each) !== null ? 0 : each.state === 'closed' ? 2 : 1)
  return [...cases].sort((one, other) => need(one) - need(other))
}

const CaseCard = ({ found }: { found: MediationCase }) => {
  const t = useText(caseText)
  const tKind = useText(DISPUTE_KIND_TEXT)
  const { word, tone, sentence } = caseStatus(found, t)
  const { communityId, id, receiptNumber, disputeKind, yourSide } = found
  return (
    <Card onPress={() => openPage('mediation/pages/case/index', { communityId, id })}>
      <View className={styles.head}>
        <View className={styles.name}>{t('about', { kind: tKind(disputeKind) })}</View>
        <StatusChip word={word} tone={tone} />
      </View>
      <View className={styles.line}>{sentence}</View>
      <View>{t(yourSide === 'respondent' ? 'asRespondent' : 'asApplicant')}</View>
      <View className={styles.caption}>{t('number', { number: receiptNumber })}</View>
    </Card>
  )
}
