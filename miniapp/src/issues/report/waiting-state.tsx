import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { type OutboxEntry, uploadedPercent } from '../../platform/outbox/outbox-entry'
import { a11y } from '../../ui/a11y'
import { Card } from '../../ui/card'
import styles from './report.module.scss'
import { reportText } from './report.text'

/** How it stands, as it is: never more than the phone knows. */
export const WaitingState = ({ entry }: { entry: OutboxEntry }) => {
  const t = useText(reportText)
  const isSignInNeeded = entry.waitsFor === 'sign_in'
  return (
    <View {...a11y({ role: entry.state === 'refused' ? 'alert' : 'status', live: 'polite' })}>
      {entry.state === 'unsent' && (
        <Card tint='amber'>
          <View className={styles.strong}>{t(isSignInNeeded ? 'keptSignIn' : 'kept')}</View>
          <View>{t(isSignInNeeded ? 'keptSignInWords' : 'keptWords')}</View>
          {entry.isPosted && <View className={styles.spaced}>{t('maybeThere')}</View>}
        </Card>
      )}
      {entry.state === 'sending' && (
        <Card tint='blue'>
          <View>{t('sendingWords')}</View>
          <Progress percent={uploadedPercent(entry)} />
        </Card>
      )}
      {entry.state === 'refused' && (
        <Card tint='red'>
          <View className={styles.strong}>{entry.refusal?.message || t('fileGone')}</View>
          <View>{t('refusedWords')}</View>
        </Card>
      )}
      {entry.state === 'opened' && <Card tint='blue'>{t('openedWords')}</Card>}
    </View>
  )
}

const Progress = ({ percent }: { percent: number | undefined }) => {
  const t = useText(reportText)
  if (percent === undefined) return null
  const words = t('sendingPercent', { percent })
  return (
    <>
      <View className={styles.spaced}>{words}</View>
      <View className={styles.progress} {...a11y({ hidden: true })}>
        <View className={styles.progressDone} style={{ width: `${percent}%` }} />
      </View>
    </>
  )
}
