import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { StatusChip } from '../../ui/status-chip'
import { policyText } from '../policy.text'
import type { PolicyLine as Line } from '../policy-parts'
import styles from '../privacy.module.scss'

/** One entry of the policy: what it is about, and below what is said of it. */
export const PolicyLine = ({ line: { words, more, whySensitive } }: { line: Line }) => {
  const t = useText(policyText)
  return (
    <View className={styles.item} {...a11y({ role: 'listitem' })}>
      <View className={styles.mark} {...a11y({ hidden: true })} />
      <View className={styles.words}>
        <View className={more.length > 0 ? styles.name : ''}>{words}</View>
        {more.map((each) => (
          <View key={each}>{each}</View>
        ))}
        {whySensitive && (
          <View className={styles.why}>
            <StatusChip word={t('sensitive')} tone='soon' icon='lock' />
            <View>{whySensitive}</View>
          </View>
        )}
      </View>
    </View>
  )
}
