import { spokenCode } from '@little-bench/shared/people/codes'
import { View } from '@tarojs/components'
import { deskOf, useCommunity } from '../../communities'
import { dateInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { linkTo } from '../../platform/page-link'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { ErrorNotice } from '../../ui/error-notice'
import { QrCode } from '../../ui/qr-code'
import { Section } from '../../ui/section'
import { Slip, SlipLine, SlipNumber } from '../../ui/slip'
import type { MediationCase } from '../case.api'
import { type InvitationCode, useRenewInvitation } from '../committee.api'
import { committeeText } from '../committee.text'
import styles from '../mediation.module.scss'
import { CallThem } from './call-them'

/** A code for the other side, shown once: to print, or to say in a call. */
export const InviteOther = ({ found }: { found: MediationCase }) => {
  const t = useText(committeeText)
  const renewing = useRenewInvitation({ communityId: found.communityId, caseId: found.id })
  return (
    <Section title={t('invitation')}>
      {renewing.data ? (
        <CodeOnce found={found} code={renewing.data} onDone={renewing.reset} />
      ) : (
        <>
          <View className={styles.hint}>{t('invitationWords')}</View>
          <Button
            kind={found.state === 'inviting' ? 'primary' : 'plain'}
            isWide
            isBusy={renewing.isPending}
            onPress={() => renewing.mutate()}
          >
            {t(found.state === 'inviting' ? 'giveCode' : 'giveCodeAgain')}
          </Button>
        </>
      )}
      {renewing.error !== null && <ErrorNotice error={renewing.error} />}
    </Section>
  )
}

interface CodeOnceProps {
  found: MediationCase
  code: InvitationCode
  onDone: () => void
}

/** The paper says neither with whom nor about what: somebody else may open the letter. */
const CodeOnce = ({ found, code: { code, expiresAt }, onDone }: CodeOnceProps) => {
  const t = useText(committeeText)
  const desk = deskOf(useCommunity(found.communityId).data)
  const link = linkTo('mediation/pages/invitation/index', { code })
  return (
    <>
      <View className={styles.hint} {...a11y({ role: 'status', live: 'polite' })}>
        {t('codeOnce')}
      </View>
      <Slip isShownOnce label={t('slipLabel')} title={t('slipTitle')}>
        <SlipLine>{t('slipWhat')}</SlipLine>
        <SlipNumber name={t('slipNumber')} value={spokenCode(code)} />
        <View className={styles.name}>{t('slipOnce')}</View>
        {link !== undefined && <QrCode content={link} label={t('slipScanLabel')} />}
        {link !== undefined && <SlipLine>{t('slipScan')}</SlipLine>}
        <SlipLine>{t('slipHow')}</SlipLine>
        <SlipLine>{t('slipUntil', { date: dateInSentence(expiresAt) })}</SlipLine>
        <SlipLine>{t('slipNoPhone')}</SlipLine>
        {desk ? <SlipLine>{t('slipAsk', { phone: desk.phone })}</SlipLine> : null}
        {desk ? <SlipLine>{t('slipCome', { address: desk.address ?? '', hours: desk.hours })}</SlipLine> : null}
      </Slip>
      <View className={styles.block}>
        <Card tint='blue'>
          <View className={styles.name}>{t('callTitle')}</View>
          <View className={styles.line}>{t('callWords', { name: found.respondentName ?? '' })}</View>
          {found.respondentPhone !== null && <CallThem phone={found.respondentPhone} />}
        </Card>
      </View>
      <Button icon='check' isWide onPress={onDone}>
        {t('done')}
      </Button>
    </>
  )
}
