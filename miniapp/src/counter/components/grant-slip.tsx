import { spokenCode } from '@little-bench/shared/people/codes'
import { RELATIONSHIP_TEXT } from '@little-bench/shared/people/grants'
import { scopeLines } from '@little-bench/shared/people/powers'
import { View } from '@tarojs/components'
import { dateInSentence, dayInSentence } from '../../platform/dates'
import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { goBack } from '../../platform/navigation'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Slip, SlipLine, SlipNumber } from '../../ui/slip'
import styles from '../counter.module.scss'
import type { WitnessedGrant } from '../grant.api'
import { grantText } from '../grant.text'
import { paperText } from '../paper.text'
import { useStaffCommunity } from '../use-staff-community'
import { OfflineLines } from './offline-lines'

interface GrantSlipProps {
  witnessed: WitnessedGrant
  residentName: string
}

/** The paper by which somebody else takes up the grant: the code, what it allows, until when, how, and how it ends. */
export const GrantSlip = ({ witnessed: { grant, code }, residentName }: GrantSlipProps) => {
  const t = useText(grantText)
  const tWho = useText(RELATIONSHIP_TEXT)
  const language = useDisplaySettings((settings) => settings.language)
  const tPaper = useText(paperText)
  const community = useStaffCommunity('resident.assist')
  return (
    <>
      <View className={styles.block} {...a11y({ role: 'status', live: 'polite' })}>
        {t('keepNow')}
      </View>
      <Slip isShownOnce title={t('paperTitle')}>
        <SlipNumber name={t('paperCode')} value={spokenCode(code.code)} />
        <SlipLine>{t('paperCodeUntil', { date: dateInSentence(code.expiresAt) })}</SlipLine>
        <SlipLine>{t('paperFor', { name: residentName, who: tWho(grant.relationship) })}</SlipLine>
        {scopeLines(grant.scopes, language).map((line) => (
          <SlipLine key={line}>{line}</SlipLine>
        ))}
        <SlipLine>{t('paperUntil', { date: dayInSentence(grant.validUntil) })}</SlipLine>
        <SlipLine>{t('paperHow')}</SlipLine>
        <SlipLine>{t('paperEnd')}</SlipLine>
        <SlipLine>{tPaper('keepSafe')}</SlipLine>
        <OfflineLines community={community} />
      </Slip>
      <Button icon='check' isWide onPress={goBack}>
        {t('done')}
      </Button>
    </>
  )
}
