import { Text, View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { StatusChip } from '../../ui/status-chip'
import type { CallLine } from '../call.api'
import styles from '../call.module.scss'
import { callText } from '../call.text'

interface CallLinesProps {
  lines: readonly CallLine[]
  /** Lines that stood there when staff began to speak; the others are new. */
  known: readonly CallLine[]
}

/** What to read out, in letters that can be read while the receiver is at the ear. */
export const CallLines = ({ lines, known }: CallLinesProps) => {
  const t = useText(callText)
  const isAllConfidential = lines.every(({ isConfidential }) => isConfidential)
  return (
    <>
      <View className={styles.toSay} {...a11y({ hidden: true })}>
        {t('toSay')}
      </View>
      {isAllConfidential && <StatusChip word={t('allConfidential')} tone='soon' icon='lock' />}
      <View {...a11y({ role: 'list', label: t('toSay') })}>
        {lines.map((line) => (
          <View key={`${line.at}${line.text}`} className={styles.line} {...a11y({ role: 'listitem' })}>
            <Text className={styles.words}>{line.text}</Text>
            <View className={styles.marks}>
              {line.isConfidential && !isAllConfidential && (
                <StatusChip word={t('confidential')} tone='soon' icon='lock' />
              )}
              {!isKnown(line, known) && <StatusChip word={t('newLine')} tone='waiting' icon='bell' />}
            </View>
          </View>
        ))}
      </View>
    </>
  )
}

const isKnown = (line: CallLine, known: readonly CallLine[]) =>
  known.some(({ at, text }) => at === line.at && text === line.text)
