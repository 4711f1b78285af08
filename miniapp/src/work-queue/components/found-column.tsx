import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { searchText } from '../search.text'
import type { WorkItemRef } from '../work-item.api'
import { FoundList } from './found-list'
import styles from './search.module.scss'

interface FoundColumnProps {
  text: string
  openId: string | undefined
  onOpen: (item: WorkItemRef) => void
  onClose: () => void
}

/** On a wide screen what was found stands in place of the list, until the list is wanted again. */
export const FoundColumn = ({ text, openId, onOpen, onClose }: FoundColumnProps) => {
  const t = useText(searchText)
  return (
    <>
      <View className={styles.close}>
        <Button icon='close' onPress={onClose}>
          {t('close')}
        </Button>
      </View>
      <FoundList text={text} openId={openId} onOpen={onOpen} />
    </>
  )
}
