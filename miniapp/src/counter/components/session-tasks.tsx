import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { Button } from '../../ui/button'
import { ErrorNotice } from '../../ui/error-notice'
import { Section } from '../../ui/section'
import { Tile } from '../../ui/tile'
import { TileGrid } from '../../ui/tile-grid'
import { showToast } from '../../ui/toast'
import { counterApi } from '../counter.api'
import styles from '../counter.module.scss'
import { counterText } from '../counter.text'
import type { AssistSession } from '../last-assist'
import { useLeaveResident } from '../use-leave-resident'
import { useWrite } from '../use-write'

/** What can be done for the person who is here, and the end of it. */
export const SessionTasks = ({ session }: { session: AssistSession }) => {
  const t = useText(counterText)
  const leave = useLeaveResident()
  const end = useWrite((sessionId: AssistSession['id'], options) =>
    counterApi.endAssistSession({ params: { sessionId } }, options),
  )
  const finish = () =>
    end.mutate(session.id, {
      onSuccess: () => {
        leave()
        showToast(t('ended'))
      },
    })
  return (
    <>
      <Section title={t('tasks')}>
        <TileGrid>
          <Tile
            name={t('sayOne')}
            icon='speech'
            now={t('sayOneNow')}
            onPress={() => openPage('counter/pages/assisted-issue/index')}
          />
          <Tile
            name={t('items')}
            icon='list'
            tint='green'
            now={t('itemsNow')}
            onPress={() => openPage('counter/pages/items/index')}
          />
          <Tile
            name={t('facts')}
            icon='check'
            tint='amber'
            now={t('factsNow')}
            onPress={() => openPage('counter/pages/resident-facts/index')}
          />
          <Tile
            name={t('household')}
            icon='home'
            tint='violet'
            now={t('householdNow')}
            onPress={() => openPage('counter/pages/household/index')}
          />
          <Tile
            name={t('grants')}
            icon='lock'
            now={t('grantsNow')}
            onPress={() => openPage('counter/pages/grants/index')}
          />
        </TileGrid>
      </Section>
      {end.error !== null && <ErrorNotice error={end.error} onRetry={finish} />}
      <View className={styles.block}>
        <Button icon='check' isWide isBusy={end.isPending} onPress={finish}>
          {t('end')}
        </Button>
      </View>
    </>
  )
}
