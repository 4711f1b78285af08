import { spokenCode } from '@little-bench/shared/people/codes'
import type { OneTimeCode } from '@little-bench/shared/people/profile.contract'
import { View } from '@tarojs/components'
import { dateInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Slip, SlipLine, SlipNumber } from '../../ui/slip'
import styles from '../counter.module.scss'
import { householdText } from '../household.text'
import { paperText } from '../paper.text'
import { useStaffCommunity } from '../use-staff-community'
import { OfflineLines } from './offline-lines'

interface HouseholdSlipProps {
  code: OneTimeCode
  onDone: () => void
}

/** The paper for one more member of the household. */
export const HouseholdSlip = ({ code: { code, expiresAt }, onDone }: HouseholdSlipProps) => {
  const t = useText(householdText)
  const tPaper = useText(paperText)
  const community = useStaffCommunity('resident.assist')
  return (
    <>
      <View className={styles.block} {...a11y({ role: 'status', live: 'polite' })}>
        {t('keepNow')}
      </View>
      <Slip isShownOnce title={t('slipTitle')}>
        <SlipNumber name={t('slipCode')} value={spokenCode(code)} />
        <SlipLine>{t('slipUntil', { date: dateInSentence(expiresAt) })}</SlipLine>
        <SlipLine>{t('slipWhat')}</SlipLine>
        <SlipLine>{t('slipNoPhone')}</SlipLine>
        <SlipLine>{tPaper('keepSafe')}</SlipLine>
        <OfflineLines community={community} />
      </Slip>
      <Button icon='check' isWide onPress={onDone}>
        {t('done')}
      </Button>
    </>
  )
}
