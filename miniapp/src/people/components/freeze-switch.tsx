import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { ErrorNotice } from '../../ui/error-notice'
import { showToast } from '../../ui/toast'
import { useFreezeGrants } from '../grants.api'
import { grantsText } from '../grants.text'
import styles from '../people.module.scss'

/** Everything stands still at once, without a reason, until the person lifts it. */
export const FreezeSwitch = ({ isFrozen }: { isFrozen: boolean }) => {
  const t = useText(grantsText)
  const freezing = useFreezeGrants()
  const change = () =>
    freezing.mutate(!isFrozen, { onSuccess: (now) => showToast(t(now.isFrozen ? 'nowFrozen' : 'nowUnfrozen')) })
  return (
    <View {...a11y({ role: 'status', live: 'polite' })}>
      <Card tint={isFrozen ? 'amber' : undefined}>
        <View className={styles.name}>{t(isFrozen ? 'frozenTitle' : 'freezeTitle')}</View>
        <View className={styles.line}>{t(isFrozen ? 'frozenWords' : 'freezeWords')}</View>
        {freezing.isError && <ErrorNotice error={freezing.error} />}
        <Button isWide icon={isFrozen ? 'refresh' : 'lock'} isBusy={freezing.isPending} onPress={change}>
          {t(isFrozen ? 'unfreeze' : 'freeze')}
        </Button>
      </Card>
    </View>
  )
}
