import { Text, View } from '@tarojs/components'
import { withAttachments } from '../../files'
import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { useNow } from '../../platform/use-now'
import { a11y } from '../../ui/a11y'
import { Card } from '../../ui/card'
import { FactList } from '../../ui/fact-list'
import { Icon } from '../../ui/icon'
import { StatusChip } from '../../ui/status-chip'
import { Timeline } from '../../ui/timeline'
import { HEADING_ID, headingFocusable, useHeadingFocus } from '../heading-focus'
import { itemText } from '../item.text'
import { companyFacts, itemFacts } from '../item-facts'
import { statusChip, statusSentence } from '../item-status'
import { useSubject } from '../subject.api'
import { timelineEntry } from '../timeline-words'
import type { WorkItem } from '../work-item.api'
import { workQueueText } from '../work-queue.text'
import { BatchWay } from './batch-way'
import { ItemClocks } from './item-clocks'
import { ItemRating } from './item-rating'
import styles from './item-view.module.scss'
import { ItemWorks } from './item-works'
import { NoteBox } from './note-box'
import { ReferredNotice } from './referred-notice'
import { RelatedItems } from './related-items'
import { ReplyBox } from './reply-box'
import { ResidentWords } from './resident-words'
import { TranscribeButton } from './transcribe-button'

/**
 * One item as staff read it: how it stands, what was said and what is answered, where and who, what happened. The words
 * to the resident stand under the resident's own; the words to colleagues stand at the end.
 */
export const ItemView = ({ item }: { item: WorkItem }) => {
  const t = useText(workQueueText)
  const words = useText(itemText)
  const language = useDisplaySettings((settings) => settings.language)
  const subject = useSubject(item)
  useHeadingFocus(item)
  const entries = withAttachments(
    item.timeline.map((event) => timelineEntry(event, language, item)),
    item.timeline,
    (voiceNote) => item.canNote && <TranscribeButton item={item} voiceNote={voiceNote} />,
  )
  return (
    <View>
      <View className={styles.title} id={HEADING_ID} {...headingFocusable} {...a11y({ role: 'heading', level: 2 })}>
        {item.title}
      </View>
      <ItemStanding item={item} />
      <ReferredNotice item={item} />
      <ResidentWords item={item} subject={subject} />
      <BatchWay item={item} />
      {item.rating && <ItemRating rating={item.rating} />}
      {item.canReply && <ReplyBox key={`reply-${item.id}`} item={item} />}
      {!item.isBatch && <ItemClocks item={item} />}
      <Card>
        <FactList facts={[...itemFacts(item, subject.data, t), ...companyFacts(item, words)]} />
      </Card>
      <RelatedItems item={item} />
      <ItemWorks key={`works-${item.id}`} item={item} />
      <View className={styles.heading} {...a11y({ role: 'heading', level: 3 })}>
        {t('timeline')}
      </View>
      <Timeline label={t('timeline')} entries={entries} />
      {item.canNote && <NoteBox key={`note-${item.id}`} item={item} />}
    </View>
  )
}

/** A reopened item goes to another than the one who called it done: they see it and cannot take it. */
const isForAnother = ({ state, reopenedCount, canReply, allowedMoves }: WorkItem): boolean =>
  state === 'queued' && reopenedCount > 0 && canReply && allowedMoves.every(({ move }) => move !== 'claim')

/** The clock or the state in a word, the sentence with the next date, and who else looks at it now. */
const ItemStanding = ({ item }: { item: WorkItem }) => {
  const t = useText(workQueueText)
  const words = useText(itemText)
  const chip = statusChip(item, useNow(), t)
  const isOpen = item.state !== 'resolved' && item.state !== 'closed'
  const names = item.viewers.map(({ name }) => name).join('、')
  return (
    <>
      <View className={styles.status}>
        <StatusChip {...chip} />
        {isOpen && <Text className={styles.state}>{t(item.state)}</Text>}
        {item.reopenedCount > 0 && (
          <StatusChip word={t('again', { count: item.reopenedCount + 1 })} tone='soon' icon='refresh' />
        )}
        <Text>{isForAnother(item) ? words('forAnother') : statusSentence(item, t)}</Text>
      </View>
      <View {...a11y({ live: 'polite' })}>
        {names !== '' && (
          <View className={styles.viewers}>
            <Icon name='person' />
            <Text>{words('viewers', { names })}</Text>
          </View>
        )}
      </View>
    </>
  )
}
