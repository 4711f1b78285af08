import { SIDES } from '@little-bench/shared/mediation/kinds'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Section } from '../../ui/section'
import { StatusChip } from '../../ui/status-chip'
import type { MediationCase } from '../case.api'
import { caseText } from '../case.text'
import { committeeText } from '../committee.text'
import styles from '../mediation.module.scss'
import { AgreementFile } from './agreement-file'
import { AgreementForm } from './agreement-form'
import { AgreementWords } from './agreement-words'

/** The agreement at the desk: how it reads, who has confirmed it, and for the mediator the way to write it. */
export const WorkAgreement = ({ found }: { found: MediationCase }) => {
  const t = useText(committeeText)
  const tCase = useText(caseText)
  const [isWriting, setWriting] = useState(false)
  const { agreement, state, moves } = found
  const canWrite = state === 'in_session' && moves.includes('recuse')
  if (!agreement && !canWrite) return null
  const isConfirmed = {
    applicant: agreement?.isConfirmedByApplicant === true,
    respondent: agreement?.isConfirmedByRespondent === true,
  }
  return (
    <Section title={tCase('agreement')}>
      {agreement && (
        <Card tint={agreement.effectiveOn === null ? 'amber' : 'green'}>
          <AgreementWords agreement={agreement} />
          <View className={styles.ways}>
            {SIDES.map((side) => (
              <StatusChip
                key={side}
                word={t(isConfirmed[side] ? 'confirmedBy' : 'notConfirmedBy', { side: tCase(side) })}
                tone={isConfirmed[side] ? 'good' : 'waiting'}
              />
            ))}
          </View>
        </Card>
      )}
      <View className={styles.stack}>
        {agreement && (
          <AgreementFile
            access={{ communityId: found.communityId, caseId: found.id, token: null }}
            receiptNumber={found.receiptNumber}
          />
        )}
        {canWrite && !isWriting && (
          <Button kind={agreement ? 'plain' : 'primary'} icon='edit' isWide onPress={() => setWriting(true)}>
            {t(agreement ? 'draftAgain' : 'draftAgreement')}
          </Button>
        )}
      </View>
      {canWrite && isWriting && <AgreementForm found={found} onDone={() => setWriting(false)} />}
    </Section>
  )
}
