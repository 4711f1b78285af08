import { SITTING_TEXT, type Sitting } from '@little-bench/shared/canteen/meals'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { dateInSentence } from '../../../platform/dates'
import { useText } from '../../../platform/i18n/text'
import { useNow } from '../../../platform/use-now'
import { Empty } from '../../../ui/empty'
import { ErrorNotice } from '../../../ui/error-notice'
import { Segmented } from '../../../ui/segmented'
import { Skeleton } from '../../../ui/skeleton'
import { KitchenPage } from '../../components/kitchen-page'
import { MenuForm } from '../../components/menu-form'
import { type KitchenSitting, useKitchenDay, useKitchenSheet } from '../../kitchen.api'
import styles from '../../kitchen.module.scss'
import { menuText } from '../../menu.text'

/** The menus of one day, sitting by sitting. */
export default function MenuPage() {
  const t = useText(menuText)
  const params = useRouter().params
  const { communityId = '', canteenId } = params
  const today = shanghaiTime(useNow()).date
  const on = params.on ?? today
  const day = useKitchenDay(communityId, on)
  const sittings = day.data?.filter((sitting) => sitting.canteenId === canteenId)
  return (
    <KitchenPage title={t('title', { day: dateInSentence(on) })}>
      <View className={styles.line}>{t('hint')}</View>
      {!sittings && day.error && <ErrorNotice error={day.error} onRetry={() => void day.refetch()} />}
      {!sittings && !day.error && <Skeleton cards={3} />}
      {sittings && <Menus communityId={communityId} sittings={sittings} />}
    </KitchenPage>
  )
}

const Menus = ({ communityId, sittings }: { communityId: string; sittings: readonly KitchenSitting[] }) => {
  const t = useText(menuText)
  const tSitting = useText(SITTING_TEXT)
  const [chosen, setChosen] = useState<Sitting>()
  const sitting = sittings.find((each) => each.sitting === chosen) ?? sittings[0]
  if (!sitting) return <Empty icon='bowl' title={t('noneOn')} />
  return (
    <>
      <View className={styles.line}>
        <Segmented
          label={t('which')}
          segments={sittings.map((each) => ({ value: each.sitting, name: tSitting(each.sitting) }))}
          value={sitting.sitting}
          onChange={setChosen}
        />
      </View>
      <MenuOf key={sitting.id} communityId={communityId} sitting={sitting} />
    </>
  )
}

const MenuOf = ({ communityId, sitting }: { communityId: string; sitting: KitchenSitting }) => {
  const sheet = useKitchenSheet({ communityId, slotId: sitting.id })
  if (sheet.data) return <MenuForm communityId={communityId} sitting={sitting} sheet={sheet.data} />
  return sheet.error ? <ErrorNotice error={sheet.error} onRetry={() => void sheet.refetch()} /> : <Skeleton cards={2} />
}
