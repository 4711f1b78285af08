import { SITTING_TEXT } from '@little-bench/shared/canteen/meals'
import { type ServiceDate, shanghaiTime } from '@little-bench/shared/kernel/time'
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { useWorkCommunityId } from '../../../people'
import { dateTimeInSentence } from '../../../platform/dates'
import { useText } from '../../../platform/i18n/text'
import { openPage } from '../../../platform/navigation'
import { useNow } from '../../../platform/use-now'
import { useRefreshOnShow } from '../../../platform/use-refresh-on-show'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { DayStrip } from '../../../ui/day-strip'
import { Empty } from '../../../ui/empty'
import { ErrorNotice } from '../../../ui/error-notice'
import { Section } from '../../../ui/section'
import { Skeleton } from '../../../ui/skeleton'
import { KitchenPage } from '../../components/kitchen-page'
import { forgetOldSheets } from '../../kept-sheets'
import { DAY_KEY, type KitchenSitting, useKitchenCanteens, useKitchenDay } from '../../kitchen.api'
import styles from '../../kitchen.module.scss'
import { kitchenText } from '../../kitchen.text'

/** The sittings of a day, each with the way to its sheet; the menu and what the day came to. */
export default function TodayPage() {
  const t = useText(kitchenText)
  const asked = useRouter().params
  const own = useWorkCommunityId('meal.serve')
  const communityId = asked.communityId ?? own
  const today = shanghaiTime(useNow()).date
  const [on, setOn] = useState<ServiceDate>(asked.on ?? today)
  useRefreshOnShow(DAY_KEY)
  useEffect(() => forgetOldSheets(), [])
  return (
    <KitchenPage title={t('today')}>
      <DayStrip label={t('days')} today={today} value={on} onChange={setOn} />
      {communityId !== undefined && <Day communityId={communityId} on={on} />}
    </KitchenPage>
  )
}

const Day = ({ communityId, on }: { communityId: string; on: ServiceDate }) => {
  const t = useText(kitchenText)
  const day = useKitchenDay(communityId, on)
  const canteens = useKitchenCanteens(communityId)
  if (day.error && !day.data) return <ErrorNotice error={day.error} onRetry={() => void day.refetch()} />
  if (!day.data) return <Skeleton cards={3} />
  if (canteens.data?.length === 0) return <Empty icon='bowl' title={t('noCanteen')} next={t('noCanteenNext')} />
  // Without a network the kept sittings still say which canteens there are.
  const canteenIds = [...(canteens.data ?? []).map(({ id }) => id), ...day.data.map(({ canteenId }) => canteenId)]
  return (
    <>
      {day.data.length === 0 && <Empty icon='bowl' title={t('none')} next={t('noneNext')} />}
      {[...new Set(canteenIds)].map((canteenId) => (
        <Section key={canteenId} title={canteens.data?.find(({ id }) => id === canteenId)?.name ?? t('today')}>
          {day.data
            .filter((sitting) => sitting.canteenId === canteenId)
            .map((sitting) => (
              <SittingLine key={sitting.id} communityId={communityId} sitting={sitting} />
            ))}
          <View className={styles.row}>
            <Button icon='edit' onPress={() => openPage('kitchen/pages/menu/index', { communityId, canteenId, on })}>
              {t('toMenu')}
            </Button>
            <Button icon='list' onPress={() => openPage('kitchen/pages/day-end/index', { communityId, canteenId, on })}>
              {t('toDayEnd')}
            </Button>
          </View>
        </Section>
      ))}
    </>
  )
}

const SittingLine = ({ communityId, sitting }: { communityId: string; sitting: KitchenSitting }) => {
  const t = useText(kitchenText)
  const tSitting = useText(SITTING_TEXT)
  const { id: slotId, refusal, cutoffAt, seatsLeft, waiting, dishes } = sitting
  const name = tSitting(sitting.sitting)
  const until =
    refusal === 'slot_closed'
      ? t('closed')
      : refusal === 'past_cutoff'
        ? t('untilOver')
        : t('until', { until: dateTimeInSentence(cutoffAt) })
  return (
    <Card>
      <View className={styles.head}>
        <Text className={styles.name}>{name}</Text>
        <Text>{until}</Text>
      </View>
      <View>
        {[refusal !== 'past_cutoff' && t('left', { count: seatsLeft }), waiting > 0 && t('waiting', { count: waiting })]
          .filter(Boolean)
          .join('，')}
      </View>
      <View className={styles.line}>
        {dishes.length > 0 ? dishes.map((dish) => dish.name).join('、') : t('noMenu')}
      </View>
      <Button
        isWide
        icon='list'
        label={t('toSheetLabel', { sitting: name })}
        onPress={() => openPage('kitchen/pages/sheet/index', { communityId, slotId })}
      >
        {t('toSheet')}
      </Button>
    </Card>
  )
}
