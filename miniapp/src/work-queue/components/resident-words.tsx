import { View } from '@tarojs/components'
import { AttachedFiles } from '../../files'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Card } from '../../ui/card'
import { ErrorNotice } from '../../ui/error-notice'
import { Skeleton } from '../../ui/skeleton'
import { StatusChip } from '../../ui/status-chip'
import { fileText } from '../file.text'
import type { useSubject } from '../subject.api'
import type { WorkItem } from '../work-item.api'
import { workQueueText } from '../work-queue.text'
import { OriginalWords } from './original-words'
import styles from './resident-words.module.scss'
import { TranscribeButton } from './transcribe-button'

interface ResidentWordsProps {
  item: WorkItem
  subject: ReturnType<typeof useSubject>
}

/** The resident's own words, unshortened, with photos and voice, who else says so, and what was covered since. */
export const ResidentWords = ({ item, subject }: ResidentWordsProps) => {
  const t = useText(workQueueText)
  const words = useText(fileText)
  if (subject.isLoading) return <Skeleton cards={1} />
  if (subject.isError) return <ErrorNotice error={subject.error} onRetry={() => void subject.refetch()} />
  if (!subject.data) return null
  const { description, attachments, endorsements, teamName, isRedacted } = subject.data
  const { voiceNote } = attachments
  return (
    <>
      <Card tint='blue'>
        <View className={styles.label} {...a11y({ role: 'heading', level: 3 })}>
          {t('residentWords')}
        </View>
        <View className={styles.words}>{description}</View>
        <AttachedFiles
          attachments={attachments}
          voiceAction={voiceNote && item.canNote && <TranscribeButton item={item} voiceNote={voiceNote} />}
        />
        {endorsements > 0 && <View>{words('endorsements', { count: endorsements })}</View>}
        {teamName && <View className={styles.label}>{words('team', { name: teamName })}</View>}
        {isRedacted && <StatusChip word={words('isRedacted')} tone='plain' icon='lock' />}
      </Card>
      {isRedacted && <OriginalWords key={item.id} item={item} />}
    </>
  )
}
