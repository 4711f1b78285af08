import type { WorkItem } from '@little-bench/shared/work-queue/item.contract'
import { View } from '@tarojs/components'
import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { Card } from '../../ui/card'
import { FactList } from '../../ui/fact-list'
import { Section } from '../../ui/section'
import { StatusChip } from '../../ui/status-chip'
import { Timeline } from '../../ui/timeline'
import { itemStatus, timelineEntries } from '../../work-queue'
import { askedText } from '../asked.text'
import styles from '../privacy.module.scss'

/** How far one request is, and everything that was said about it. */
export const AskedView = ({ item }: { item: WorkItem }) => {
  const t = useText(askedText)
  const language = useDisplaySettings((settings) => settings.language)
  const status = itemStatus(
    { ...item, queueName: item.queue.name, ratedSolved: item.rating?.solved ?? null, isYours: true },
    language,
  )
  return (
    <>
      <Card>
        <View className={styles.head}>
          <View className={styles.name}>{item.title}</View>
          <StatusChip word={status.word} tone={status.tone} />
        </View>
        <View>{status.sentence}</View>
      </Card>
      <Section title={t('timeline')}>
        <Card>
          <Timeline label={t('timeline')} entries={timelineEntries(item.timeline, language)} />
        </Card>
      </Section>
      <Section title={t('facts')}>
        <Card>
          <FactList
            facts={[
              { name: t('receiptNumber'), value: item.receiptNumber },
              { name: t('whoHasIt'), value: item.queue.name },
            ]}
          />
        </Card>
      </Section>
    </>
  )
}
