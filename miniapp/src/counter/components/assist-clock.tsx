import { Text, View } from '@tarojs/components'
import { spokenDateTime } from '../../platform/dates'
import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { useNow } from '../../platform/use-now'
import { a11y } from '../../ui/a11y'
import { Card } from '../../ui/card'
import { Icon } from '../../ui/icon'
import styles from '../counter.module.scss'
import { counterText } from '../counter.text'
import type { AssistSession } from '../last-assist'
import { REASON_WORDS } from './start-sheet'

const SECOND_MS = 1000
const SOON_SECONDS = 5 * 60

interface AssistClockProps {
  session: AssistSession
  /** Above something that is being done: whom and how long, in one line. */
  isSmall?: boolean
}

/** Who is helped, why, and how long it may still go on. */
export const AssistClock = ({ session, isSmall = false }: AssistClockProps) => {
  const t = useText(counterText)
  const language = useDisplaySettings((settings) => settings.language)
  const now = useNow(SECOND_MS)
  const left = Math.max(0, Math.ceil((Date.parse(session.endsAt) - now.getTime()) / SECOND_MS))
  const isSoon = left < SOON_SECONDS
  const time = spokenDateTime(session.startedAt, language)
  return (
    <View className={styles.block}>
      <Card tint={isSoon ? 'amber' : 'green'}>
        <View className={isSmall ? styles.inLine : styles.row}>
          <View className={styles.strong}>{t('helping', { name: session.resident.name })}</View>
          <View className={isSmall ? styles.leftInLine : styles.left} {...a11y({ role: 'timer' })}>
            {t('left', { minutes: Math.floor(left / 60), seconds: left % 60 })}
          </View>
        </View>
        {!isSmall && (
          <View className={styles.caption}>{t('whyHelping', { reason: t(REASON_WORDS[session.reason]), time })}</View>
        )}
        {!isSmall && session.note !== null && <View>{session.note}</View>}
        <View {...a11y({ role: 'status', live: 'polite' })}>
          {isSoon && (
            <View className={styles.soon}>
              <Icon name='clock' />
              <Text>{t('endingSoon')}</Text>
            </View>
          )}
        </View>
      </Card>
    </View>
  )
}
