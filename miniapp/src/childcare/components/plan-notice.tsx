import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { placeWords } from '../child-place-words'
import styles from '../childcare.module.scss'
import { childcareText } from '../childcare.text'
import type { Plan } from '../session-places'

interface PlanNoticeProps {
  plan: Plan
  nameOf: (childId: string) => string
}

/** Who does not fit and why, and what can be done instead; nothing while everybody fits. */
export const PlanNotice = ({ plan: { how, childIds, left }, nameOf }: PlanNoticeProps) => {
  const t = useText(childcareText)
  if (left.length === 0) return how === 'wait' ? <Card tint='blue'>{t('waitWords')}</Card> : null
  const names = childIds.map(nameOf).join('、')
  const isMine = left.some(({ place }) => place === 'booked' || place === 'waiting')
  return (
    <Card tint='amber'>
      <View className={styles.name}>{t('notTogether')}</View>
      {left.map((each) => (
        <View key={each.childId}>{placeWords(each, nameOf(each.childId), t)}</View>
      ))}
      {how === 'book' && <View>{t('onlySome', { names })}</View>}
      {how === 'wait' && <View>{t('onlyWait', { names })}</View>}
      {how === null && !isMine && <View>{t('nothingLeft')}</View>}
      {isMine && (
        <View className={styles.ways}>
          <Button icon='calendar' onPress={() => openPage('bookings/pages/mine/index')}>
            {t('myBookings')}
          </Button>
        </View>
      )}
    </Card>
  )
}
