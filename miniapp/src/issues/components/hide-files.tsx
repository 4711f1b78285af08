import type { Issue } from '@little-bench/shared/issues/contract'
import { View } from '@tarojs/components'
import { Thumbnail } from '../../files'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { TickBox } from '../../ui/tick-box'
import styles from '../issue.module.scss'
import { issueText } from '../issue.text'

interface HideFilesProps {
  attachments: Issue['attachments']
  hidden: readonly string[]
  onToggle: (fileId: string) => void
}

/** Which photos, and whether the voice note, nobody shall see any more. */
export const HideFiles = ({ attachments: { photos, voiceNote }, hidden, onToggle }: HideFilesProps) => {
  const t = useText(issueText)
  if (photos.length === 0 && !voiceNote) return null
  return (
    <View {...a11y({ role: 'group', label: t('hideFiles') })}>
      <View className={styles.strong}>{t('hideFiles')}</View>
      {photos.map(({ id, thumbnailUrl }, index) => (
        <View key={id} className={styles.row}>
          <Thumbnail link={thumbnailUrl} />
          <TickBox
            words={t('hidePhoto', { number: index + 1 })}
            isTicked={hidden.includes(id)}
            onChange={() => onToggle(id)}
          />
        </View>
      ))}
      {voiceNote && (
        <TickBox
          words={t('hideVoice')}
          isTicked={hidden.includes(voiceNote.id)}
          onChange={() => onToggle(voiceNote.id)}
        />
      )}
    </View>
  )
}
