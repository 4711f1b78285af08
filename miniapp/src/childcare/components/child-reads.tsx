import { View } from '@tarojs/components'
import { useChildReads } from '../../people'
import { dateInSentence, spokenDateTime } from '../../platform/dates'
import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { ErrorNotice } from '../../ui/error-notice'
import { Section } from '../../ui/section'
import { Skeleton } from '../../ui/skeleton'
import { Timeline } from '../../ui/timeline'
import { childText } from '../child.text'

/** Who of the staff read of the child, when, and for which day: the family may know. */
export const ChildReads = ({ communityId, childId }: { communityId: string; childId: string }) => {
  const t = useText(childText)
  const language = useDisplaySettings((settings) => settings.language)
  const reads = useChildReads(communityId, childId)
  return (
    <Section title={t('reads')}>
      {reads.isPending && <Skeleton cards={1} />}
      {reads.error && !reads.data && <ErrorNotice error={reads.error} onRetry={() => void reads.refetch()} />}
      {reads.data?.length === 0 && <View>{t('readsNone')}</View>}
      <Timeline
        label={t('reads')}
        entries={(reads.data ?? []).map(({ at, by, reason, on }, index) => ({
          id: `${at}${index}`,
          time: spokenDateTime(at, language),
          title: t('readLine', { by, reason: t(reason, { day: dateInSentence(on) }) }),
          icon: 'person',
        }))}
      />
    </Section>
  )
}
