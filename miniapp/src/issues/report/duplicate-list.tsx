import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Section } from '../../ui/section'
import { type LikelyDuplicate, useDuplicates } from '../neighbour.api'
import { DuplicateCard } from './duplicate-card'
import type { NewReport } from './new-report'
import styles from './report.module.scss'
import { reportText } from './report.text'

interface DuplicateListProps {
  communityId: string
  report: NewReport
  onFollowed: (issue: LikelyDuplicate, endorsements: number) => void
}

/** What neighbours said that is likely the same. Where there is nothing, or no network to ask over, nothing stands here. */
export const DuplicateList = ({ communityId, report, onFollowed }: DuplicateListProps) => {
  const t = useText(reportText)
  const [isOther, setOther] = useState(false)
  const duplicates = useDuplicates(communityId, report)
  return (
    <View {...a11y({ live: 'polite' })}>
      {duplicates.length > 0 && !isOther && (
        <Section title={t('duplicatesTitle')}>
          <View className={styles.spaced}>{t('duplicatesWords')}</View>
          {duplicates.map((issue) => (
            <DuplicateCard key={issue.id} issue={issue} onFollowed={onFollowed} />
          ))}
          <Button icon='down' isWide onPress={() => setOther(true)}>
            {t('notTheSame')}
          </Button>
        </Section>
      )}
    </View>
  )
}
