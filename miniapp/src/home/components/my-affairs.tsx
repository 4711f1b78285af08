import { View } from '@tarojs/components'
import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { useSession } from '../../platform/session'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { ErrorNotice } from '../../ui/error-notice'
import { Section } from '../../ui/section'
import { Skeleton } from '../../ui/skeleton'
import { groupMyItems, ItemCard, openMyItem, useMyItems } from '../../work-queue'
import { homeText } from '../home.text'

/** The next one; all of them are one tap away, and the services below stay in sight. */
const SHOWN = 1

/** The next things to do first, of whose business it is: what waits for the person, then what is in hand. */
export const MyAffairs = () => {
  const t = useText(homeText)
  const isElderMode = useDisplaySettings((settings) => settings.isElderMode)
  const actingFor = useSession((session) => session.actingFor)
  const list = useMyItems()
  const { waitingForMe, open } = groupMyItems(list.data?.pages.flatMap((page) => page.items) ?? [])
  // The tile says what is in hand; 长辈版 shows what needs doing and nothing else.
  const next = (isElderMode ? waitingForMe : [...waitingForMe, ...open]).slice(0, SHOWN)
  const all = (
    <Button kind='quiet' onPress={() => openPage('issues/pages/list/index')}>
      {t('all')}
    </Button>
  )
  if (isElderMode && next.length === 0) return null
  return (
    <Section title={actingFor ? t('affairsFor', actingFor) : t('myAffairs')} end={next.length > 0 ? all : undefined}>
      {list.isPending && <Skeleton cards={1} />}
      {list.error && !list.data && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && next.length === 0 && (
        <Card>
          <View>{actingFor ? t('noAffairsFor', actingFor) : t('noAffairs')}</View>
        </Card>
      )}
      {next.map((item) => (
        <ItemCard key={item.id} item={item} onPress={() => openMyItem(item)} />
      ))}
    </Section>
  )
}
