import type { Issue } from '@little-bench/shared/issues/contract'
import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { Card } from '../../ui/card'
import styles from '../issue.module.scss'
import { issueText } from '../issue.text'

/** Whether neighbours see what its reporter made public, for its reporter: nothing to say when they see all of it. */
export const PublicNotice = ({ issue }: { issue: Issue }) => {
  const t = useText(issueText)
  const { publicState, waitingPhotos, refusedPhotos, refusalReason } = issue
  if (!issue.isYours || publicState === 'private') return null
  const lines = [
    ...(publicState === 'waiting' ? [t('neighboursWait')] : []),
    ...(publicState === 'refused' ? [t('neighboursDoNotSee')] : []),
    ...(publicState === 'shown' && waitingPhotos > 0 ? [t('photosWait', { count: waitingPhotos })] : []),
    ...(publicState !== 'refused' && refusedPhotos > 0 ? [t('photosNotSeen', { count: refusedPhotos })] : []),
  ]
  if (lines.length === 0) return null
  return (
    <Card tint='amber'>
      {lines.map((line) => (
        <View key={line} className={styles.strong}>
          {line}
        </View>
      ))}
      {refusalReason ? <View>{refusalReason}</View> : <View>{t('neighboursWaitWords')}</View>}
    </Card>
  )
}
