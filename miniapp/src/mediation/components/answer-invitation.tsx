import { DISPUTE_KIND_TEXT } from '@little-bench/shared/mediation/kinds'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { dateInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { toTop } from '../../platform/to-top'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { ErrorNotice } from '../../ui/error-notice'
import { FactList } from '../../ui/fact-list'
import { ReadAloud } from '../../ui/read-aloud'
import { Section } from '../../ui/section'
import { type CaseAccess, type MediationCase, useAnswerInvitation } from '../case.api'
import { invitationText } from '../invitation.text'
import styles from '../mediation.module.scss'
import { MediatorPicker } from './mediator-picker'
import { type Spoken, SpokenChoice } from './spoken-choice'

interface AnswerInvitationProps {
  access: CaseAccess
  found: MediationCase
  onRefused?: () => void
}

/** What the other side agreed to show, and two ways: to come and tick whom one trusts, or not, in one tap. */
export const AnswerInvitation = ({ access, found, onRefused }: AnswerInvitationProps) => {
  const t = useText(invitationText)
  const [isTicking, setTicking] = useState(false)
  const [chosen, setChosen] = useState<string[]>([])
  const [spoken, setSpoken] = useState<Spoken>({ needsInterpreter: false })
  const answering = useAnswerInvitation(access)
  const show = (ticking: boolean) => {
    setTicking(ticking)
    toTop()
  }
  const join = () => answering.mutate({ accept: true, trustedMediatorIds: chosen, ...spoken }, { onSuccess: toTop })
  const refuse = () => answering.mutate({ accept: false, trustedMediatorIds: [] }, { onSuccess: () => onRefused?.() })
  if (isTicking)
    return (
      <Section title={t('tickTitle')}>
        <MediatorPicker
          communityId={access.communityId}
          token={access.token}
          kind={found.disputeKind}
          chosen={chosen}
          onChange={setChosen}
        />
        <SpokenChoice value={spoken} onChange={setSpoken} />
        {answering.error !== null && <ErrorNotice error={answering.error} />}
        <View className={styles.stack}>
          <Button kind='primary' isWide isBusy={answering.isPending} onPress={join}>
            {t(chosen.length > 0 ? 'join' : 'joinNone')}
          </Button>
          <Button icon='back' isWide onPress={() => show(false)}>
            {t('back')}
          </Button>
        </View>
      </Section>
    )
  return (
    <>
      <Shown found={found} />
      {answering.error !== null && <ErrorNotice error={answering.error} />}
      <View className={styles.stack}>
        <Button kind='primary' isWide isDisabled={answering.isPending} onPress={() => show(true)}>
          {t('accept')}
        </Button>
        <Button isWide isBusy={answering.isPending} onPress={refuse}>
          {t('refuse')}
        </Button>
        <View>{t('refuseWords')}</View>
      </View>
    </>
  )
}

/** Nothing but what the applicant ticked. */
const Shown = ({ found }: { found: MediationCase }) => {
  const t = useText(invitationText)
  const tKind = useText(DISPUTE_KIND_TEXT)
  const words = found.disclosure?.words
  const facts = [
    ...(found.applicantName === null ? [] : [{ name: t('name'), value: found.applicantName }]),
    ...(found.statement === null ? [] : [{ name: t('statement'), value: found.statement }]),
    ...(words ? [{ name: t('words'), value: words }] : []),
  ]
  const invited = t('invited', { kind: tKind(found.disputeKind) })
  const said = facts.length === 0 ? [t('nothingShown')] : facts.flatMap(({ name, value }) => [name, value])
  return (
    <>
      <Card tint='blue'>
        <View className={styles.name}>{invited}</View>
        <View>{t('invitedWords')}</View>
      </Card>
      <ReadAloud mustStayHere words={[invited, t('invitedWords'), t('says'), ...said]} />
      <Section title={t('says')}>
        <Card>{facts.length === 0 ? t('nothingShown') : <FactList facts={facts} />}</Card>
      </Section>
      {found.answerUntil !== null && (
        <View className={styles.hint}>{t('until', { until: dateInSentence(found.answerUntil) })}</View>
      )}
    </>
  )
}
