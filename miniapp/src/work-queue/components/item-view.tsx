import { Text, View } from '@tarojs/components'
import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Card } from '../../ui/card'
import { FactList } from '../../ui/fact-list'
import { StatusChip } from '../../ui/status-chip'
import { Timeline } from '../../ui/timeline'
import { HEADING_ID, headingFocusable, useHeadingFocus } from '../heading-focus'
import { useIssueSubject } from '../issue-subject.api'
import { itemFacts } from '../item-facts'
import { statusChip, statusSentence } from '../item-status'
import { timelineEntry } from '../timeline-words'
import { useNow } from '../use-now'
import type { WorkItem } from '../work-item.api'
import { workQueueText } from '../work-queue.text'
import { ItemRating } from './item-rating'
import styles from './item-view.module.scss'
import { ResidentWords } from './resident-words'

/** One item as staff read it: how it stands, what was said, where and who, why here, what happened. */
export const ItemView = ({ item }: { item: WorkItem }) => {
  const t = useText(workQueueText)
  const language = useDisplaySettings((settings) => settings.language)
  const now = useNow()
  const subject = useIssueSubject(item)
  useHeadingFocus(item)
  const chip = statusChip(item, now, t)
  const isOpen = item.state !== 'resolved' && item.state !== 'closed'
  return (
    <View>
      <View className={styles.title} id={HEADING_ID} {...headingFocusable} {...a11y({ role: 'heading', level: 2 })}>
        {item.title}
      </View>
      <View className={styles.status}>
        <StatusChip word={chip.word} tone={chip.tone} />
        {isOpen && <Text className={styles.state}>{t(item.state)}</Text>}
        {item.reopenedCount > 0 && (
          <StatusChip word={t('again', { count: item.reopenedCount + 1 })} tone='soon' icon='refresh' />
        )}
        <Text>{statusSentence(item, t)}</Text>
      </View>
      <ResidentWords subject={subject} />
      {item.rating && <ItemRating rating={item.rating} />}
      <Card>
        <FactList facts={itemFacts(item, subject.data, t)} />
      </Card>
      <View className={styles.heading} {...a11y({ role: 'heading', level: 3 })}>
        {t('timeline')}
      </View>
      <Timeline label={t('timeline')} entries={item.timeline.map((event) => timelineEntry(event, t, language))} />
    </View>
  )
}
