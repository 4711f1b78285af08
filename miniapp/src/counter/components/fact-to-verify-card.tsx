import { Text, View } from '@tarojs/components'
import { dateInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { StatusChip } from '../../ui/status-chip'
import styles from '../counter.module.scss'
import type { FactToVerify } from '../fact.api'
import { factText } from '../fact.text'
import { useFactRule } from '../fact-words'

interface FactToVerifyCardProps {
  toVerify: FactToVerify
  onOpen: () => void
}

/** One claim: what, who (masked), in which courtyard. The value itself is behind the button. */
export const FactToVerifyCard = ({ toVerify: { fact, resident, placeName }, onOpen }: FactToVerifyCardProps) => {
  const t = useText(factText)
  const { name } = useFactRule()(fact.kind)
  return (
    <Card>
      <View className={styles.row}>
        <Text className={styles.strong}>{name}</Text>
        {fact.isCorrection && <StatusChip word={t('correction')} tone='soon' icon='edit' />}
      </View>
      <View>{resident.name}</View>
      <View>{placeName === null ? t('whereUnknown') : t('where', { place: placeName })}</View>
      <View className={styles.caption}>{t('claimedOn', { date: dateInSentence(fact.claimedAt) })}</View>
      <View className={styles.ways}>
        <Button icon='check' label={t('checkLabel', { name: resident.name, fact: name })} onPress={onOpen}>
          {t('check')}
        </Button>
      </View>
    </Card>
  )
}
