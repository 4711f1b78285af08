import { Text, View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { Pressable } from '../../ui/pressable'
import { inboxText } from '../inbox.text'
import { kindsIn, withKind, withoutKind } from '../queue-filter'
import { useFilterChoices } from '../use-filter-choices'
import type { Inbox } from '../use-inbox'
import type { MyQueue } from '../work-item.api'
import styles from './filter-bar.module.scss'
import { FilterSheet } from './filter-sheet'

interface FilterBarProps {
  inbox: Inbox
  queue: MyQueue
  /** Also opened by a key. */
  isOpen: boolean
  onOpen: () => void
  onClose: () => void
  shape?: 'stacked' | undefined
}

/** What narrows the list, each a chip that one tap takes away. */
export const FilterBar = ({
  inbox: { filter, changeFilter },
  queue,
  isOpen,
  onOpen,
  onClose,
  shape,
}: FilterBarProps) => {
  const t = useText(inboxText)
  const offered = useFilterChoices(queue, filter, isOpen)
  const kinds = kindsIn(filter)
  return (
    <>
      <Button icon='filter' {...(shape && { shape })} onPress={onOpen}>
        {t('filter')}
      </Button>
      {kinds.length > 0 && (
        <View className={styles.chips} {...a11y({ role: 'group', label: t('filters') })}>
          {kinds.map((kind) => {
            const words = { kind: t(kind), value: offered.nameOf(kind) }
            return (
              <Pressable
                key={kind}
                label={t('removeFilter', words)}
                onPress={() => changeFilter(withoutKind(filter, kind))}
                className={styles.chip}
              >
                <Text>{t('chip', words)}</Text>
                <Icon name='close' className={styles.icon} />
              </Pressable>
            )
          })}
        </View>
      )}
      {isOpen && (
        <FilterSheet
          filter={filter}
          offered={offered}
          onChoose={(kind, value) => {
            changeFilter(value === null ? withoutKind(filter, kind) : withKind(filter, kind, value))
            onClose()
          }}
          onClose={onClose}
        />
      )}
    </>
  )
}
