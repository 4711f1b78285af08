import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { useNow } from '../../platform/use-now'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Section } from '../../ui/section'
import styles from '../pension.module.scss'
import type { ProofOfLife } from '../proof.api'
import { proofText } from '../proof.text'
import { dayWords, hasOpenVisit, minuteWords, nextStepOf } from '../proof-words'

/** The way that suits, the visit that was asked for, and everything else that can be done about it. */
export const ProofWays = ({ proof }: { proof: ProofOfLife }) => {
  const t = useText(proofText)
  const { way, status, channels } = proof
  const isVisited = hasOpenVisit(proof)
  // What is to be done first is the main action of the page.
  const next = nextStepOf(proof)
  return (
    <Section title={t('ways')}>
      {isVisited && <VisitNow proof={proof} />}
      <Card>
        {way === null ? (
          <View className={styles.line}>{t('noWay')}</View>
        ) : (
          <>
            <View className={styles.caption}>{t('myWay')}</View>
            <View className={styles.name}>{t(`way_${way}`)}</View>
          </>
        )}
        <View className={styles.ways}>
          {channels.length > 0 && next !== 'steps' && (
            <Button icon='list' isWide onPress={() => openPage('pension/pages/steps/index')}>
              {t('seeSteps')}
            </Button>
          )}
          {!isVisited && next !== 'ask' && (
            <Button icon='home' isWide onPress={() => openPage('pension/pages/ask/index')}>
              {t('requestVisit')}
            </Button>
          )}
          {status !== 'valid' && (
            <Button icon='check' isWide onPress={() => openPage('pension/pages/done/index')}>
              {t('recordDone')}
            </Button>
          )}
          {way !== null && (
            <Button kind='quiet' isWide onPress={() => openPage('pension/pages/way/index')}>
              {t('askAgain')}
            </Button>
          )}
        </View>
      </Card>
    </Section>
  )
}

const VisitNow = ({ proof: { visit } }: { proof: ProofOfLife }) => {
  const t = useText(proofText)
  const today = shanghaiTime(useNow()).date
  if (!visit) return null
  const { state, on, from, until, visitor } = visit
  const words = () => {
    if (state === 'not_at_home') return t('visitNotHome')
    if (state === 'needs_hospital') return t('visitHospital')
    if (state !== 'planned' || on === null || from === null || until === null) return t('visitWaits')
    return t('visitPlanned', {
      on: dayWords(on, today),
      from: minuteWords(from),
      until: minuteWords(until),
      who: visitor?.name ?? '',
    })
  }
  return (
    <Card tint='blue'>
      <View className={styles.name}>{t('visitTitle')}</View>
      <View>{words()}</View>
    </Card>
  )
}
