import { Text, View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { StatusChip } from '../../ui/status-chip'
import type { FoundResident } from '../counter.api'
import styles from '../counter.module.scss'
import { counterText } from '../counter.text'

interface FoundCardProps {
  resident: FoundResident
  /** Nobody else can be meant: to go on with them is the next thing to do. */
  isOnly: boolean
  onChoose: () => void
}

/** As much of somebody as tells two people of one name apart. */
export const FoundCard = ({ resident, isOnly, onChoose }: FoundCardProps) => {
  const t = useText(counterText)
  const ending = resident.phoneEnding === null ? t('noPhone') : t('phoneEnding', { ending: resident.phoneEnding })
  return (
    <Card>
      <View className={styles.row}>
        <Text className={styles.strong}>{resident.name}</Text>
        <StatusChip
          word={t(resident.hasAccount ? 'hasApp' : 'hasNoApp')}
          tone={resident.hasAccount ? 'good' : 'plain'}
          icon={resident.hasAccount ? 'check' : 'person'}
        />
      </View>
      <View>{ending}</View>
      {resident.channel === 'call' && <View className={styles.caption}>{t('toldByCall')}</View>}
      <View className={styles.ways}>
        <Button
          kind={isOnly ? 'primary' : 'plain'}
          icon='forward'
          label={t('helpLabel', { name: resident.name, ending })}
          onPress={onChoose}
        >
          {t('help')}
        </Button>
      </View>
    </Card>
  )
}
