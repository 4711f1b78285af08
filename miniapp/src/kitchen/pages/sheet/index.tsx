import { SITTING_TEXT } from '@little-bench/shared/canteen/meals'
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { dateInSentence, dateTimeInSentence } from '../../../platform/dates'
import { useText } from '../../../platform/i18n/text'
import { openPage } from '../../../platform/navigation'
import { useNetwork } from '../../../platform/network-state'
import { useNow } from '../../../platform/use-now'
import { Button } from '../../../ui/button'
import { ErrorNotice } from '../../../ui/error-notice'
import { Icon } from '../../../ui/icon'
import { Skeleton } from '../../../ui/skeleton'
import { CheckInDesk } from '../../components/check-in-desk'
import { KitchenPage } from '../../components/kitchen-page'
import { Refunds } from '../../components/refunds'
import { Seats } from '../../components/seats-sheet'
import { SheetPaper } from '../../components/sheet-paper'
import { SheetTotals } from '../../components/sheet-totals'
import { type KitchenSheet, useKitchenSheet } from '../../kitchen.api'
import styles from '../../kitchen.module.scss'
import { kitchenText } from '../../kitchen.text'

/** The first come some minutes before the doors open; until then what is to be cooked stands first. */
const EARLY_MS = 30 * 60_000

/** One sitting: who comes, what to cook, and what can be changed. */
export default function SheetPage() {
  const t = useText(kitchenText)
  const tSitting = useText(SITTING_TEXT)
  const { communityId = '', slotId = '' } = useRouter().params
  const { data: sheet, error, refetch } = useKitchenSheet({ communityId, slotId })
  const title = sheet
    ? t('sheetTitle', { sitting: tSitting(sheet.sitting), day: dateInSentence(sheet.on) })
    : t('today')
  return (
    <KitchenPage title={title}>
      {!sheet && error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!sheet && !error && <Skeleton cards={4} />}
      {sheet && <SheetView communityId={communityId} sheet={sheet} isStale={error !== null} />}
    </KitchenPage>
  )
}

interface SheetViewProps {
  communityId: string
  sheet: KitchenSheet
  /** It could not be read again. */
  isStale: boolean
}

const SheetView = ({ communityId, sheet, isStale }: SheetViewProps) => {
  const t = useText(kitchenText)
  const isOnline = useNetwork((network) => network.isOnline)
  const [isPaper, setPaper] = useState(false)
  const at = dateTimeInSentence(sheet.at)
  const { workItem, slotId } = sheet
  const isCooking = useNow().getTime() < Date.parse(sheet.startsAt) - EARLY_MS
  const whoComes = (
    <View key='who'>
      <CheckInDesk communityId={communityId} sheet={sheet} />
      <Refunds communityId={communityId} sheet={sheet} />
    </View>
  )
  const toCook = (
    <View key='cook'>
      <SheetTotals sheet={sheet} />
      <View className={styles.ways}>
        {sheet.fulfilments.some(({ fulfilment, orders }) => fulfilment === 'delivery' && orders > 0) && (
          <Button isWide icon='send' onPress={() => openPage('kitchen/pages/delivery/index', { communityId, slotId })}>
            {t('toDelivery')}
          </Button>
        )}
        <Button isWide icon='list' onPress={() => setPaper(!isPaper)}>
          {t('print')}
        </Button>
        {workItem && (
          <Button
            isWide
            icon='inbox'
            onPress={() => openPage('work-queue/pages/item/index', { communityId, id: workItem.id })}
          >
            {t('toDesk')}
          </Button>
        )}
        <Seats communityId={communityId} sheet={sheet} />
      </View>
      {isPaper && <SheetPaper sheet={sheet} />}
    </View>
  )
  return (
    <>
      {isStale || !isOnline ? (
        <View className={styles.notice}>
          <View className={styles.noticeWords}>
            <Icon name='wifi-off' />
            <Text>{t('keptAt', { at })}</Text>
          </View>
        </View>
      ) : (
        <View className={styles.caption}>{t('asOf', { at })}</View>
      )}
      <View className={styles.columns}>{isCooking ? [toCook, whoComes] : [whoComes, toCook]}</View>
    </>
  )
}
