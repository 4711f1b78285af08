import { View } from '@tarojs/components'
import { CallError } from '../../platform/call-error'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Card } from '../../ui/card'
import { ErrorNotice } from '../../ui/error-notice'
import styles from './report.module.scss'
import { reportText } from './report.text'

/** Why it was not sent, and that nothing is lost. */
export const UnsentNotice = ({ error }: { error: unknown }) => {
  const t = useText(reportText)
  const isUnreachable = error instanceof CallError && (error.status === 0 || error.status >= 500)
  const fields = error instanceof CallError ? error.fields : []
  return (
    <>
      {isUnreachable && (
        <View {...a11y({ role: 'alert' })}>
          <Card tint='amber'>
            <View className={styles.strong}>{t('kept')}</View>
            <View>{t('keptWords')}</View>
          </Card>
        </View>
      )}
      {!isUnreachable && <ErrorNotice error={error} />}
      {fields.map(({ field, message }) => (
        <View key={field}>{message}</View>
      ))}
    </>
  )
}
