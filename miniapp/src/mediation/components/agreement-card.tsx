import { View } from '@tarojs/components'
import { useState } from 'react'
import { dateInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Dialog } from '../../ui/dialog'
import { ErrorNotice } from '../../ui/error-notice'
import { Section } from '../../ui/section'
import { StatusChip } from '../../ui/status-chip'
import { showToast } from '../../ui/toast'
import { type CaseAccess, type MediationCase, useConfirmAgreement } from '../case.api'
import { caseText } from '../case.text'
import { askOf } from '../case-words'
import styles from '../mediation.module.scss'
import { AgreementFile } from './agreement-file'
import { AgreementWords } from './agreement-words'

interface AgreementCardProps {
  access: CaseAccess
  found: MediationCase
}

/** The agreement as it stands, who has confirmed it, and the way to confirm it in one's own hand. */
export const AgreementCard = ({ access, found }: AgreementCardProps) => {
  const t = useText(caseText)
  const { agreement, yourSide } = found
  if (!agreement) return null
  const { version, isConfirmedByApplicant, isConfirmedByRespondent, effectiveOn, confirmableUntil } = agreement
  const isApplicant = yourSide === 'applicant'
  const isYours = isApplicant ? isConfirmedByApplicant : isConfirmedByRespondent
  const isTheirs = isApplicant ? isConfirmedByRespondent : isConfirmedByApplicant
  return (
    <Section title={t('agreement')}>
      <Card tint={effectiveOn === null ? 'amber' : 'green'}>
        <AgreementWords agreement={agreement} />
        <View className={styles.ways}>
          <StatusChip word={t(isYours ? 'confirmedYou' : 'notConfirmedYou')} tone={isYours ? 'good' : 'soon'} />
          <StatusChip
            word={t(isTheirs ? 'confirmedOther' : 'notConfirmedOther')}
            tone={isTheirs ? 'good' : 'waiting'}
          />
        </View>
        {effectiveOn !== null && (
          <View className={styles.line}>{t('effective', { date: dateInSentence(effectiveOn) })}</View>
        )}
        {confirmableUntil !== null && <View>{t('court', { date: dateInSentence(confirmableUntil) })}</View>}
      </Card>
      <View className={styles.stack}>
        {askOf(found) === 'confirm_agreement' && <Confirm access={access} version={version} />}
        <AgreementFile access={access} receiptNumber={found.receiptNumber} />
      </View>
    </Section>
  )
}

const Confirm = ({ access, version }: { access: CaseAccess; version: number }) => {
  const t = useText(caseText)
  const [isAsking, setAsking] = useState(false)
  const confirming = useConfirmAgreement(access)
  const confirm = () =>
    confirming.mutate(version, {
      onSuccess: () => {
        showToast(t('confirmed'))
        setAsking(false)
      },
    })
  return (
    <>
      <Button kind='primary' icon='check' isWide onPress={() => setAsking(true)}>
        {t('confirm')}
      </Button>
      {isAsking && (
        <Dialog
          isOpen
          title={t('confirmTitle', { version })}
          confirmWords={t('confirm')}
          isBusy={confirming.isPending}
          onConfirm={confirm}
          onClose={() => setAsking(false)}
        >
          {confirming.error !== null && <ErrorNotice error={confirming.error} />}
          <View>{t('confirmWords')}</View>
        </Dialog>
      )}
    </>
  )
}
