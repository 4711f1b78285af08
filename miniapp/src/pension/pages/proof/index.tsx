import { View } from '@tarojs/components'
import { ActFor } from '../../../people'
import { useText } from '../../../platform/i18n/text'
import { openPage } from '../../../platform/navigation'
import { useSession } from '../../../platform/session'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { GroupText } from '../../components/group-text'
import { Offices } from '../../components/offices'
import { PensionPage } from '../../components/pension-page'
import { ProofWays } from '../../components/proof-ways'
import { StatusCard } from '../../components/status-card'
import styles from '../../pension.module.scss'
import type { ProofOfLife } from '../../proof.api'
import { proofText } from '../../proof.text'
import { nextStepOf } from '../../proof-words'

/** My proof of life, or that of the person one acts for: how it stands, and what to do. */
export default function ProofPage() {
  const t = useText(proofText)
  const actingFor = useSession((session) => session.actingFor)
  return (
    <PensionPage
      title={actingFor ? t('titleFor', actingFor) : t('title')}
      action={({ proof }) => <NextStep proof={proof} />}
      below={({ id }) => <GroupText communityId={id} />}
    >
      {({ proof }) => (
        <>
          <StatusCard proof={proof} />
          <ProofWays proof={proof} />
          <Card tint='blue'>
            <View className={styles.name}>{t('neverFaceTitle')}</View>
            <View>{t('neverFace')}</View>
          </Card>
          <ActFor service='pension' page='pension/pages/proof/index' />
          <Offices offices={proof.offices} />
        </>
      )}
    </PensionPage>
  )
}

const STEP = {
  visit: { words: 'seeVisit', page: 'pension/pages/visit/index' },
  way: { words: 'ask', page: 'pension/pages/way/index' },
  steps: { words: 'seeSteps', page: 'pension/pages/steps/index' },
  ask: { words: 'requestVisit', page: 'pension/pages/ask/index' },
} as const

const NextStep = ({ proof }: { proof: ProofOfLife }) => {
  const t = useText(proofText)
  const step = nextStepOf(proof)
  if (step === 'none') return null
  const { words, page } = STEP[step]
  return (
    <Button kind='primary' isWide onPress={() => openPage(page)}>
      {t(words)}
    </Button>
  )
}
