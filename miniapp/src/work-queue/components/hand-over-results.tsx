import { Text, View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { classNames } from '../../ui/class-names'
import { Icon } from '../../ui/icon'
import type { HandResult } from '../bulk-hand-over'
import { inboxText } from '../inbox.text'
import type { HandOverProgress } from '../use-hand-over'
import styles from './hand-over-results.module.scss'

interface HandOverResultsProps {
  progress: HandOverProgress
  onRetry: () => void
}

/** Exactly which items were handed over and which were not, and why; those can be tried again. */
export const HandOverResults = ({ progress, onRetry }: HandOverResultsProps) => {
  const t = useText(inboxText)
  const { results, total, isBusy, colleague } = progress
  const handed = results.filter(({ isHanded }) => isHanded)
  const failed = results.filter(({ isHanded }) => !isHanded)
  return (
    <View>
      <View className={styles.summary} {...a11y({ role: 'status', live: 'polite', busy: isBusy })}>
        {isBusy
          ? t('handing', { done: Math.min(results.length + 1, total), count: total })
          : [
              handed.length > 0 && t('handed', { count: handed.length }),
              failed.length > 0 && t('notHanded', { count: failed.length }),
            ]
              .filter(Boolean)
              .join('，')}
      </View>
      <View {...a11y({ role: 'list' })}>
        {[...failed, ...handed].map((result) => (
          <ResultRow key={result.item.id} result={result} colleagueName={colleague.name} />
        ))}
      </View>
      {!isBusy && failed.length > 0 && (
        <Button icon='refresh' kind='primary' isWide onPress={onRetry}>
          {t('retryFailed', { count: failed.length })}
        </Button>
      )}
    </View>
  )
}

const ResultRow = ({ result, colleagueName }: { result: HandResult; colleagueName: string }) => {
  const t = useText(inboxText)
  return (
    <View className={styles.row} {...a11y({ role: 'listitem' })}>
      <Icon
        name={result.isHanded ? 'check' : 'alert'}
        className={classNames(styles.icon, result.isHanded ? styles.handed : styles.failed)}
      />
      <View className={styles.words}>
        <Text className={styles.title}>{result.item.title}</Text>
        <Text className={styles.number}>{result.item.receiptNumber}</Text>
        <Text>{result.isHanded ? t('handedTo', { name: colleagueName }) : t(result.failure)}</Text>
      </View>
    </View>
  )
}
