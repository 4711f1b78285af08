import { spokenCode } from '@little-bench/shared/people/codes'
import type { OneTimeCode } from '@little-bench/shared/people/profile.contract'
import { View } from '@tarojs/components'
import { dateTimeInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { useCopy } from '../../ui/use-copy'
import { codeText } from '../household.text'
import styles from '../people.module.scss'

/** A code to give to somebody: large, in groups that can be read out; shown once. */
export const CodeCard = ({ code }: { code: OneTimeCode }) => {
  const t = useText(codeText)
  const copy = useCopy()
  return (
    <View {...a11y({ role: 'status', live: 'polite' })}>
      <Card tint='green'>
        <View className={styles.caption}>{t('codeIs')}</View>
        <View className={styles.code}>{spokenCode(code.code)}</View>
        <View className={styles.line}>{t('codeOnce', { until: dateTimeInSentence(code.expiresAt) })}</View>
        <View className={styles.line}>{t('codeCare')}</View>
        <Button isWide onPress={() => copy(spokenCode(code.code), t('copied'))}>
          {t('copy')}
        </Button>
      </Card>
    </View>
  )
}
