import type { Issue } from '@little-bench/shared/issues/contract'
import type { WorkItem } from '@little-bench/shared/work-queue/item.contract'
import { View } from '@tarojs/components'
import { AttachedFiles, withAttachments } from '../../files'
import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { Card } from '../../ui/card'
import { type Fact, FactList } from '../../ui/fact-list'
import { ReadAloud } from '../../ui/read-aloud'
import { Section } from '../../ui/section'
import { StatusChip } from '../../ui/status-chip'
import { Timeline } from '../../ui/timeline'
import { itemStatus, timelineEntries } from '../../work-queue'
import styles from '../issue.module.scss'
import { issueText } from '../issue.text'
import { satisfactionMeaning } from '../satisfaction'
import { WorkSection } from './work-section'

interface IssueViewProps {
  issue: Issue
  /** For its reporter: why it stands still, and until when it can be rated. */
  item: WorkItem | undefined
}

/** One issue as this viewer may see it: a neighbour gets what happened, its reporter everything. */
export const IssueView = ({ issue, item }: IssueViewProps) => {
  const t = useText(issueText)
  const language = useDisplaySettings((settings) => settings.language)
  const status = itemStatus(
    {
      ...issue,
      queueName: issue.queue.name,
      ratedSolved: issue.rating?.solved ?? null,
      pause: item?.pause ?? null,
      suspension: item?.suspension ?? null,
      rateUntil: item?.rateUntil ?? null,
    },
    language,
  )
  const happened = timelineEntries(issue.timeline, language)
  const entries = withAttachments(happened, issue.timeline)
  const answers = happened.flatMap(({ title, words }) => (words ? [title, words] : []))
  return (
    <>
      <Card>
        <View className={styles.head}>
          <View className={styles.strong}>{issue.serviceName}</View>
          <StatusChip word={status.word} tone={status.tone} />
        </View>
        <View>{status.sentence}</View>
        {issue.isEndorsed && <View>{t('yoursToo')}</View>}
        {issue.endorsements > 0 && <View>{t('endorsements', { count: issue.endorsements })}</View>}
      </Card>
      <ReadAloud
        mustStayHere={issue.publicState !== 'shown'}
        words={[issue.serviceName, status.sentence, issue.description, ...answers]}
      />
      {!issue.isYours && <View className={styles.row}>{t('publicNote')}</View>}
      <WorkSection issue={issue} />
      <Section title={t('timeline')}>
        <Card>
          <Timeline label={t('timeline')} entries={entries} />
        </Card>
      </Section>
      <Section title={t('facts')}>
        <Card>
          {issue.isRedacted && <StatusChip word={t('isRedacted')} tone='plain' icon='lock' />}
          <FactList facts={factsOf(issue, t)} />
        </Card>
      </Section>
    </>
  )
}

const factsOf = (issue: Issue, t: ReturnType<typeof useText<typeof issueText>>): Fact[] => {
  const { rating, attachments } = issue
  const hasFiles = attachments.photos.length > 0 || attachments.voiceNote !== null
  const place = issue.placeName ?? t('onMap')
  const meaning = rating && satisfactionMeaning(rating.satisfaction, t)
  return [
    ...(issue.description ? [{ name: t('words'), value: issue.description }] : []),
    ...(hasFiles ? [{ name: t('files'), value: <AttachedFiles attachments={attachments} /> }] : []),
    { name: t('place'), value: issue.gridCellName ? `${place} · ${issue.gridCellName}` : place },
    ...(issue.teamName ? [{ name: t('team'), value: issue.teamName }] : []),
    { name: t('whoHasIt'), value: issue.queue.name },
    { name: t('whyThere'), value: issue.routedBecause },
    ...(issue.receiptNumber ? [{ name: t('receiptNumber'), value: issue.receiptNumber }] : []),
    ...(issue.source && issue.source !== 'own' ? [{ name: t('howItCame'), value: t(issue.source) }] : []),
    ...(issue.isYours ? [{ name: t('visibility'), value: t(issue.visibility) }] : []),
    ...(rating && meaning
      ? [{ name: t('myRating'), value: t(rating.solved ? 'ratedSolved' : 'ratedUnsolved', { meaning }) }]
      : []),
  ]
}
