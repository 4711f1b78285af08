import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { useNow } from '../../platform/use-now'
import { Card } from '../../ui/card'
import { FactList } from '../../ui/fact-list'
import { ReadAloud } from '../../ui/read-aloud'
import { StatusChip } from '../../ui/status-chip'
import styles from '../pension.module.scss'
import type { ProofOfLife } from '../proof.api'
import { proofText } from '../proof.text'
import { daysUntil, dayWords, TONE_OF_PROOF } from '../proof-words'

const TINT = { valid: 'green', due: 'amber', lapsed: 'red' } as const

/** How it stands in one sentence, what the rule is, and who last wrote down that it was done. */
export const StatusCard = ({ proof }: { proof: ProofOfLife }) => {
  const t = useText(proofText)
  const today = shanghaiTime(useNow()).date
  const { status, from, dueOn, rule, lastDone, remindsOn } = proof
  const days = daysUntil(dueOn, today)
  const due = dayWords(dueOn, today)
  const last = lastDone
    ? t('lastBy', {
        on: dayWords(lastDone.on, today),
        by: lastDone.isByYou ? t('you') : lastDone.by,
        how: t(lastDone.evidence),
      })
    : t('lastNever')
  const first = {
    valid: t('validWords', { from: dayWords(from, today), due }),
    due: days === 0 ? t('dueToday') : t('dueWords', { due }),
    lapsed: t('lapsedWords'),
  }[status]
  const others = status === 'lapsed' ? [t('lapsedMoney'), ...(days >= 0 ? [t('lapsedUntil', { due })] : [])] : []
  return (
    <Card tint={TINT[status]}>
      <View className={styles.head}>
        <StatusChip word={t(status)} tone={TONE_OF_PROOF[status]} />
        {status === 'due' && days > 0 && <View className={styles.name}>{t('daysLeft', { days })}</View>}
      </View>
      <View className={styles.big}>{first}</View>
      {others.map((line) => (
        <View key={line} className={styles.line}>
          {line}
        </View>
      ))}
      <ReadAloud mustStayHere words={[first, ...others, rule]} />
      <FactList
        facts={[
          { name: t('rule'), value: rule },
          { name: t('last'), value: last },
          ...(status !== 'valid' && remindsOn.length > 0
            ? [
                {
                  name: t('reminds'),
                  value: remindsOn.map((on) => t('remindsOn', { days: dayWords(on, today) })).join('、'),
                },
              ]
            : []),
        ]}
      />
    </Card>
  )
}
