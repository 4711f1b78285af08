import { addDays, type ServiceDate, shanghaiTime } from '@little-bench/shared/kernel/time'
import { Text, View } from '@tarojs/components'
import { spokenDate, spokenWeekday } from '../platform/dates'
import { useDisplaySettings } from '../platform/display-settings'
import { useText } from '../platform/i18n/text'
import { a11y } from './a11y'
import { classNames } from './class-names'
import styles from './day-strip.module.scss'
import { Pressable } from './pressable'
import { uiText } from './ui.text'

interface DayStripProps {
  /** What is being chosen, for screen readers. */
  label: string
  today: ServiceDate
  days?: number
  value: ServiceDate
  onChange: (day: ServiceDate) => void
}

/** Today and the days after it, all in sight: they wrap, so nothing is swiped for. */
export const DayStrip = ({ label, today, days = 7, value, onChange }: DayStripProps) => (
  <View className={styles.strip} {...a11y({ role: 'radiogroup', label })}>
    {Array.from({ length: days }, (_, index) => addDays(today, index)).map((day, index) => (
      <Day key={day} day={day} index={index} isChosen={day === value} onChoose={() => onChange(day)} />
    ))}
  </View>
)

interface DayProps {
  day: ServiceDate
  /** Days from today. */
  index: number
  isChosen: boolean
  onChoose: () => void
}

const Day = ({ day, index, isChosen, onChoose }: DayProps) => {
  const t = useText(uiText)
  const language = useDisplaySettings((settings) => settings.language)
  const time = shanghaiTime(new Date(day))
  const near = [t('today'), t('tomorrow')][index]
  const weekday = spokenWeekday(time.weekday, language)
  return (
    <Pressable
      kind='radio'
      checked={isChosen}
      label={[near, spokenDate(day, language)].filter(Boolean).join(' ')}
      onPress={onChoose}
      className={classNames(styles.day, isChosen && styles.chosen)}
    >
      <Text className={styles.name}>{near ?? (language === 'zh' ? weekday.replace('星期', '周') : weekday)}</Text>
      <Text className={styles.number}>{time.day}</Text>
    </Pressable>
  )
}
