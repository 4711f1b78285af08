import { DISH_TAG_TEXT, FULFILMENT_TEXT, SITTING_TEXT } from '@little-bench/shared/canteen/meals'
import { View } from '@tarojs/components'
import { dayInSentence, spokenWeekday } from '../../platform/dates'
import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { ErrorNotice } from '../../ui/error-notice'
import { showToast } from '../../ui/toast'
import styles from '../canteen.module.scss'
import { type StandingOrder, useEndStanding } from '../standing.api'
import { standingText } from '../standing.text'

interface StandingCardProps {
  communityId: string
  order: StandingOrder
  onEdit: () => void
}

/** One meal that is ordered by itself: on which days and how; changed or ended with one tap. */
export const StandingCard = ({ communityId, order, onEdit }: StandingCardProps) => {
  const t = useText(standingText)
  const tSitting = useText(SITTING_TEXT)
  const tWay = useText(FULFILMENT_TEXT)
  const tTag = useText(DISH_TAG_TEXT)
  const language = useDisplaySettings((settings) => settings.language)
  const { canteenId, canteenName, sitting, weekdays, fulfilment, addressName, wantedTags, avoidedTags, until, note } =
    order
  const ending = useEndStanding({ communityId, canteenId, sitting })
  const name = t('name', { sitting: tSitting(sitting), canteen: canteenName })
  const days = weekdays.map((weekday) => spokenWeekday(weekday, language).replace('星期', '')).join('、')
  const end = () => ending.mutate(undefined, { onSuccess: () => showToast(t('ended')) })
  return (
    <Card>
      <View className={styles.name}>{name}</View>
      <View>{t('days', { days })}</View>
      <View>{[tWay(fulfilment), addressName].filter(Boolean).join(' · ')}</View>
      {wantedTags.length > 0 && <View>{t('wants', { tags: wantedTags.map((tag) => tTag(tag)).join('、') })}</View>}
      {avoidedTags.length > 0 && <View>{t('avoids', { tags: avoidedTags.map((tag) => tTag(tag)).join('、') })}</View>}
      {note && <View>{note}</View>}
      {until && <View>{t('until', { date: dayInSentence(until) })}</View>}
      {ending.error !== null && <ErrorNotice error={ending.error} />}
      <View className={styles.row}>
        <Button icon='edit' label={t('editLabel', { name })} onPress={onEdit}>
          {t('edit')}
        </Button>
        <Button kind='danger' isBusy={ending.isPending} label={t('endLabel', { name })} onPress={end}>
          {t('end')}
        </Button>
      </View>
    </Card>
  )
}
