import { GRANT_STATE_TEXT } from '@little-bench/shared/people/grants'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Dialog } from '../../ui/dialog'
import { ErrorNotice } from '../../ui/error-notice'
import { StatusChip } from '../../ui/status-chip'
import { showToast } from '../../ui/toast'
import styles from '../counter.module.scss'
import { useFreezeGrants } from '../grant.api'
import { grantText } from '../grant.text'

interface FreezeGrantsProps {
  residentId: string
  /** Only face to face at the counter is it lifted: of a call or a visit nobody can say who presses. */
  mayLift: boolean
  isFrozen: boolean
  hasGrants: boolean
}

/** Everything that was given stands still at once, whatever there is; at the counter lifting it is as easy. */
export const FreezeGrants = ({ residentId, mayLift, isFrozen, hasGrants }: FreezeGrantsProps) => {
  const t = useText(grantText)
  const tState = useText(GRANT_STATE_TEXT)
  const [isAsking, setAsking] = useState(false)
  const freeze = useFreezeGrants(residentId)
  const set = (next: boolean) =>
    freeze.mutate(next, {
      onSuccess: () => {
        setAsking(false)
        showToast(t(next ? 'isFrozen' : 'isLifted'))
      },
    })
  if (isFrozen) {
    return (
      <View className={styles.block}>
        <Card tint='amber'>
          <StatusChip word={tState('frozen')} tone='soon' />
          <View className={styles.spaced}>{t('frozenWords')}</View>
          {freeze.error !== null && <ErrorNotice error={freeze.error} />}
          {mayLift ? (
            <Button icon='undo' isBusy={freeze.isPending} onPress={() => set(false)}>
              {t('unfreeze')}
            </Button>
          ) : (
            <View className={styles.spaced}>{t('liftElsewhere')}</View>
          )}
        </Card>
      </View>
    )
  }
  if (!hasGrants) return null
  return (
    <View className={styles.block}>
      <Button kind='danger' icon='lock' onPress={() => setAsking(true)}>
        {t('freeze')}
      </Button>
      <Dialog
        isOpen={isAsking}
        isDanger
        title={t('freezeTitle')}
        confirmWords={t('freeze')}
        isBusy={freeze.isPending}
        onConfirm={() => set(true)}
        onClose={() => setAsking(false)}
      >
        <View>{t('freezeWords')}</View>
        {freeze.error !== null && <ErrorNotice error={freeze.error} />}
      </Dialog>
    </View>
  )
}
