import type { ProxyGrant } from '@little-bench/shared/people/grant.contract'
import { GRANT_STATE_TEXT } from '@little-bench/shared/people/grants'
import { View } from '@tarojs/components'
import { startActing } from '../../platform/acting'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { ErrorNotice } from '../../ui/error-notice'
import { StatusChip } from '../../ui/status-chip'
import { hideToast, showToast } from '../../ui/toast'
import { isOpenGrant, TONE_OF_GRANT } from '../grant-words'
import { useRevokeGrant } from '../grants.api'
import { grantsText } from '../grants.text'
import styles from '../people.module.scss'
import { GrantFacts } from './grant-facts'

/** Somebody for whom one acts: begin with one tap, or stop helping. */
export const ReceivedGrantCard = ({ grant }: { grant: ProxyGrant }) => {
  const t = useText(grantsText)
  const tState = useText(GRANT_STATE_TEXT)
  const ending = useRevokeGrant()
  const name = grant.callName ?? grant.principal.name
  const begin = () => {
    // It told to do just this.
    hideToast()
    startActing({ id: grant.principal.id, name })
  }
  const end = () => ending.mutate(grant.id, { onSuccess: () => showToast(t('stoppedHelping')) })
  return (
    <Card>
      <View className={styles.head}>
        <View className={styles.name}>{name}</View>
        <StatusChip word={tState(grant.state)} tone={TONE_OF_GRANT[grant.state]} />
      </View>
      {grant.callName !== null && <View className={styles.caption}>{grant.principal.name}</View>}
      <GrantFacts grant={grant} />
      {grant.state === 'frozen' && <View className={styles.line}>{t('frozenByThem')}</View>}
      {ending.isError && <ErrorNotice error={ending.error} />}
      <View className={styles.answers}>
        {grant.state === 'active' && (
          <Button kind='primary' isWide onPress={begin}>
            {t('actFor', { name })}
          </Button>
        )}
        {grant.canRevoke && isOpenGrant(grant) && (
          <Button kind='danger' isWide isBusy={ending.isPending} label={t('stopHelpingLabel', { name })} onPress={end}>
            {t('stopHelping')}
          </Button>
        )}
      </View>
    </Card>
  )
}
