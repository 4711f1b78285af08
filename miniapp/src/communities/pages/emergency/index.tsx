import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { useText } from '../../../platform/i18n/text'
import { Button } from '../../../ui/button'
import { Page } from '../../../ui/page'
import { stepFocusable, useStepFocus } from '../../../ui/step-focus'
import { Tile } from '../../../ui/tile'
import { TileGrid } from '../../../ui/tile-grid'
import { EmergencyHelp } from '../../components/emergency-help'
import { EMERGENCIES, EMERGENCY_KINDS, type EmergencyKind } from '../../emergencies'
import styles from '../../emergency.module.scss'
import { emergencyText } from '../../emergency.text'
import { OfflineWay } from '../../offline-way'

/** Pages below this one may have a step of their own. */
const LEAD_ID = 'emergency'

/** Danger now: two taps from the first page to a ringing telephone, without an account, a network or a form. */
export default function EmergencyPage() {
  const t = useText(emergencyText)
  const [kind, setKind] = useState<EmergencyKind | null>(null)
  useStepFocus(kind === null ? 0 : 1, LEAD_ID)
  const choose = (chosen: EmergencyKind | null) => {
    setKind(chosen)
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }
  return (
    <Page title={t('title')}>
      <View id={LEAD_ID} className={styles.lead} {...stepFocusable}>
        {kind ? t(kind) : t('now')}
      </View>
      {kind === null && (
        <>
          <View className={styles.more}>{t('which')}</View>
          <TileGrid>
            {EMERGENCY_KINDS.map((each) => (
              <Tile
                key={each}
                name={t(each)}
                now={t(`${each}Now`)}
                icon={EMERGENCIES[each].icon}
                tint='red'
                onPress={() => choose(each)}
              />
            ))}
          </TileGrid>
        </>
      )}
      {kind && <EmergencyHelp kind={kind} />}
      {kind && (
        <Button icon='undo' isWide onPress={() => choose(null)}>
          {t('other')}
        </Button>
      )}
      <OfflineWay />
    </Page>
  )
}
