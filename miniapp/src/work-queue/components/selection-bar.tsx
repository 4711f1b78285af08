import { Text, View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { inboxText } from '../inbox.text'
import type { Selection } from '../use-selection'
import styles from './selection-bar.module.scss'

interface SelectionBarProps {
  selection: Selection
  /** Everything that is listed. */
  itemIds: readonly string[]
  onHand: () => void
}

/** How many are chosen, and what can be done with them; under the thumb on a phone. */
export const SelectionBar = ({ selection, itemIds, onHand }: SelectionBarProps) => {
  const t = useText(inboxText)
  const count = selection.ids.size
  return (
    <View className={styles.bar}>
      <View className={styles.count} {...a11y({ role: 'status', live: 'polite' })}>
        <Text>{t('selected', { count })}</Text>
      </View>
      {count < itemIds.length && (
        <Button kind='quiet' onPress={() => selection.choose(itemIds)}>
          {t('selectAll')}
        </Button>
      )}
      <Button onPress={selection.stop}>{t('stopSelecting')}</Button>
      <Button kind='primary' icon='forward' isDisabled={count === 0} onPress={onHand}>
        {t('hand')}
      </Button>
    </View>
  )
}
