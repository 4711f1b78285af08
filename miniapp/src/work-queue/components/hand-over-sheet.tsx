import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { ChoiceList } from '../../ui/choice-list'
import { Empty } from '../../ui/empty'
import { ErrorNotice } from '../../ui/error-notice'
import { Sheet } from '../../ui/sheet'
import { Skeleton } from '../../ui/skeleton'
import { inboxText } from '../inbox.text'
import { useColleagues, useHandOver } from '../use-hand-over'
import type { QueueItem } from '../work-item.api'
import { HandOverResults } from './hand-over-results'
import styles from './hand-over-sheet.module.scss'

interface HandOverSheetProps {
  items: readonly QueueItem[]
  /** True when at least one was handed over. */
  onClose: (isHanded: boolean) => void
}

/** Several items to one colleague: whom, how far it is, and what became of each. */
export const HandOverSheet = ({ items, onClose }: HandOverSheetProps) => {
  const t = useText(inboxText)
  // Items that leave the list while they are handed over stay in this sheet.
  const [chosen] = useState(items)
  const { progress, start, retry } = useHandOver()
  const close = () => onClose(progress !== undefined)
  return (
    <Sheet isOpen title={t('handTitle', { count: chosen.length })} onClose={close}>
      {progress ? (
        <HandOverResults progress={progress} onRetry={retry} />
      ) : (
        <ColleagueChoice items={chosen} onSend={(colleague) => start(chosen, colleague)} />
      )}
    </Sheet>
  )
}

interface ColleagueChoiceProps {
  items: readonly QueueItem[]
  onSend: (colleague: { id: string; name: string }) => void
}

const ColleagueChoice = ({ items, onSend }: ColleagueChoiceProps) => {
  const t = useText(inboxText)
  const colleagues = useColleagues(items)
  const [colleagueId, setColleagueId] = useState<string | null>(null)
  if (colleagues.isPending) return <Skeleton />
  if (colleagues.error) return <ErrorNotice error={colleagues.error} onRetry={() => void colleagues.refetch()} />
  if (colleagues.data.length === 0) {
    return <Empty icon='person' title={t('handNobody')} next={t('handNobodyNext')} />
  }
  const chosen = colleagues.data.find(({ id }) => id === colleagueId)
  return (
    <>
      <View className={styles.about}>{t('handAbout')}</View>
      <ChoiceList<string>
        label={t('colleague')}
        choices={colleagues.data.map(({ id, name, isOnDuty, openItems }) => ({
          value: id,
          name,
          note: t(isOnDuty ? 'onDuty' : 'offDuty', { count: openItems }),
          icon: 'person',
        }))}
        value={colleagueId}
        onChange={setColleagueId}
        hasSearch={colleagues.data.length > 8}
      />
      {chosen && (
        <View className={styles.send}>
          <Button kind='primary' isWide onPress={() => onSend(chosen)}>
            {t('handSend', { name: chosen.name })}
          </Button>
        </View>
      )}
    </>
  )
}
