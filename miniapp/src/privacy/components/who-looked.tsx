import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { useSession } from '../../platform/session'
import { Section } from '../../ui/section'
import { Tile } from '../../ui/tile'
import { TileGrid } from '../../ui/tile-grid'
import styles from '../privacy.module.scss'
import { privacyText } from '../privacy.text'

/** Where each look at something confidential is written down; children and cases are only the person's own to see. */
export const WhoLooked = () => {
  const t = useText(privacyText)
  const isOwn = useSession((session) => session.actingFor === null)
  return (
    <Section title={t('looked')}>
      <View className={styles.hint}>{t('lookedWords')}</View>
      <TileGrid>
        <Tile
          name={t('lookedActs')}
          icon='clock'
          now={t('lookedActsNow')}
          onPress={() => openPage('people/pages/proxy-acts/index')}
        />
        {isOwn && (
          <>
            <Tile
              name={t('lookedChildren')}
              icon='child'
              tint='violet'
              now={t('lookedChildrenNow')}
              onPress={() => openPage('childcare/pages/children/index')}
            />
            <Tile
              name={t('lookedCases')}
              icon='bench'
              tint='green'
              now={t('lookedCasesNow')}
              onPress={() => openPage('mediation/pages/mine/index')}
            />
          </>
        )}
      </TileGrid>
    </Section>
  )
}
