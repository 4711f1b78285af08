import type { Fact } from '@little-bench/shared/people/profile.contract'
import { View } from '@tarojs/components'
import { OfflineWay } from '../../communities'
import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { goBack } from '../../platform/navigation'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Page } from '../../ui/page'
import { howVerified } from '../fact-words'
import { claimText } from '../facts.text'
import styles from '../people.module.scss'

/** After a claim: what was written down, how it gets verified, and how to take it back. */
export const ClaimSent = ({ fact, name }: { fact: Fact; name: string }) => {
  const t = useText(claimText)
  const language = useDisplaySettings((settings) => settings.language)
  return (
    <Page
      title={name}
      action={
        <Button kind='primary' isWide onPress={goBack}>
          {t('backToFacts')}
        </Button>
      }
    >
      <View {...a11y({ role: 'status', live: 'polite' })}>
        <Card tint='green'>
          <View className={styles.name}>{t('sent')}</View>
          <View>{fact.said}</View>
        </Card>
      </View>
      <View className={styles.line}>{howVerified(fact.kind, language)}</View>
      <View>{t('sentNext')}</View>
      <OfflineWay />
    </Page>
  )
}
