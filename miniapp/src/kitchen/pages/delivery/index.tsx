import { SITTING_TEXT } from '@little-bench/shared/canteen/meals'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { dateInSentence } from '../../../platform/dates'
import { useText } from '../../../platform/i18n/text'
import { useNow } from '../../../platform/use-now'
import { a11y } from '../../../ui/a11y'
import { Button } from '../../../ui/button'
import { Empty } from '../../../ui/empty'
import { ErrorNotice } from '../../../ui/error-notice'
import { Section } from '../../../ui/section'
import { Skeleton } from '../../../ui/skeleton'
import { DeliveryLine } from '../../components/delivery-line'
import { DeliveryPaper } from '../../components/delivery-paper'
import { KitchenPage } from '../../components/kitchen-page'
import { deliveryText } from '../../delivery.text'
import { type DeliverySheet, useDeliverySheet } from '../../kitchen.api'
import styles from '../../kitchen.module.scss'

/** The round of a sitting, courtyard by courtyard. */
export default function DeliveryPage() {
  const t = useText(deliveryText)
  const tSitting = useText(SITTING_TEXT)
  const { communityId = '', slotId = '' } = useRouter().params
  const { data: sheet, error, refetch } = useDeliverySheet({ communityId, slotId })
  const title = sheet ? t('titleOf', { sitting: tSitting(sheet.sitting), day: dateInSentence(sheet.on) }) : t('title')
  return (
    <KitchenPage title={title}>
      {!sheet && error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!sheet && !error && <Skeleton cards={3} />}
      {sheet && <Round communityId={communityId} sheet={sheet} onAgain={() => void refetch()} />}
    </KitchenPage>
  )
}

interface RoundProps {
  communityId: string
  sheet: DeliverySheet
  onAgain: () => void
}

const Round = ({ communityId, sheet, onAgain }: RoundProps) => {
  const t = useText(deliveryText)
  const [isPaper, setPaper] = useState(false)
  const isToday = sheet.on === shanghaiTime(useNow()).date
  if (sheet.courtyards.length === 0) return <Empty icon='send' title={t('none')} next={t('noneNext')} />
  return (
    <>
      <View className={styles.line}>{t(isToday ? 'logged' : 'onTheDay')}</View>
      {sheet.courtyards.map(({ placeName, gridCellName, orders }) => (
        <Section key={placeName} title={t('courtyard', { place: placeName, count: orders.length })}>
          {gridCellName && <View className={styles.caption}>{gridCellName}</View>}
          <View {...a11y({ role: 'list', label: placeName })}>
            {orders.map((order) => (
              <DeliveryLine key={order.id} communityId={communityId} slotId={sheet.slotId} order={order} />
            ))}
          </View>
        </Section>
      ))}
      <View className={styles.ways}>
        <Button isWide icon='refresh' onPress={onAgain}>
          {t('again')}
        </Button>
        <Button isWide icon='list' onPress={() => setPaper(!isPaper)}>
          {t('paper')}
        </Button>
      </View>
      {isPaper && <DeliveryPaper sheet={sheet} />}
    </>
  )
}
