import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { classNames } from '../../ui/class-names'
import { Icon } from '../../ui/icon'
import { Pressable } from '../../ui/pressable'
import { inboxText } from '../inbox.text'
import { countOf } from '../queue-counts'
import { VIEWS } from '../view-names'
import type { MyQueue, QueueView } from '../work-item.api'
import { ViewSheet } from './view-sheet'
import styles from './view-switch.module.scss'

interface ViewSwitchProps {
  queue: MyQueue
  view: QueueView
  onChange: (view: QueueView) => void
  /** False where the button to the others stands elsewhere: MoreViews. */
  hasMore?: boolean
}

const FIRST_VIEWS: readonly QueueView[] = ['open', 'mine', 'unclaimed', 'late']

/**
 * The views of a queue that matter now, with their counts, and the others behind a button; what is late is marked by an
 * icon and a colour as well.
 */
export const ViewSwitch = ({ queue, view, onChange, hasMore = true }: ViewSwitchProps) => {
  const t = useText(inboxText)
  const shown = VIEWS.filter((each) => each === view || FIRST_VIEWS.includes(each) || (countOf(queue, each) ?? 0) > 0)
  return (
    <View className={styles.switch}>
      <View className={styles.views} {...a11y({ role: 'radiogroup', label: t('views') })}>
        {shown.map((each) => (
          <ViewChoice
            key={each}
            view={each}
            count={countOf(queue, each)}
            isChosen={each === view}
            onChoose={() => onChange(each)}
          />
        ))}
      </View>
      {hasMore && <MoreViews queue={queue} view={view} onChange={onChange} />}
    </View>
  )
}

/** The way to all views; `stacked` among tools side by side. */
export const MoreViews = ({ queue, view, onChange, shape }: ViewSwitchProps & { shape?: 'stacked' }) => {
  const t = useText(inboxText)
  const [isOpen, setOpen] = useState(false)
  const open = () => setOpen(true)
  return (
    <>
      {shape ? (
        <Button icon='down' shape={shape} onPress={open}>
          {t('moreViews')}
        </Button>
      ) : (
        <Pressable onPress={open} className={styles.view}>
          <Text>{t('moreViews')}</Text>
          <Icon name='down' className={styles.icon} />
        </Pressable>
      )}
      {isOpen && <ViewSheet queue={queue} view={view} onChange={onChange} onClose={() => setOpen(false)} />}
    </>
  )
}

interface ViewChoiceProps {
  view: QueueView
  count: number | undefined
  isChosen: boolean
  onChoose: () => void
}

const ViewChoice = ({ view, count, isChosen, onChoose }: ViewChoiceProps) => {
  const t = useText(inboxText)
  const isAlarming = view === 'late' && count !== undefined && count > 0
  return (
    <Pressable
      kind='radio'
      checked={isChosen}
      onPress={onChoose}
      className={classNames(styles.view, isChosen && styles.chosen)}
    >
      {isAlarming && <Icon name='alert' className={classNames(styles.icon, styles.late)} />}
      <Text>{count === undefined ? t(view) : t('viewCount', { name: t(view), count })}</Text>
    </Pressable>
  )
}
